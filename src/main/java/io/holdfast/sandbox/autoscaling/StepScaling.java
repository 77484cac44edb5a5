package io.holdfast.sandbox.autoscaling;

import static java.util.Objects.requireNonNull;

import io.holdfast.sandbox.cloudwatch.Alarm;
import io.holdfast.sandbox.cloudwatch.Reason;
import io.holdfast.sandbox.wire.Input;
import java.time.Duration;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.OptionalInt;

/**
 * Scales by steps that depend on how far an alarm's threshold is crossed. What is optional is repeated only if it was sent.
 *
 * @param adjustmentType how the steps' numbers are meant
 * @param steps at least one, without gap or overlap
 * @param leastChange the smallest change in tasks, for percentages
 * @param cooldownSeconds empty means 300
 * @param aggregation how the alarm's data points become one number; empty means Average
 */
record StepScaling(
        AdjustmentType adjustmentType,
        List<StepAdjustment> steps,
        Optional<Integer> leastChange,
        Optional<Integer> cooldownSeconds,
        Optional<String> aggregation)
        implements PolicyRule {

    static final String TYPE = "StepScaling";
    static final String MEMBER = "StepScalingPolicyConfiguration";

    private static final int DEFAULT_COOLDOWN_SECONDS = 300;

    /** Refuses steps that leave a gap or overlap. */
    StepScaling {
        requireNonNull(adjustmentType, "adjustmentType");
        steps = List.copyOf(steps);
        if (steps.isEmpty()) {
            throw Errors.invalid("At least one step adjustment must be specified.");
        }
        requireUnbroken(steps);
    }

    static StepScaling of(Input input) {
        return new StepScaling(
                AdjustmentType.of(Errors.required(input, "AdjustmentType")),
                input.list("StepAdjustments").stream().map(StepAdjustment::of).toList(),
                input.integer("MinAdjustmentMagnitude"),
                input.integer("Cooldown"),
                input.string("MetricAggregationType"));
    }

    @Override
    public String type() {
        return TYPE;
    }

    @Override
    public String member() {
        return MEMBER;
    }

    @Override
    public OptionalInt capacity(int current, Alarm alarm) {
        var threshold = alarm.settings().threshold();
        var measured = aggregate(Reason.recentDatapoints(alarm.state()));
        if (threshold.isEmpty() || measured.isEmpty()) {
            return OptionalInt.empty();
        }
        double distance = measured.getAsDouble() - threshold.get();
        return steps.stream()
                .filter(step -> step.covers(distance))
                .mapToInt(step -> adjustmentType.apply(current, step.adjustment(), leastChange.orElse(0)))
                .findFirst();
    }

    @Override
    public Duration cooldown(int change) {
        return Duration.ofSeconds(cooldownSeconds.orElse(DEFAULT_COOLDOWN_SECONDS));
    }

    @Override
    public Map<String, Object> toWire() {
        var wire = new LinkedHashMap<String, Object>();
        wire.put("AdjustmentType", adjustmentType.name());
        wire.put("StepAdjustments", steps.stream().map(StepAdjustment::toWire).toList());
        leastChange.ifPresent(tasks -> wire.put("MinAdjustmentMagnitude", tasks));
        cooldownSeconds.ifPresent(seconds -> wire.put("Cooldown", seconds));
        aggregation.ifPresent(name -> wire.put("MetricAggregationType", name));
        return wire;
    }

    private OptionalDouble aggregate(List<Double> points) {
        var values = points.stream().mapToDouble(Double::doubleValue);
        return switch (aggregation.orElse("Average")) {
            case "Minimum" -> values.min();
            case "Maximum" -> values.max();
            default -> values.average();
        };
    }

    private static void requireUnbroken(List<StepAdjustment> steps) {
        var sorted = steps.stream()
                .sorted(Comparator.comparingDouble(StepAdjustment::bottom))
                .toList();
        for (int i = 1; i < sorted.size(); i++) {
            if (sorted.get(i - 1).top() != sorted.get(i).bottom()) {
                throw Errors.invalid("Step adjustment intervals must neither overlap nor leave a gap.");
            }
        }
    }
}
