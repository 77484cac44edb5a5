/**
 * A step scaling policy of a service and the CloudWatch alarm that triggers it, as one unit.
 *
 * <p>Neither is of use alone: a policy without an alarm never acts, and deleting a policy leaves its alarm behind. So one
 * declaration stands for both, and a difference in either is a difference of this kind. It knows nothing of the bounds within
 * which the policy may move a service.
 *
 * <p>An alarm kind of its own, with a reference from one to the other, was turned down for these alarms: each of the two would have
 * to name the other. Alarms that tell people something are another matter.
 *
 * <p>Policy and alarm are both overwritten in full by AWS, so what is sent is what was live, with the drifted members replaced.
 *
 * <p>Nothing here is ever {@code null}.
 */
package io.holdfast.kind.steppolicy;
