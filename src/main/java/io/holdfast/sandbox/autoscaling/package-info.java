/**
 * Application Auto Scaling for ECS services: targets, policies, scheduled actions, and what they do to a service by themselves.
 *
 * <p>It moves {@code desiredCount} when an alarm with one of its policies as action goes off, and it overwrites a target's bounds
 * for good when a scheduled action fires, as AWS does. It knows alarms and how to set a desired count; it knows nothing of tasks or
 * deployments. Predictive scaling and other namespaces than {@code ecs} are answered with 501.
 *
 * <p>Turned down: a switch that moves the desired count at a test's command. A reconciler has to live with an autoscaler that acts
 * on its own, at its own times, also in the middle of an apply.
 *
 * <p>Nothing is null unless its documentation says so.
 */
package io.holdfast.sandbox.autoscaling;
