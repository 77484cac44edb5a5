package io.holdfast.apply;

import io.holdfast.ledger.Ledger;
import io.holdfast.model.Actuator;
import io.holdfast.model.Change;
import io.holdfast.model.Change.Action;
import io.holdfast.model.Digest;
import io.holdfast.model.Expectation;
import io.holdfast.model.Fault;
import io.holdfast.model.Intent;
import io.holdfast.model.Observed;
import io.holdfast.model.Order;
import io.holdfast.model.Outcome;
import io.holdfast.model.Plan;
import io.holdfast.model.Remembered;
import io.holdfast.model.Resolution;
import io.holdfast.model.ResourceId;
import io.holdfast.model.Step;
import io.holdfast.model.WriteGate;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.function.Supplier;

/**
 * One change being made. Before each call the ledger learns what is about to happen, after it what came of it; a crash
 * in between leaves an expectation, or an intent, that the next look resolves.
 */
final class Execution<S> {
    /** How long a change may stay unexplained that a crash kept us from following: an RDS create takes 40 minutes. */
    private static final Duration UNKNOWN_PATIENCE = Duration.ofHours(1);

    private final Change change;
    private final Resolution<S> resolution;
    private final Optional<Observed.Present<S>> live;
    private final String commit;
    private final Ledger ledger;
    private final Clock clock;
    private final WriteGate gate;
    private final Map<String, String> tags;
    private Remembered memory;

    Execution(
            Change change,
            Resolution<S> resolution,
            Observed<S> observed,
            Plan plan,
            Ledger ledger,
            Clock clock,
            WriteGate gate,
            Function<ResourceId, Map<String, String>> ownershipTags) {
        this.change = change;
        this.resolution = resolution;
        this.live = observed.present();
        this.commit = plan.report().desired().revision().commit();
        this.ledger = ledger;
        this.clock = clock;
        this.gate = gate;
        this.tags = ownershipTags.apply(change.id());
        this.memory = change.drift().memory();
    }

    Applied run(Actuator<S> actuator) {
        Order<S> order = new Order<>(change.id(), resolution.declared().state(), live, tags, token());
        if (change.action() == Action.CREATE) {
            remember(memory.with(Optional.of(new Intent(order.token(), clock.instant()))));
            return call(String.join(", ", change.calls()), List.of(), () -> actuator.create(order));
        }
        if (change.action() == Action.ADOPT) {
            return call(String.join(", ", change.calls()), List.of(), () -> actuator.adopt(order));
        }
        return steps(actuator, order);
    }

    /** The first call that is refused, or that AWS finishes later, ends the change for this pass. */
    private Applied steps(Actuator<S> actuator, Order<S> order) {
        Applied last = null;
        for (Step step : change.steps()) {
            Optional<String> closed = gate.closedBecause();
            if (closed.isPresent()) {
                return new Applied(
                        change,
                        Optional.empty(),
                        step.call() + " " + change.id() + ": not sent: " + closed.orElseThrow());
            }
            last = call(step.call(), step.paths(), () -> actuator.update(order, step));
            if (!last.isDone()) {
                return last;
            }
        }
        return last;
    }

    private Applied call(String call, List<String> paths, Supplier<Outcome> sent) {
        Instant begun = clock.instant();
        remember(memory.expecting(Optional.of(expectation("", paths, false, begun, UNKNOWN_PATIENCE))));
        Outcome outcome = sent.get();
        if (outcome instanceof Outcome.Failed failed) {
            remember(afterFailure(failed.fault()));
        } else if (outcome instanceof Outcome.Underway underway) {
            Expectation open = expectation(underway.token(), paths, true, begun, underway.patience());
            remember(memory.attempted(Optional.empty()).expecting(Optional.of(open)));
        } else {
            remember(memory.attempted(Optional.empty()).expecting(Optional.empty()));
        }
        return new Applied(change, Optional.of(outcome), call + " " + change.id() + ": " + sentence(outcome));
    }

    /** What is certain to have failed leaves nothing to wait for; what may have worked does. */
    private Remembered afterFailure(Fault fault) {
        Remembered failed = memory.attempted(Optional.of(
                Backoff.after(memory.attempt(), change.drift().fingerprint(), commit, fault, clock.instant())));
        return fault.isOutcomeUnknown()
                ? failed
                : failed.expecting(Optional.empty()).with(Optional.empty());
    }

    private Expectation expectation(
            String token, List<String> paths, boolean accepted, Instant since, Duration patience) {
        return new Expectation(change.drift().digest(), token, paths, accepted, since, since.plus(patience));
    }

    private void remember(Remembered next) {
        ledger.keep(next);
        memory = next;
    }

    /**
     * The same for every retry of the same wish, also after a crash; another one once the resource has been there and
     * gone again, because AWS may answer a token it has seen with what it made then.
     */
    private String token() {
        Instant missingSince = memory.since().getOrDefault("", Instant.EPOCH);
        return Digest.of(change.id() + "\n" + change.drift().digest() + "\n" + missingSince);
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
