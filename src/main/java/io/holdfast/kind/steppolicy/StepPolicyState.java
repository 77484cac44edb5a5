package io.holdfast.kind.steppolicy;

import static java.util.Objects.requireNonNull;

import io.holdfast.model.NotWritten;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;
import java.util.List;
import java.util.Optional;

/**
 * A step scaling policy and its alarm, as declared or as live. Limits: Application Auto Scaling API Reference,
 * StepScalingPolicyConfiguration.
 *
 * @param adjustmentType how the numbers of the steps are meant: {@code ChangeInCapacity} as tasks more or fewer,
 *     {@code PercentChangeInCapacity} as percent of the count, {@code ExactCapacity} as the count itself
 * @param stepAdjustments what to do at which distance from the alarm's threshold; the whole list is ours, and order
 *     means nothing
 * @param cooldown seconds to wait after a scaling; left out, AWS takes 300
 * @param minAdjustmentMagnitude least change in tasks; for percentages only
 * @param metricAggregationType how the alarm's data points become one number; left out, AWS takes {@code Average}
 * @param alarm what triggers it; without one it never acts. Leave it out where another policy's alarm or a person
 *     triggers it
 * @param policyName unique on the service; left out, the logical name
 * @param policyType follows from where it is declared; a policy of another type can only be replaced
 * @param resourceId {@code service/<cluster>/<service>}; follows from the service this is declared in and is not
 *     written
 */
public record StepPolicyState(
        Optional<@Pattern(regexp = "ChangeInCapacity|PercentChangeInCapacity|ExactCapacity") String> adjustmentType,
        Optional<@Size(min = 1, max = 20) List<StepAdjustment>> stepAdjustments,
        Optional<@Min(0) @Max(86_400) Integer> cooldown,
        Optional<@Min(1) Integer> minAdjustmentMagnitude,
        Optional<@Pattern(regexp = "Average|Minimum|Maximum") String> metricAggregationType,
        Optional<StepAlarm> alarm,
        Optional<@Size(min = 1, max = 256) String> policyName,
        @NotWritten Optional<@Pattern(regexp = TYPE) String> policyType,
        @NotWritten Optional<String> resourceId) {

    /** The word AWS has for a policy of this kind. */
    static final String TYPE = "StepScaling";

    public StepPolicyState {
        requireNonNull(adjustmentType, "adjustmentType");
        stepAdjustments = stepAdjustments.map(List::copyOf);
        requireNonNull(cooldown, "cooldown");
        requireNonNull(minAdjustmentMagnitude, "minAdjustmentMagnitude");
        requireNonNull(metricAggregationType, "metricAggregationType");
        requireNonNull(alarm, "alarm");
        requireNonNull(policyName, "policyName");
        requireNonNull(policyType, "policyType");
        requireNonNull(resourceId, "resourceId");
    }

    /** The same on a target, under a name. */
    StepPolicyState of(String target, String name, Optional<StepAlarm> itsAlarm) {
        return new StepPolicyState(
                adjustmentType,
                stepAdjustments,
                cooldown,
                minAdjustmentMagnitude,
                metricAggregationType,
                itsAlarm,
                Optional.of(name),
                Optional.of(TYPE),
                Optional.of(target));
    }

    /**
     * One step: what to do between two distances from the threshold. Steps must not overlap or leave a gap.
     *
     * @param metricIntervalLowerBound least distance from the threshold, in the metric's unit; left out, there is no
     *     least
     * @param metricIntervalUpperBound greatest distance from the threshold, in the metric's unit; left out, there is
     *     no greatest
     * @param scalingAdjustment tasks or percent, as the adjustment type says; negative to shrink
     */
    public record StepAdjustment(
            Optional<Double> metricIntervalLowerBound,
            Optional<Double> metricIntervalUpperBound,
            int scalingAdjustment) {
        public StepAdjustment {
            requireNonNull(metricIntervalLowerBound, "metricIntervalLowerBound");
            requireNonNull(metricIntervalUpperBound, "metricIntervalUpperBound");
        }

        double bottom() {
            return metricIntervalLowerBound.orElse(Double.NEGATIVE_INFINITY);
        }

        double top() {
            return metricIntervalUpperBound.orElse(Double.POSITIVE_INFINITY);
        }
    }
}
