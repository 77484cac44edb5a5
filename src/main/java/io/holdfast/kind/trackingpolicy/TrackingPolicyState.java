package io.holdfast.kind.trackingpolicy;

import static java.util.Objects.requireNonNull;

import io.holdfast.model.NotWritten;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;
import java.util.Optional;

/**
 * A target tracking policy, as declared or as live. AWS makes its alarms and keeps them. Limits: Application Auto
 * Scaling API Reference, TargetTrackingScalingPolicyConfiguration.
 *
 * @param targetValue where the metric is kept, in its own unit, such as {@code 60}
 * @param predefinedMetricSpecification a metric AWS knows by name; leave it out with a customized one
 * @param customizedMetricSpecification one series of CloudWatch, or metric math; leave it out with a predefined one
 * @param scaleInCooldown seconds between two scale-ins; left out, AWS takes 300
 * @param scaleOutCooldown seconds for a scale-out to take effect; left out, AWS takes 300
 * @param disableScaleIn whether it never takes tasks away; left out, AWS takes false
 * @param policyName unique on the service; left out, the logical name
 * @param policyType follows from where it is declared; a policy of another type can only be replaced
 * @param resourceId {@code service/<cluster>/<service>}; follows from the service this is declared in and is not
 *     written
 */
public record TrackingPolicyState(
        Optional<Double> targetValue,
        Optional<PredefinedMetric> predefinedMetricSpecification,
        Optional<CustomizedMetric> customizedMetricSpecification,
        Optional<@Min(0) @Max(86_400) Integer> scaleInCooldown,
        Optional<@Min(0) @Max(86_400) Integer> scaleOutCooldown,
        Optional<Boolean> disableScaleIn,
        Optional<@Size(min = 1, max = 256) String> policyName,
        @NotWritten Optional<@Pattern(regexp = TYPE) String> policyType,
        @NotWritten Optional<String> resourceId) {

    /** The word AWS has for a policy of this kind. */
    static final String TYPE = "TargetTrackingScaling";

    public TrackingPolicyState {
        requireNonNull(targetValue, "targetValue");
        requireNonNull(predefinedMetricSpecification, "predefinedMetricSpecification");
        requireNonNull(customizedMetricSpecification, "customizedMetricSpecification");
        requireNonNull(scaleInCooldown, "scaleInCooldown");
        requireNonNull(scaleOutCooldown, "scaleOutCooldown");
        requireNonNull(disableScaleIn, "disableScaleIn");
        requireNonNull(policyName, "policyName");
        requireNonNull(policyType, "policyType");
        requireNonNull(resourceId, "resourceId");
    }

    /** The same on a target, under a name. */
    TrackingPolicyState of(String target, String name) {
        return new TrackingPolicyState(
                targetValue,
                predefinedMetricSpecification,
                customizedMetricSpecification,
                scaleInCooldown,
                scaleOutCooldown,
                disableScaleIn,
                Optional.of(name),
                Optional.of(TYPE),
                Optional.of(target));
    }

    /**
     * A metric AWS knows by name.
     *
     * @param predefinedMetricType which; percent of what is reserved, or requests for each task
     * @param resourceLabel for requests of a load balancer: the tails of its ARN and of the target group's, joined by
     *     a slash; stale once the target group is replaced. Leave it out otherwise
     */
    public record PredefinedMetric(
            @Pattern(
                    regexp = "ECSServiceAverageCPUUtilization|ECSServiceAverageMemoryUtilization"
                            + "|ALBRequestCountPerTarget")
            String predefinedMetricType,

            Optional<@Size(min = 1, max = 1023) String> resourceLabel) {
        public PredefinedMetric {
            requireNonNull(predefinedMetricType, "predefinedMetricType");
            requireNonNull(resourceLabel, "resourceLabel");
        }
    }
}
