package io.holdfast.web.hook;

import java.time.Duration;
import java.time.Instant;

/**
 * So many at once, and then one after the other. It keeps a single moment: when everything that was let through so far
 * would have come, had it come one after the other.
 */
final class Pace {
    private final Duration each;
    private final Duration ahead;
    private Instant due = Instant.MIN;

    /**
     * A pace.
     *
     * @param atOnce how many may come at once
     * @param each how long each takes to be made up for
     */
    Pace(int atOnce, Duration each) {
        this.each = each;
        this.ahead = each.multipliedBy(atOnce - 1L);
    }

    /** How long to wait before the next is let through; zero, and it is. */
    Duration ask(Instant now) {
        Instant start = due.isBefore(now) ? now : due;
        Duration wait = Duration.between(now.plus(ahead), start);
        if (wait.isNegative() || wait.isZero()) {
            due = start.plus(each);
            return Duration.ZERO;
        }
        return wait;
    }
}
