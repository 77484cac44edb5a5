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
 * Between which task counts a service may be moved, as declared or as live.
 *
 * @param min the lowest task count; 0 is allowed, but policies cannot wake a service from it, for want of data
 * @param max the highest task count
 * @param suspendedState what is not done for the time being; absent leaves an operator's choice alone
 * @param tags by key; other people's stay
 * @param resourceId {@code service/<cluster>/<service>}; follows from the service this is declared in and is not written
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
     * What a target does not do for the time being. AWS takes what is left out for false.
     *
     * @param dynamicScalingInSuspended policies do not lower the count
     * @param dynamicScalingOutSuspended policies do not raise the count
     * @param scheduledScalingSuspended scheduled actions do not fire
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
