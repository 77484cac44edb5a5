/**
 * Desired against live becomes a {@link io.holdfast.model.DriftReport}; pure.
 *
 * <p>Nothing here looks at AWS, a clock or a database: the same desired state, live state, memory and time give the same
 * report, which is how a report is tested and how a run is replayed. Which values count as equal is not decided here
 * but in each kind's field table; here is decided who moved, since when, and what explains a difference away.
 *
 * <p>The alternative, comparing whole documents and filtering the noise out afterwards by ignore lists, was turned
 * down: an ignored subtree hides real drift with the noise.
 */
package io.holdfast.drift;
