package io.holdfast.plan.guardrail;

import io.holdfast.model.Change;
import io.holdfast.model.Change.Action;
import io.holdfast.model.Facts;
import io.holdfast.model.Verdict;
import io.holdfast.plan.Situation;

/** Is AWS, or somebody through AWS, in the middle of changing it? */
final class UnderwayGuardrail implements Guardrail {
    @Override
    public Verdict ask(Change change, Situation situation) {
        if (change.action() == Action.ADOPT) {
            return Verdict.proceed();
        }
        return change.drift()
                .facts()
                .flatMap(Facts::underway)
                .map(what -> Verdict.hold("Underway", what + "; nothing is sent until that has ended"))
                .orElseGet(Verdict::proceed);
    }
}
