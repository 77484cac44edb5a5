/**
 * What happened, in numbers, for whoever watches many environments: {@code holdfast_*}, in base units.
 *
 * <p>Everything is read from the {@link io.holdfast.report.StatusBoard} now and then. Counting inside the loop was turned
 * down: the loop would have to know meters, and a number that is not on the board could contradict it.
 *
 * <p>No metric is labelled with a resource: an estate has thousands, and a report that says more.
 */
package io.holdfast.report.metric;
