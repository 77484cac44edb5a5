/**
 * AWS in this process: one function from an HTTP request to an HTTP response, for the first run, for tests and for simulation.
 *
 * <p>{@link io.holdfast.sandbox.Sandbox#handle} speaks the real wire formats and behaves asynchronously on an injected clock. It
 * must not know the AWS SDK, nor anything else of Holdfast: the real SDK is the judge of the answers given here, and a shared
 * class would let both sides be wrong in the same way.
 *
 * <p>Turned down: mocking the SDK clients. A mock answers what its author believes; it never meets an empty list on the wire, a
 * lost reply or a status that takes minutes, which is where a reconciler goes wrong.
 *
 * <p>Nothing is null unless its documentation says so.
 */
package io.holdfast.sandbox;
