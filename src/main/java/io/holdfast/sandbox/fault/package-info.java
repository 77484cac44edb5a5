/**
 * What can go wrong between a client and AWS, as values: which calls, which of them, and what happens to them.
 *
 * <p>A fault sees one attempt at a time and may let it proceed, so faults compose like filters. It knows no service: the same lost
 * reply strikes {@code CreateService} and {@code CreateDBInstance}. Every rule counts how often it fired, because a fault that
 * never struck has tested nothing.
 *
 * <p>Turned down: drawing faults at random inside the sandbox. Which calls suffer is said by a selector, so a failing test replays
 * from its own text; a campaign that wants chance draws its rules from its own seed.
 */
package io.holdfast.sandbox.fault;
