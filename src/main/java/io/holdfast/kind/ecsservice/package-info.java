/**
 * ECS services: how many tasks run, of which revision, behind what, and how one revision gives way to the next.
 *
 * <p>Some changes take effect at once, others start a deployment that ECS finishes, or takes back, minutes later; the
 * table says which. Success of the second sort is ECS's word about our own deployment. A service that looks stable
 * proves nothing: after a rollback it is stable on the old revision.
 *
 * <p>The desired count is everybody's favourite conflict: where a scalable target exists it is the autoscaler's, and we
 * say so instead of comparing. Deciding that by the YAML alone was turned down, because autoscaling made by hand is
 * autoscaling too.
 */
package io.holdfast.kind.ecsservice;
