/**
 * A target tracking policy of a service: one metric kept near one value.
 *
 * <p>AWS makes, changes and deletes the alarms of such a policy, two or more named {@code TargetTracking-service/...}. They are
 * never looked at, written or deleted here. It knows nothing of the bounds within which the policy may move a service.
 *
 * <p>Translating a band, "above 70 up, below 30 down", into target tracking was turned down: it holds one value with a dead band of
 * about a tenth, which is something else. Such a band is two step policies.
 *
 * <p>Nothing here is ever {@code null}.
 */
package io.holdfast.kind.trackingpolicy;
