package io.holdfast.reconcile;

import static java.util.Objects.requireNonNull;

import io.holdfast.model.Change;
import io.holdfast.model.Verdict;
import io.holdfast.report.EnvironmentStatus;
import io.holdfast.report.Operation;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import java.util.random.RandomGenerator;
import java.util.stream.Stream;

/**
 * How often.
 *
 * @param interval between passes while nothing goes on, give or take a tenth
 * @param underway between passes while something goes on
 * @param poll between two readings of the source
 * @param chance shakes the interval, so that a fleet does not march in step
 */
public record Rhythm(Duration interval, Duration underway, Duration poll, RandomGenerator chance) {
    private static final double JITTER = 0.1;

    public Rhythm {
        requireNonNull(interval, "interval");
        requireNonNull(underway, "underway");
        requireNonNull(poll, "poll");
        requireNonNull(chance, "chance");
    }

    /** How early an environment comes along with a due neighbour: as far apart as jitter can drive two of them. */
    Duration neighbourly() {
        return interval.dividedBy(5);
    }

    /** When the next pass begins at the latest: sooner while something goes on or a hold is about to end. */
    Instant next(EnvironmentStatus status, Instant now) {
        boolean goesOn = status.operation() == Operation.APPLYING || status.operation() == Operation.VERIFYING;
        Instant regular = now.plus(goesOn ? underway : jittered());
        return holdsEnd(status).filter(it -> it.isAfter(now)).min(Instant::compareTo).stream()
                .map(it -> it.isBefore(regular) ? it : regular)
                .findFirst()
                .orElse(regular);
    }

    private Duration jittered() {
        double factor = 1 + JITTER * (2 * chance.nextDouble() - 1);
        return Duration.ofMillis(Math.round(interval.toMillis() * factor));
    }

    private static Stream<Instant> holdsEnd(EnvironmentStatus status) {
        return status.plan().stream()
                .flatMap(it -> it.changes().stream())
                .map(Change::verdict)
                .filter(Verdict.Hold.class::isInstance)
                .map(Verdict.Hold.class::cast)
                .map(Verdict.Hold::until)
                .flatMap(Optional::stream);
    }
}
