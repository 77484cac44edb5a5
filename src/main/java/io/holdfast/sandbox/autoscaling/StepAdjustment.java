package io.holdfast.sandbox.autoscaling;

import io.holdfast.sandbox.wire.Input;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;

/**
 * What to do when a threshold is crossed by so much.
 *
 * @param lower the least distance from the threshold, in the metric's unit; empty means without limit
 * @param upper the greatest distance from the threshold; empty means without limit
 * @param adjustment how much to scale, in the unit the policy's adjustment type says
 */
record StepAdjustment(Optional<Double> lower, Optional<Double> upper, int adjustment) {

    /** Refuses an interval without extent. */
    StepAdjustment {
        if (bottom(lower) >= top(upper)) {
            throw Errors.invalid("The upper bound of a step adjustment must be greater than its lower bound.");
        }
    }

    static StepAdjustment of(Input input) {
        int adjustment = input.integer("ScalingAdjustment")
                .orElseThrow(() -> Errors.invalid("ScalingAdjustment is required for every step adjustment."));
        return new StepAdjustment(
                input.decimal("MetricIntervalLowerBound"), input.decimal("MetricIntervalUpperBound"), adjustment);
    }

    /** Which end of the interval belongs to it depends on the side of the threshold (API Reference, StepAdjustment). */
    boolean covers(double distance) {
        return distance >= 0 ? distance >= bottom() && distance < top() : distance > bottom() && distance <= top();
    }

    double bottom() {
        return bottom(lower);
    }

    double top() {
        return top(upper);
    }

    Map<String, Object> toWire() {
        var wire = new LinkedHashMap<String, Object>();
        lower.ifPresent(bound -> wire.put("MetricIntervalLowerBound", bound));
        upper.ifPresent(bound -> wire.put("MetricIntervalUpperBound", bound));
        wire.put("ScalingAdjustment", adjustment);
        return wire;
    }

    private static double bottom(Optional<Double> lower) {
        return lower.orElse(Double.NEGATIVE_INFINITY);
    }

    private static double top(Optional<Double> upper) {
        return upper.orElse(Double.POSITIVE_INFINITY);
    }
}
