/**
 * The scalable target of an ECS service: between which task counts Application Auto Scaling may move it.
 *
 * <p>Knows nothing of the policies and scheduled actions that hang on a target, and of the service only its name. While a
 * scheduled action holds other bounds, the bounds of the YAML are not written: that a schedule says so at this hour is told by the
 * schedule's own kind, as a {@link io.holdfast.model.Timetable}.
 *
 * <p>One kind for target, policies and schedules together was turned down: a policy that fails would hide the bounds, and each has
 * a call, a limit and a way of drifting of its own.
 *
 * <p>Nothing here is ever {@code null}.
 */
package io.holdfast.kind.scalabletarget;
