package io.holdfast.desired.git;

import static java.util.Objects.requireNonNull;

import java.time.Duration;

/**
 * What one fetch of one branch may take.
 *
 * @param bytes received, above 0
 * @param objects received, above 0
 * @param time from its beginning, above 0
 */
public record FetchLimits(long bytes, int objects, Duration time) {
    /** GitHub takes no file larger than 100 MB into a repository; a larger one is not there for us. */
    static final long LARGEST_OBJECT = 100L * 1024 * 1024;

    public FetchLimits {
        requireNonNull(time, "time");
        if (bytes <= 0 || objects <= 0 || time.isNegative() || time.isZero()) {
            throw new IllegalArgumentException("holdfast.source.limits are above 0");
        }
    }
}
