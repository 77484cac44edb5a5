package io.holdfast.plan.guardrail;

import io.holdfast.model.Change;
import io.holdfast.model.Mode;
import io.holdfast.model.Verdict;
import io.holdfast.plan.Situation;

/** May Holdfast act in this environment at all? */
final class ModeGuardrail implements Guardrail {
    @Override
    public Verdict ask(Change change, Situation situation) {
        if (situation.mode() == Mode.ENFORCE) {
            return Verdict.proceed();
        }
        return situation.mode() == Mode.PROPOSE
                ? Verdict.needsApproval("Proposed", "the environment's mode is propose: a person decides")
                : Verdict.hold("Observing", "the environment's mode is observe: Holdfast looks and reports only");
    }
}
