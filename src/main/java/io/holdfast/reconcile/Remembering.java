package io.holdfast.reconcile;

import io.holdfast.ledger.Ledger;
import io.holdfast.model.DriftReport;
import io.holdfast.model.LiveState;
import io.holdfast.model.Memory;
import io.holdfast.model.Observed;
import io.holdfast.model.Ownership;
import io.holdfast.model.Remembered;
import io.holdfast.model.ResourceDrift;
import java.util.Optional;

/** Carries what is known from one pass to the next, writing only what changed. */
final class Remembering {
    private Remembering() {}

    /**
     * What is known of an environment.
     *
     * @param askedByPerson whether earlier failures and refusals are forgiven
     */
    static Memory recall(Ledger ledger, String environment, boolean askedByPerson) {
        Memory memory = ledger.recall(environment);
        return askedByPerson
                ? new Memory(memory.resources().stream()
                        .map(it -> it.attempted(Optional.empty()).rejected(Optional.empty()))
                        .toList())
                : memory;
    }

    static void keep(Ledger ledger, Memory before, LiveState live, DriftReport report) {
        for (ResourceDrift drift : report.resources()) {
            boolean changed = !before.find(drift.id(), drift.key()).equals(Optional.of(drift.memory()));
            if (changed && drift.observed().trouble().isEmpty()) {
                ledger.keep(drift.memory());
            }
        }
        live.undeclared().forEach((known, observed) -> keepUndeclared(ledger, known, observed, report));
    }

    private static void keepUndeclared(Ledger ledger, Remembered known, Observed<?> observed, DriftReport report) {
        boolean ours = observed.present()
                .filter(it -> isOrMayBeOurs(it.facts().ownership()))
                .isPresent();
        if (ours) {
            keepStray(ledger, known, report);
        } else if (observed.trouble().isEmpty()) {
            ledger.forget(known);
        }
    }

    private static boolean isOrMayBeOurs(Ownership ownership) {
        return ownership.isOurs() || ownership instanceof Ownership.Unknown;
    }

    private static void keepStray(Ledger ledger, Remembered known, DriftReport report) {
        var since = new java.util.TreeMap<>(known.since());
        if (since.putIfAbsent("", report.observedAt()) == null) {
            ledger.keep(known.seen(known.arn(), known.lastApplied(), since));
        }
    }
}
