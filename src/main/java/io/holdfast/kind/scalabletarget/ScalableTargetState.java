package io.holdfast.kind.scalabletarget;

import static java.util.Objects.requireNonNull;

import io.holdfast.model.NotWritten;
import io.holdfast.model.TagLimits;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;
import java.util.Map;
import java.util.Optional;

/**
 * Between which task counts a service may be moved, as declared or as live. Limits: Application Auto Scaling API
 * Reference, RegisterScalableTarget.
 *
 * @param min the lowest task count; 0 is allowed, but policies cannot wake a service from it, for want of data. While
 *     a scheduled action is in force, its bounds count
 * @param max the highest task count; a running count outside of the bounds is brought inside at once
 * @param suspendedState what is not done for the time being; leave it out to leave an operator's choice alone
 * @param tags by key, such as the team a bill goes to; other people's tags stay
 * @param resourceId {@code service/<cluster>/<service>}; follows from the service this is declared in and is not
 *     written
 */
public record ScalableTargetState(
        @Min(0) int min,
        @Min(0) int max,
        Optional<SuspendedState> suspendedState,
        Optional<
                        @Size(max = TagLimits.MOST) Map<
                                @Pattern(regexp = TagLimits.KEY, message = TagLimits.KEY_MEANT) String,
                                @Pattern(regexp = TagLimits.VALUE, message = TagLimits.VALUE_MEANT) String>>
                tags,
        @NotWritten Optional<String> resourceId) {

    public ScalableTargetState {
        requireNonNull(suspendedState, "suspendedState");
        tags = tags.map(Map::copyOf);
        requireNonNull(resourceId, "resourceId");
        if (min > max) {
            throw new IllegalArgumentException("min " + min + " is above max " + max);
        }
    }

    /** The same for a service. */
    ScalableTargetState of(String service) {
        return new ScalableTargetState(min, max, suspendedState, tags, Optional.of(service));
    }

    /**
     * What a target does not do for the time being.
     *
     * @param dynamicScalingInSuspended whether policies do not lower the count; left out, AWS takes false
     * @param dynamicScalingOutSuspended whether policies do not raise the count; left out, AWS takes false
     * @param scheduledScalingSuspended whether scheduled actions do not fire; left out, AWS takes false
     */
    public record SuspendedState(
            Optional<Boolean> dynamicScalingInSuspended,
            Optional<Boolean> dynamicScalingOutSuspended,
            Optional<Boolean> scheduledScalingSuspended) {
        public SuspendedState {
            requireNonNull(dynamicScalingInSuspended, "dynamicScalingInSuspended");
            requireNonNull(dynamicScalingOutSuspended, "dynamicScalingOutSuspended");
            requireNonNull(scheduledScalingSuspended, "scheduledScalingSuspended");
        }
    }
}
