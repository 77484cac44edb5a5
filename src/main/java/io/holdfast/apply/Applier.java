package io.holdfast.apply;

import io.holdfast.drift.DriftDetector;
import io.holdfast.ledger.Ledger;
import io.holdfast.live.LiveReader;
import io.holdfast.model.Actuator;
import io.holdfast.model.Caller;
import io.holdfast.model.Change;
import io.holdfast.model.Change.Action;
import io.holdfast.model.Cloud;
import io.holdfast.model.Declared;
import io.holdfast.model.Facts;
import io.holdfast.model.Observed;
import io.holdfast.model.Plan;
import io.holdfast.model.Resolution;
import io.holdfast.model.ResourceDrift;
import io.holdfast.model.ResourceId;
import io.holdfast.model.Standing;
import io.holdfast.model.Stray;
import io.holdfast.model.Undeclared;
import io.holdfast.model.Verdict;
import io.holdfast.model.WriteGate;
import io.holdfast.plan.Situation;
import io.holdfast.plan.Verdicts;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;

/** Makes the changes of a plan that may proceed, in order, one AWS call at a time. */
public final class Applier {
    private static final String MOVED = "it moved between the look and the act; the next pass looks again";

    private final Ledger ledger;
    private final Clock clock;
    private final WriteGate gate;
    private final Function<ResourceId, Map<String, String>> ownershipTags;

    /**
     * Wires it.
     *
     * @param ownershipTags the tags that mark a resource as ours
     */
    public Applier(
            Ledger ledger, Clock clock, WriteGate gate, Function<ResourceId, Map<String, String>> ownershipTags) {
        this.ledger = ledger;
        this.clock = clock;
        this.gate = gate;
        this.ownershipTags = ownershipTags;
    }

    /** Acts on what may proceed. What was not sent is in the answer too, with the reason. */
    public List<Applied> apply(Plan plan, Cloud cloud) {
        List<Change> changes =
                plan.changes().stream().filter(it -> it.verdict().mayProceed()).toList();
        if (changes.isEmpty()) {
            return List.of();
        }
        Optional<String> refusal = wrongAccount(plan, cloud.caller());
        Progress progress = new Progress(plan);
        List<Applied> applied = new ArrayList<>();
        for (Change change : changes) {
            Applied result =
                    refusal.map(why -> notSent(change, why)).orElseGet(() -> one(change, plan, progress, cloud));
            progress.note(result);
            applied.add(result);
        }
        return applied;
    }

    /** Checked before the first write of every pass: acting on the wrong account cannot be taken back. */
    private static Optional<String> wrongAccount(Plan plan, Caller caller) {
        String declared = plan.report().desired().aws().account();
        if (caller.account().isEmpty()) {
            return Optional.of("whose credentials these are could not be found out: "
                    + caller.trouble().map(Object::toString).orElse("no answer"));
        }
        return caller.account()
                .filter(it -> !it.equals(declared))
                .map(it -> "the credentials belong to account " + it + ", the YAML asks for " + declared);
    }

    private Applied one(Change change, Plan plan, Progress progress, Cloud cloud) {
        Optional<String> closed = gate.closedBecause();
        if (closed.isPresent()) {
            return notSent(change, closed.orElseThrow());
        }
        Optional<ResourceId> waitsFor = progress.missingFor(change);
        if (waitsFor.isPresent()) {
            return notSent(change, "waits for " + waitsFor.orElseThrow());
        }
        return change.stray()
                .map(it -> demolished(it, change, plan, cloud))
                .or(() -> plan.report()
                        .desired()
                        .find(change.id())
                        .map(it -> lookedAgain(it, change, plan, progress, cloud)))
                .orElseGet(() -> notSent(change, "nothing declares it"));
    }

    /** Since the plan was made somebody may have paused, declined or run out of time: what people say counts until the call. */
    private Optional<String> objection(Change change, Plan plan) {
        Standing standing = ledger.standing(plan.environment());
        Verdict now =
                Verdicts.again(change, plan, new Situation(plan.report(), Optional.empty(), standing, clock.instant()));
        return now.mayProceed() ? Optional.empty() : Optional.of(now.sentence());
    }

    /** The plan may be seconds old: what moved since then is left for the next pass. */
    private <S> Applied lookedAgain(Declared<S> declared, Change change, Plan plan, Progress progress, Cloud cloud) {
        ResourceDrift before = change.drift().orElseThrow();
        Resolution<S> planned = new Resolution<>(declared.state(), asPlanned(before, declared), before.key());
        Observed<S> observed = LiveReader.again(planned, before.memory().expectation(), cloud);
        ResourceDrift now = DriftDetector.again(planned, observed, before, plan.report(), clock.instant());
        if (hasMoved(before, now)) {
            return notSent(change, MOVED);
        }
        Actuator<S> actuator = cloud.handlers().of(declared.kind()).actuator();
        if (change.action() == Action.REPLACE) {
            return demolished(change, observed.present().orElseThrow(), plan, actuator);
        }
        // What a call would bring about on the side is no difference, so that only asking again tells.
        Change again = Change.of(change.action(), now, change.differences(), change.steps(), change.impact());
        if (!again.sideEffects().equals(change.sideEffects())) {
            return notSent(change, MOVED);
        }
        Resolution<S> resolution = Resolution.of(declared, progress.references());
        return new Execution<>(change, resolution, observed, journal(change, plan), ownershipTags.apply(change.id()))
                .run(actuator);
    }

    /** Whose it is counts as well: somebody may have put a mark on it, or taken ours off, and nothing else. */
    private static boolean hasMoved(ResourceDrift before, ResourceDrift now) {
        return !now.fingerprint().equals(before.fingerprint())
                || !now.facts().map(Facts::ownership).equals(before.facts().map(Facts::ownership));
    }

    private Applied demolished(Stray stray, Change change, Plan plan, Cloud cloud) {
        Undeclared<?> again = LiveReader.again(stray.memory(), cloud);
        return demolishedIfSame(again, stray, change, plan, cloud);
    }

    private <S> Applied demolishedIfSame(Undeclared<S> again, Stray stray, Change change, Plan plan, Cloud cloud) {
        Optional<Observed.Present<S>> live = again.observed()
                .present()
                .filter(it -> it.facts().ownership().isOurs())
                .filter(it -> Stray.of(again, it, stray.straying(), stray.lineage())
                        .fingerprint()
                        .equals(stray.fingerprint()));
        return live.map(it -> demolished(
                        change, it, plan, cloud.handlers().of(again.kind()).actuator()))
                .orElseGet(() -> notSent(change, MOVED));
    }

    private <S> Applied demolished(Change change, Observed.Present<S> live, Plan plan, Actuator<S> actuator) {
        return new Demolition<>(change, live, journal(change, plan)).run(actuator);
    }

    private Journal journal(Change change, Plan plan) {
        WriteGate people = () -> objection(change, plan);
        return new Journal(change, plan.report().desired().revision().commit(), ledger, clock, gate.and(people));
    }

    /** As references stood when the drift was found: a revision registered since then must not look like a move. */
    @SuppressWarnings("unchecked")
    private static <S> Declared<S> asPlanned(ResourceDrift before, Declared<S> declared) {
        return declared.with((S) before.declared().state());
    }

    private static Applied notSent(Change change, String why) {
        return new Applied(change, Optional.empty(), change.action().word() + " " + change.id() + ": not sent: " + why);
    }
}
