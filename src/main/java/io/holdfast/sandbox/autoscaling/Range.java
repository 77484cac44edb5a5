package io.holdfast.sandbox.autoscaling;

import java.util.Optional;

/**
 * The bounds between which a task count is moved.
 *
 * @param min the lowest task count; 0 is allowed for ECS
 * @param max the highest task count
 */
record Range(int min, int max) {

    /** Refuses bounds the wrong way round. */
    Range {
        if (min < 0) {
            throw Errors.invalid("Minimum capacity must be 0 or more, was " + min);
        }
        if (min > max) {
            throw Errors.invalid("Maximum capacity cannot be less than minimum capacity: min " + min + ", max " + max);
        }
    }

    /** The same with those bounds replaced that are given. */
    Range with(Optional<Integer> newMin, Optional<Integer> newMax) {
        return new Range(newMin.orElse(min), newMax.orElse(max));
    }

    int clamp(int count) {
        return Math.max(min, Math.min(max, count));
    }
}
