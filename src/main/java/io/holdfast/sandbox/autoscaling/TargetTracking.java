package io.holdfast.sandbox.autoscaling;

import io.holdfast.sandbox.cloudwatch.Alarm;
import io.holdfast.sandbox.cloudwatch.Reason;
import io.holdfast.sandbox.wire.Input;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;

/**
 * Keeps a metric near a value by alarms of its own. What is optional is repeated only if it was sent.
 *
 * @param targetValue where the metric should be, in its own unit
 * @param metric the predefined or customized specification as it was sent, under its member name
 * @param scaleOutCooldownSeconds empty means 300 for ECS
 * @param scaleInCooldownSeconds empty means 300 for ECS
 * @param disableScaleIn whether it never lowers the count; empty means it does
 */
record TargetTracking(
        double targetValue,
        Map<String, Object> metric,
        Optional<Integer> scaleOutCooldownSeconds,
        Optional<Integer> scaleInCooldownSeconds,
        Optional<Boolean> disableScaleIn)
        implements PolicyRule {

    static final String TYPE = "TargetTrackingScaling";
    static final String MEMBER = "TargetTrackingScalingPolicyConfiguration";
    static final String PREDEFINED = "PredefinedMetricSpecification";
    static final String CUSTOMIZED = "CustomizedMetricSpecification";

    private static final int DEFAULT_COOLDOWN_SECONDS = 300;

    /** Copies the specification. */
    TargetTracking {
        metric = Map.copyOf(metric);
    }

    static TargetTracking of(Input input) {
        if (input.has(PREDEFINED) == input.has(CUSTOMIZED)) {
            throw Errors.invalid("Exactly one of " + PREDEFINED + " and " + CUSTOMIZED + " must be specified.");
        }
        var member = input.has(PREDEFINED) ? PREDEFINED : CUSTOMIZED;
        return new TargetTracking(
                input.decimal("TargetValue").orElseThrow(() -> Errors.invalid("TargetValue is required.")),
                Map.of(member, input.child(member).orElseThrow().raw()),
                input.integer("ScaleOutCooldown"),
                input.integer("ScaleInCooldown"),
                input.bool("DisableScaleIn"));
    }

    @Override
    public String type() {
        return TYPE;
    }

    @Override
    public String member() {
        return MEMBER;
    }

    /** In proportion to how far the newest point is off, never so far down that the metric would be above the target again. */
    @Override
    public OptionalInt capacity(int current, Alarm alarm) {
        List<Double> points = Reason.recentDatapoints(alarm.state());
        if (points.isEmpty()) {
            return OptionalInt.empty();
        }
        double newest = points.get(points.size() - 1);
        int wanted = (int) Math.ceil(current * newest / targetValue);
        return wanted < current && disableScaleIn.orElse(false) ? OptionalInt.empty() : OptionalInt.of(wanted);
    }

    @Override
    public Duration cooldown(int change) {
        var seconds = change > 0 ? scaleOutCooldownSeconds : scaleInCooldownSeconds;
        return Duration.ofSeconds(seconds.orElse(DEFAULT_COOLDOWN_SECONDS));
    }

    @Override
    public Map<String, Object> toWire() {
        var wire = new LinkedHashMap<String, Object>();
        wire.put("TargetValue", targetValue);
        wire.putAll(metric);
        scaleOutCooldownSeconds.ifPresent(seconds -> wire.put("ScaleOutCooldown", seconds));
        scaleInCooldownSeconds.ifPresent(seconds -> wire.put("ScaleInCooldown", seconds));
        disableScaleIn.ifPresent(disabled -> wire.put("DisableScaleIn", disabled));
        return wire;
    }
}
