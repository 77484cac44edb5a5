package io.holdfast.plan.guardrail;

import io.holdfast.model.Change;
import io.holdfast.model.KindName;
import io.holdfast.model.Verdict;
import io.holdfast.plan.Situation;
import java.util.Set;

/** Is what hangs on it gone? Strays go in the reverse of the order in which they came to be. */
final class GoneFirstGuardrail implements Guardrail {
    @Override
    public Verdict ask(Change change, Situation situation) {
        if (!change.action().destroys()) {
            return Verdict.proceed();
        }
        Set<KindName> first = change.subject().kind().goneFirst();
        return situation.report().strays().stream()
                .filter(it -> first.contains(it.id().kind()))
                .findFirst()
                .map(it -> Verdict.hold("DependantThere", "waits until " + it.id() + " is gone"))
                .orElseGet(Verdict::proceed);
    }
}
