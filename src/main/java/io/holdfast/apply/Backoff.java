package io.holdfast.apply;

import io.holdfast.model.Attempt;
import io.holdfast.model.Fault;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;

/**
 * How long to leave a failing change alone: doubling from {@link #FIRST} to {@link #LONGEST} while AWS may change its
 * mind, {@link #UNTIL_A_PERSON} where only a person can. It never ends: every failure is tried again.
 */
public final class Backoff {
    static final Duration FIRST = Duration.ofSeconds(10);
    static final Duration LONGEST = Duration.ofMinutes(10);
    static final Duration UNTIL_A_PERSON = Duration.ofHours(1);
    private static final int MOST_DOUBLINGS = 6;

    private Backoff() {}

    /** The record of a failure, which tells when the next attempt may be made. */
    static Attempt after(Optional<Attempt> before, String fingerprint, String commit, Fault fault, Instant now) {
        int count = 1
                + before.filter(it -> it.fingerprint().equals(fingerprint))
                        .filter(it -> it.commit().equals(commit))
                        .map(Attempt::count)
                        .orElse(0);
        return new Attempt(fingerprint, commit, count, now.plus(delay(count, fault)), fault);
    }

    private static Duration delay(int count, Fault fault) {
        if (fault.needsPerson()) {
            return UNTIL_A_PERSON;
        }
        Duration doubled = FIRST.multipliedBy(1L << Math.min(count - 1, MOST_DOUBLINGS));
        return doubled.compareTo(LONGEST) > 0 ? LONGEST : doubled;
    }
}
