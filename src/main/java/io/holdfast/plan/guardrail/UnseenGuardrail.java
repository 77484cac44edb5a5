package io.holdfast.plan.guardrail;

import io.holdfast.model.Change;
import io.holdfast.model.Verdict;
import io.holdfast.plan.Situation;

/** Could everything be looked at? While it could not, nothing is taken away. */
final class UnseenGuardrail implements Guardrail {
    @Override
    public Verdict ask(Change change, Situation situation) {
        return change.action().destroys() && !situation.report().isComplete()
                ? Verdict.hold(
                        "PartlyUnseen",
                        situation.report().notSeen().size()
                                + " resources could not be looked at; nothing is deleted until all are seen")
                : Verdict.proceed();
    }
}
