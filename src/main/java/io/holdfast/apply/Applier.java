package io.holdfast.apply;

import io.holdfast.drift.DriftDetector;
import io.holdfast.ledger.Ledger;
import io.holdfast.live.LiveReader;
import io.holdfast.model.Caller;
import io.holdfast.model.Change;
import io.holdfast.model.Cloud;
import io.holdfast.model.Declared;
import io.holdfast.model.Observed;
import io.holdfast.model.Plan;
import io.holdfast.model.Resolution;
import io.holdfast.model.ResourceDrift;
import io.holdfast.model.ResourceId;
import io.holdfast.model.WriteGate;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;

/** Makes the changes of a plan that may proceed, in order, one AWS call at a time. */
public final class Applier {
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
        return plan.report()
                .desired()
                .find(change.id())
                .map(it -> lookedAgain(it, change, plan, progress, cloud))
                .orElseGet(() -> notSent(change, "nothing declares it"));
    }

    /** The plan may be seconds old: what moved since then is left for the next pass. */
    private <S> Applied lookedAgain(Declared<S> declared, Change change, Plan plan, Progress progress, Cloud cloud) {
        ResourceDrift before = change.drift();
        Resolution<S> planned = new Resolution<>(declared.state(), asPlanned(before, declared), before.key());
        Observed<S> observed = LiveReader.again(planned, before.memory().expectation(), cloud);
        ResourceDrift now = DriftDetector.again(planned, observed, before, plan.report(), clock.instant());
        if (!now.fingerprint().equals(before.fingerprint())) {
            return notSent(change, "it moved between the look and the act; the next pass looks again");
        }
        Resolution<S> resolution = Resolution.of(declared, progress.references());
        return new Execution<>(change, resolution, observed, plan, ledger, clock, gate, ownershipTags)
                .run(cloud.handlers().of(declared.kind()).actuator());
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
