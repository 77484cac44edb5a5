/**
 * A scheduled action of a service's scalable target: new bounds at certain times, at night for instance.
 *
 * <p>When one fires, AWS overwrites the target's bounds for good. So this kind also tells, as a
 * {@link io.holdfast.model.Timetable}, which bounds are right at this hour; of the target itself it knows only the name.
 *
 * <p>Letting Holdfast change the bounds by the clock instead was turned down: it would only work while Holdfast does.
 *
 * <p>AWS may replace an action as a whole, so what is sent is what was live, with the drifted members replaced.
 *
 * <p>Nothing here is ever {@code null}.
 */
package io.holdfast.kind.scheduledaction;
