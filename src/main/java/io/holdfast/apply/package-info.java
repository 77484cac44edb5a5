/**
 * Acts on what a plan lets proceed: looks again, writes down what it is about to do, makes the call, writes down what
 * came of it.
 *
 * <p>It never waits for AWS. A change AWS finishes later leaves an expectation with a deadline, and a later pass meets
 * it; so a pass may be killed between any two calls, and the next one goes on from what is true then. The alternative,
 * a worker that holds a change until it is done, was turned down: it is where other tools get stuck in silence.
 */
package io.holdfast.apply;
