/**
 * CloudWatch as far as alarms need it: alarms and their tags, data points, and the evaluation that leads from one to the other.
 *
 * <p>An alarm is evaluated at the end of a period and whenever its actions name a subscriber, that subscriber is told; who
 * subscribes is not known here. Metric math and percentiles are stored and repeated but not evaluated: such an alarm stays as it
 * is. Composite alarms, dashboards and queries are answered with 501.
 *
 * <p>Turned down: moving alarms from state to state by hand only. Then nothing would ever scale by itself, and a reconciler that
 * fights the autoscaler would never be caught at it.
 *
 * <p>Nothing is null unless its documentation says so.
 */
package io.holdfast.sandbox.cloudwatch;
