package io.holdfast.drift;

import io.holdfast.model.Cell;
import io.holdfast.model.Declared;
import io.holdfast.model.Excuse.Reason;
import io.holdfast.model.Expectation;
import io.holdfast.model.Impact;
import io.holdfast.model.Observed.Present;
import io.holdfast.model.Rejection;
import io.holdfast.model.Remembered;
import io.holdfast.model.Rollout;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * Whether a change AWS accepted has come true. Readback proves it, or AWS's own word about our rollout; a status that
 * looks steady proves nothing.
 */
final class Verification {
    /**
     * RDS and ElastiCache may show the old value, in a steady status, for up to about a minute after they accepted a
     * change (AWS-SEMANTICS 0.4 and section 5); doubled, because nothing is lost by waiting.
     */
    static final Duration SETTLING = Duration.ofMinutes(2);

    private Verification() {}

    /**
     * What is remembered after this look: the expectation met, still open, or undone by AWS.
     *
     * @param behind followed fields whose resource is not as declared
     */
    static <S> Remembered of(
            Declared<S> declared,
            String digest,
            Present<S> present,
            Set<String> behind,
            Remembered before,
            Instant now) {
        Remembered seen = before.with(Optional.empty());
        if (before.expectation().isEmpty()) {
            return seen;
        }
        Expectation expectation = before.expectation().orElseThrow();
        Optional<Rollout> rollout = present.facts().rollout();
        if (rollout.isPresent()) {
            return rollout.orElseThrow().status() == Rollout.Status.COMPLETED
                            && present.facts().underway().isEmpty()
                    ? byReadback(
                            declared, digest, present, behind, seen, rolledOut(declared, present, expectation), now)
                    : byRollout(seen, expectation, rollout.orElseThrow(), now);
        }
        boolean awaitsRollout = !expectation.token().isEmpty();
        return awaitsRollout || present.facts().underway().isPresent()
                ? seen
                : byReadback(declared, digest, present, behind, seen, expectation, now);
    }

    private static Remembered byRollout(Remembered seen, Expectation expectation, Rollout rollout, Instant now) {
        return switch (rollout.status()) {
            case UNDERWAY -> seen;
            case COMPLETED -> seen.expecting(Optional.empty());
            case ROLLED_BACK, FAILED -> undone(seen, expectation, Reason.ROLLED_BACK, rollout.sentence(), now);
        };
    }

    /**
     * What a completed rollout answers for: sent again, what it has not brought about would start all tasks anew each time
     * and for ever. What changes without a rollout others may have changed in the meantime.
     */
    private static <S> Expectation rolledOut(Declared<S> declared, Present<S> present, Expectation expectation) {
        Set<String> others = declared.kind().fields().cells(declared.state(), Optional.of(present.state())).stream()
                .filter(cell -> cell.impact() != Impact.ROLLOUT)
                .map(Cell::path)
                .collect(Collectors.toSet());
        return new Expectation(
                expectation.digest(),
                expectation.token(),
                expectation.paths().stream().filter(it -> !others.contains(it)).toList(),
                expectation.accepted(),
                expectation.since(),
                expectation.deadline());
    }

    private static <S> Remembered byReadback(
            Declared<S> declared,
            String digest,
            Present<S> present,
            Set<String> behind,
            Remembered seen,
            Expectation expectation,
            Instant now) {
        boolean superseded = !expectation.digest().equals(digest);
        if (!superseded && waitsOutOfSight(present, expectation)) {
            return seen;
        }
        Optional<String> unmet = superseded ? Optional.empty() : firstUnmet(declared, present, behind, expectation);
        if (unmet.isEmpty()) {
            return seen.expecting(Optional.empty());
        }
        boolean mayLag = now.isBefore(expectation.since().plus(SETTLING));
        return mayLag ? seen : notComeTrue(seen, expectation, unmet.orElseThrow(), now);
    }

    /** What AWS said yes to, it has undone; what it may never have heard of is simply not there. */
    private static Remembered notComeTrue(Remembered seen, Expectation expectation, String path, Instant now) {
        return expectation.accepted()
                ? undone(seen, expectation, Reason.REJECTED, sentence(path, expectation), now)
                : seen.expecting(Optional.empty());
    }

    private static <S> Optional<String> firstUnmet(
            Declared<S> declared, Present<S> present, Set<String> behind, Expectation expectation) {
        Stream<String> unmet = declared.kind().fields().cells(declared.state(), Optional.of(present.state())).stream()
                .filter(cell -> !cell.isMet())
                .map(Cell::path)
                .filter(path -> present.facts().excuses().stream()
                        .noneMatch(it -> it.path().equals(path)));
        return Stream.concat(behind.stream(), unmet)
                .filter(expectation.paths()::contains)
                .findFirst();
    }

    /** Only what we remember tells of it, so that it is remembered until it shows or its time is over. */
    private static <S> boolean waitsOutOfSight(Present<S> present, Expectation expectation) {
        return present.facts().excuses().stream()
                .filter(it -> it.reason() == Reason.PENDING_WINDOW && it.until().isPresent())
                .anyMatch(it -> expectation.paths().contains(it.path()));
    }

    private static String sentence(String path, Expectation expectation) {
        return "AWS accepted the change of " + path + " at " + expectation.since()
                + " and shows another value again; it is not sent again until the YAML changes or a person asks";
    }

    private static Remembered undone(
            Remembered seen, Expectation expectation, Reason reason, String sentence, Instant now) {
        return seen.expecting(Optional.empty())
                .rejected(Optional.of(new Rejection(expectation.digest(), reason, sentence, now)));
    }
}
