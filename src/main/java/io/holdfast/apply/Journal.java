package io.holdfast.apply;

import io.holdfast.ledger.Ledger;
import io.holdfast.model.Attempt;
import io.holdfast.model.Change;
import io.holdfast.model.Change.Action;
import io.holdfast.model.Expectation;
import io.holdfast.model.Fault;
import io.holdfast.model.Intent;
import io.holdfast.model.Outcome;
import io.holdfast.model.Remembered;
import io.holdfast.model.WriteGate;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.TreeMap;
import java.util.function.Supplier;

/**
 * Writes down one change as it is being made. Before each call the ledger learns what is about to happen, after it what
 * came of it; a crash in between leaves an expectation, or an intent, that the next look resolves.
 */
final class Journal {
    /** How long a change may stay unexplained that a crash kept us from following: an RDS create takes 40 minutes. */
    private static final Duration UNKNOWN_PATIENCE = Duration.ofHours(1);

    private final Change change;
    private final String commit;
    private final Ledger ledger;
    private final Clock clock;
    private final WriteGate gate;
    private Remembered memory;

    /**
     * Opens it.
     *
     * @param gate asked before every call: whoever closes it stops the change between any two
     */
    Journal(Change change, String commit, Ledger ledger, Clock clock, WriteGate gate) {
        this.change = change;
        this.commit = commit;
        this.ledger = ledger;
        this.clock = clock;
        this.gate = gate;
        this.memory = change.subject().memory();
    }

    /** Makes the call of a create, which must be remembered as a wish until it is seen. */
    Applied create(String token, Supplier<Outcome> sent) {
        Remembered intending = memory.with(Optional.of(new Intent(token, clock.instant())));
        return call(intending, String.join(", ", change.calls()), List.of(), sent);
    }

    /**
     * Makes one call.
     *
     * @param call its name
     * @param paths the fields it closes; empty for a delete
     */
    Applied call(String call, List<String> paths, Supplier<Outcome> sent) {
        return call(memory, call, paths, sent);
    }

    private Applied call(Remembered before, String call, List<String> paths, Supplier<Outcome> sent) {
        Optional<String> closed = gate.closedBecause();
        if (closed.isPresent()) {
            return Applied.notSent(change, call, closed.orElseThrow());
        }
        Instant begun = clock.instant();
        Optional<Expectation> awaited = awaitedBeside(before);
        remember(before.expecting(
                awaited.or(() -> Optional.of(expectation("", paths, false, begun, UNKNOWN_PATIENCE)))));
        Outcome outcome = sent.get();
        if (outcome instanceof Outcome.Failed failed) {
            remember(afterFailure(failed.fault(), awaited));
        } else if (outcome instanceof Outcome.Underway underway) {
            Expectation open = expectation(underway.token(), paths, true, begun, underway.patience());
            remember(afterSuccess(paths, false).expecting(Optional.of(open)));
        } else if (isSuccessor(outcome)) {
            remember(memory.attempted(Optional.empty()).expecting(awaited));
        } else {
            remember(afterSuccess(paths, true).expecting(awaited));
        }
        return new Applied(change, Optional.of(outcome), call + " " + change.id() + ": " + sentence(outcome));
    }

    /** A new revision was made beside the live one, which shows what it did before until somebody turns to the new one. */
    private boolean isSuccessor(Outcome outcome) {
        return outcome instanceof Outcome.Done done
                && change.subject()
                        .facts()
                        .flatMap(live -> done.arn().filter(it -> !it.equals(live.arn())))
                        .isPresent();
    }

    /** A mark ends no rollout: what was awaited of a resource is awaited when it is taken over again. */
    private Optional<Expectation> awaitedBeside(Remembered before) {
        return change.action() == Action.ADOPT ? before.expectation() : Optional.empty();
    }

    private Remembered afterSuccess(List<String> paths, boolean isDone) {
        Remembered succeeded = memory.attempted(Optional.empty());
        return change.action() == Action.REPLACE
                ? begunAnew(succeeded)
                : new TurnBacks(change, commit, clock.instant()).after(succeeded, paths, isDone);
    }

    /** What is made in its place is no repair: nobody has taken away from us what we take away ourselves. */
    private static Remembered begunAnew(Remembered replaced) {
        return replaced.seen(replaced.arn(), new TreeMap<>(), Optional.empty(), replaced.since());
    }

    /** What is certain to have failed leaves nothing to wait for; what may have worked does. */
    private Remembered afterFailure(Fault fault, Optional<Expectation> awaited) {
        Attempt attempt =
                Backoff.after(memory.attempt(), change.subject().fingerprint(), commit, fault, clock.instant());
        Remembered failed = memory.attempted(Optional.of(attempt));
        return fault.isOutcomeUnknown() ? failed : failed.expecting(awaited).with(Optional.empty());
    }

    private Expectation expectation(
            String token, List<String> paths, boolean accepted, Instant since, Duration patience) {
        return new Expectation(change.subject().digest(), token, paths, accepted, since, since.plus(patience));
    }

    private void remember(Remembered next) {
        ledger.keep(next);
        memory = next;
    }

    private String sentence(Outcome outcome) {
        if (outcome instanceof Outcome.Failed failed) {
            return failed.fault().code() + ": " + failed.fault().message() + "; next attempt not before "
                    + memory.attempt().map(it -> it.notBefore().toString()).orElse("the next pass");
        }
        return outcome instanceof Outcome.Underway underway
                ? "accepted; AWS finishes it within " + underway.patience().toMinutes() + " min, or we say so"
                : "done";
    }
}
