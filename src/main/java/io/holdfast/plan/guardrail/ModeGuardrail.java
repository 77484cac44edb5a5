package io.holdfast.plan.guardrail;

import io.holdfast.model.Change;
import io.holdfast.model.Mode;
import io.holdfast.model.Verdict;
import io.holdfast.plan.Situation;

/** May Holdfast act here at all? */
final class ModeGuardrail implements Guardrail {
    static final String PROPOSED = "Proposed";

    @Override
    public Verdict ask(Change change, Situation situation) {
        return switch (Modes.of(change, situation.policy())) {
            case ENFORCE -> Verdict.proceed();
            case PROPOSE -> Verdict.needsApproval(PROPOSED, "the mode is " + Mode.PROPOSE + ": a person decides");
            case OBSERVE ->
                Verdict.hold("Observing", "the mode is " + Mode.OBSERVE + ": Holdfast looks and reports only");
        };
    }
}
