package io.holdfast.model.policy;

import static java.util.Objects.requireNonNull;

import java.time.Duration;

/**
 * Whether strays are deleted.
 *
 * @param enabled off means that they are reported, and no more
 * @param grace how long something must have been a stray before it is deleted
 */
public record Prune(boolean enabled, Duration grace) {
    /** Long enough for a commit that was a slip to be taken back. */
    public static final Duration GRACE = Duration.ofMinutes(10);

    public Prune {
        requireNonNull(grace, "grace");
    }

    public static Prune off() {
        return new Prune(false, GRACE);
    }
}
