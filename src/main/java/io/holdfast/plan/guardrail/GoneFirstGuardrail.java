package io.holdfast.plan.guardrail;

import io.holdfast.model.Change;
import io.holdfast.model.Change.Action;
import io.holdfast.model.ResourceId;
import io.holdfast.model.Subject;
import io.holdfast.model.Verdict;
import io.holdfast.plan.Situation;
import java.util.Collection;
import java.util.Optional;

/**
 * Is what hangs on it gone? Strays go in the reverse of the order in which they came to be, and what is still declared to be
 * on one keeps it.
 */
final class GoneFirstGuardrail implements Guardrail {
    @Override
    public Verdict ask(Change change, Situation situation) {
        if (!change.action().destroys()) {
            return Verdict.proceed();
        }
        Optional<ResourceId> declared = change.action() == Action.DELETE
                ? on(change.subject(), situation.report().resources())
                : Optional.empty();
        return declared.map(it ->
                        Verdict.hold("StillNeeded", it + " is declared to be on it; it stays as long as that is so"))
                .or(() -> on(change.subject(), situation.report().strays())
                        .map(it -> Verdict.hold("DependantThere", "waits until " + it + " is gone")))
                .orElseGet(Verdict::proceed);
    }

    private static Optional<ResourceId> on(Subject carrier, Collection<? extends Subject> others) {
        return others.stream()
                .filter(it -> carrier.kind().goneFirst().contains(it.id().kind()))
                .filter(it -> carrier.kind().carries(carrier.key(), it.key()))
                .map(Subject::id)
                .findFirst();
    }
}
