package io.holdfast.sandbox.autoscaling;

import io.holdfast.sandbox.World;
import io.holdfast.sandbox.cloudwatch.AlarmSettings;
import io.holdfast.sandbox.cloudwatch.Alarms;
import io.holdfast.sandbox.wire.Input;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * The pair of alarms a target tracking policy makes for itself. They go when the policy goes; nobody else is meant to touch them.
 */
final class TrackingAlarms {

    private static final int PERIOD_SECONDS = 60;

    /** Three minutes above are enough to grow, a quarter of an hour clearly below it takes to shrink. */
    private static final int PERIODS_HIGH = 3;

    private static final int PERIODS_LOW = 15;

    /** Below this share of the target the policy shrinks; in between it leaves well alone. */
    private static final double LOW_SHARE = 0.9;

    private TrackingAlarms() {}

    static void put(World world, ScalingPolicy policy, TargetTracking rule) {
        var alarms = Alarms.of(world);
        var existing = names(world, policy);
        var high = nameOf(existing, policy, "AlarmHigh", world);
        var low = nameOf(existing, policy, "AlarmLow", world);
        alarms.put(high, settings(policy, rule, true), Map.of());
        alarms.put(low, settings(policy, rule, false), Map.of());
    }

    static void delete(World world, ScalingPolicy policy) {
        names(world, policy).forEach(Alarms.of(world)::delete);
    }

    private static List<String> names(World world, ScalingPolicy policy) {
        return Alarms.of(world).acting(policy.arn()).stream()
                .map(alarm -> alarm.name())
                .toList();
    }

    private static String nameOf(List<String> existing, ScalingPolicy policy, String side, World world) {
        var prefix = "TargetTracking-" + policy.id().target().resourceId() + "-" + side + "-";
        return existing.stream()
                .filter(name -> name.startsWith(prefix))
                .findFirst()
                .orElseGet(() -> prefix + Ids.uuid(world));
    }

    private static AlarmSettings settings(ScalingPolicy policy, TargetTracking rule, boolean high) {
        var request = new LinkedHashMap<String, Object>();
        request.put("AlarmName", "TargetTracking");
        request.put(
                "AlarmDescription", "DO NOT EDIT OR DELETE. For TargetTrackingScaling policy " + policy.arn() + ".");
        request.put("AlarmActions", List.of(policy.arn()));
        request.put("Period", PERIOD_SECONDS);
        request.put("EvaluationPeriods", high ? PERIODS_HIGH : PERIODS_LOW);
        request.put("Threshold", high ? rule.targetValue() : rule.targetValue() * LOW_SHARE);
        request.put("ComparisonOperator", high ? "GreaterThanThreshold" : "LessThanThreshold");
        request.putAll(TrackedMetric.of(policy.id().target(), rule).toWire());
        return AlarmSettings.of(new Input(request));
    }
}
