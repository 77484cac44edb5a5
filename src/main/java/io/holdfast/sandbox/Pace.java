package io.holdfast.sandbox;

import java.time.Duration;

/**
 * How fast things happen that take AWS a while.
 *
 * @param scale the share of the realistic time that is really taken: 1 is AWS, 0.02 turns ten minutes into twelve seconds; not
 *     negative
 */
public record Pace(double scale) {

    /** Shows a rollout within seconds and a new database within half a minute: fit for a person who watches. */
    private static final double QUICK = 0.02;

    /** Refuses a pace that would go back in time. */
    public Pace {
        if (!(scale >= 0) || Double.isInfinite(scale)) {
            throw new IllegalArgumentException("scale must be zero or more, was " + scale);
        }
    }

    /** As long as on AWS: for tests, which move the clock. */
    public static Pace realistic() {
        return new Pace(1.0);
    }

    /** Fast enough to watch: for the first run. */
    public static Pace quick() {
        return new Pace(QUICK);
    }

    /** How long something takes here that takes AWS the given time. */
    public Duration of(Duration realistic) {
        return Duration.ofMillis(Math.round(realistic.toMillis() * scale));
    }
}
