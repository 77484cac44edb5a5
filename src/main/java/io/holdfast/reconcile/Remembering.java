package io.holdfast.reconcile;

import io.holdfast.ledger.Ledger;
import io.holdfast.model.DriftReport;
import io.holdfast.model.IgnoreUse;
import io.holdfast.model.LiveState;
import io.holdfast.model.Memory;
import io.holdfast.model.Ownership;
import io.holdfast.model.Remembered;
import io.holdfast.model.ResourceDrift;
import io.holdfast.model.Resumption;
import io.holdfast.model.RuleUse;
import io.holdfast.model.Stray;
import io.holdfast.model.Undeclared;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.TreeMap;

/** Carries what is known from one pass to the next, writing only what changed. */
final class Remembering {
    /** A create whose reply was lost shows within this time, or it never happened. */
    private static final Duration LATE_EFFECT = Duration.ofMinutes(10);

    private Remembering() {}

    /**
     * What is known of an environment.
     *
     * @param askedByPerson whether earlier failures, refusals and turn-backs are forgiven
     */
    static Memory recall(Ledger ledger, String environment, boolean askedByPerson) {
        Memory memory = resumed(ledger, environment);
        return askedByPerson
                ? new Memory(
                        memory.resources().stream().map(Remembering::forgiven).toList(), memory.rules())
                : memory;
    }

    /** At the beginning of a pass, which writes what it knew then; a word is forgotten once its effect is written down. */
    private static Memory resumed(Ledger ledger, String environment) {
        Memory memory = ledger.recall(environment);
        List<Resumption> words = ledger.resumptions(environment);
        List<Remembered> after = new ArrayList<>();
        for (Remembered known : memory.resources()) {
            Remembered resumed = after(known, words);
            if (!resumed.equals(known)) {
                ledger.keep(resumed);
            }
            after.add(resumed);
        }
        words.forEach(ledger::forget);
        return new Memory(after, memory.rules());
    }

    private static Remembered after(Remembered known, List<Resumption> words) {
        Remembered after = known;
        for (Resumption word : words) {
            after = word.after(after);
        }
        return after;
    }

    private static Remembered forgiven(Remembered resource) {
        return resource.attempted(Optional.empty()).rejected(Optional.empty()).turnedBack(new TreeMap<>());
    }

    static void keep(Ledger ledger, Memory before, LiveState live, DriftReport report) {
        for (ResourceDrift drift : report.resources()) {
            Remembered known = before.of(drift.id(), drift.key());
            boolean isSeen = drift.observed().trouble().isEmpty();
            boolean isNew = isSeen && before.find(drift.id(), drift.key()).isEmpty();
            if (isNew || !known.equals(drift.memory())) {
                ledger.keep(drift.memory());
            }
        }
        keepRules(ledger, before, report);
        report.strays().forEach(it -> keepStray(ledger, before, it));
        live.undeclared().stream().filter(it -> isOver(it, live.observedAt())).forEach(it -> ledger.forget(it.known()));
    }

    private static void keepRules(Ledger ledger, Memory before, DriftReport report) {
        List<RuleUse> uses = report.ignores().stream()
                .map(IgnoreUse::history)
                .distinct()
                .sorted(Comparator.comparing(RuleUse::rule))
                .toList();
        if (!uses.equals(before.rules())) {
            ledger.replaceRuleUses(report.environment(), uses);
        }
    }

    /** It is gone, or left behind on purpose, or it belongs to nobody or somebody else: what we knew of it is over, unless a create may yet show. */
    private static boolean isOver(Undeclared<?> undeclared, Instant now) {
        boolean mayYetShow = undeclared
                .known()
                .intent()
                .filter(it -> now.isBefore(it.at().plus(LATE_EFFECT)))
                .isPresent();
        boolean isOrMayBeOurs = undeclared
                .observed()
                .present()
                .filter(it -> isOrMayBeOurs(it.facts().ownership()))
                .isPresent();
        boolean isOver = !isOrMayBeOurs || undeclared.isLeftBehind();
        return !mayYetShow && isOver && undeclared.observed().trouble().isEmpty();
    }

    private static boolean isOrMayBeOurs(Ownership ownership) {
        return ownership.isOurs() || ownership instanceof Ownership.Unknown;
    }

    private static void keepStray(Ledger ledger, Memory before, Stray stray) {
        if (!before.find(stray.id(), stray.key()).equals(Optional.of(stray.memory()))) {
            ledger.keep(stray.memory());
        }
    }
}
