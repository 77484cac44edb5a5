package io.holdfast.drift;

import io.holdfast.model.Cause;
import io.holdfast.model.Difference;
import io.holdfast.model.Excuse;
import io.holdfast.model.Excuse.Reason;
import io.holdfast.model.Expectation;
import io.holdfast.model.Facts;
import io.holdfast.model.Normal;
import io.holdfast.model.Rejection;
import io.holdfast.model.Remembered;
import io.holdfast.model.TurnBack;
import java.time.Instant;
import java.util.Optional;

/** What became of what Holdfast itself has last asked of a resource. */
final class OwnChange {
    private final Remembered memory;
    private final String digest;
    private final Instant now;

    /**
     * Of one resource.
     *
     * @param digest of what is declared now: a rejection of something else counts no longer
     */
    OwnChange(Remembered memory, String digest, Instant now) {
        this.memory = memory;
        this.digest = digest;
        this.now = now;
    }

    /** Why what is declared now need not be sent again. */
    Optional<Excuse> rejected() {
        return memory.rejection().filter(it -> it.digest().equals(digest)).map(OwnChange::asExcuse);
    }

    /** Accepted, and about to show. */
    Optional<Excuse> underway(String path, Facts live) {
        return memory.expectation()
                .filter(it -> it.paths().isEmpty() || it.paths().contains(path))
                .filter(it ->
                        live.underway().isPresent() || now.isBefore(it.since().plus(Verification.SETTLING)))
                .filter(it -> !it.isOverdue(now))
                .map(it -> inProgress(
                        path,
                        it,
                        live.underway().orElse("AWS has accepted it and does not show it yet"),
                        Optional.empty()));
    }

    /** Accepted for the first time, a moment ago: that the next looks do not show it is no drift yet. */
    Optional<Excuse> settling(Difference difference, Cause cause) {
        return accepted(difference, cause)
                .filter(it -> it.times() == 1 && now.isBefore(it.patience()))
                .map(it -> awaited(difference.path(), it));
    }

    /** Accepted and not shown: sent again after a while, each time a longer one, and in the end not at all. */
    Optional<Excuse> notShown(Difference difference, Cause cause) {
        Optional<TurnBack> accepted = accepted(difference, cause);
        return accepted.filter(it -> now.isBefore(it.patience()))
                .map(it -> awaited(difference.path(), it))
                .or(() -> accepted.filter(TurnBack::isSpent).map(it -> notShown(difference, it)));
    }

    /** That this very difference was to be closed by a call, and AWS said yes. */
    private Optional<TurnBack> accepted(Difference difference, Cause cause) {
        return Optional.ofNullable(memory.turnedBack().get(difference.path()))
                .filter(it -> it.isUnshown(difference.digest())
                        || (cause == Cause.LIVE_DRIFT && it.isTurned(shown(difference.live()))));
    }

    private static Excuse awaited(String path, TurnBack accepted) {
        return new Excuse(
                path,
                Reason.IN_PROGRESS,
                "AWS has accepted it at " + accepted.last() + " and may show it until " + accepted.patience(),
                Optional.empty(),
                Optional.of(accepted.patience()));
    }

    private static Excuse notShown(Difference difference, TurnBack accepted) {
        String call = difference.call() + " with " + difference.path() + " = " + shown(difference.desired());
        return new Excuse(
                difference.path(),
                Reason.NOT_SHOWN,
                accepted.sentence(call, shown(difference.live())),
                Optional.empty(),
                Optional.empty());
    }

    private static String shown(Optional<Object> value) {
        return value.map(Normal::text).orElse("nothing");
    }

    /** A rollout whose end AWS has not told: sent again it would start another one, or undo a rollback. */
    Optional<Excuse> awaited(String path) {
        return memory.expectation()
                .filter(it -> !it.token().isEmpty() && it.paths().contains(path))
                .filter(it -> it.digest().equals(digest) && !it.isOverdue(now))
                .map(it -> inProgress(path, it, "AWS has not told yet what became of it", Optional.of(it.deadline())));
    }

    private static Excuse inProgress(String path, Expectation asked, String since, Optional<Instant> until) {
        return new Excuse(
                path, Reason.IN_PROGRESS, "asked for at " + asked.since() + "; " + since, Optional.empty(), until);
    }

    private static Excuse asExcuse(Rejection rejection) {
        return new Excuse("", rejection.reason(), rejection.sentence(), Optional.empty(), Optional.empty());
    }
}
