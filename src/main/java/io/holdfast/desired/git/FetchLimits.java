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
        refuse("bytes", bytes, bytes <= 0);
        refuse("objects", objects, objects <= 0);
        refuse("time", time, time.isNegative() || time.isZero());
    }

    private static void refuse(String limit, Object found, boolean letsNothingThrough) {
        if (letsNothingThrough) {
            throw new IllegalArgumentException(
                    "holdfast.source.limits." + limit + " lets nothing through; found " + found + "; allowed: above 0");
        }
    }
}
