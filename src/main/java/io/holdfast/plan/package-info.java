/**
 * Drift becomes an ordered {@link io.holdfast.model.Plan} with verdicts; pure.
 *
 * <p>The plan says everything that would make live as declared, and beside each change whether it may be made and, if
 * not, why not and what happens next. Nothing is left out of a plan because it is not allowed: what a person cannot see,
 * a person cannot approve. A dry run is a plan nobody applied.
 */
package io.holdfast.plan;
