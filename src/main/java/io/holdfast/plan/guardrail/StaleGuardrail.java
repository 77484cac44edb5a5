package io.holdfast.plan.guardrail;

import io.holdfast.model.Change;
import io.holdfast.model.Verdict;
import io.holdfast.plan.Situation;

/** Is it the newest word? While a newer revision does not load, nothing is taken away. */
final class StaleGuardrail implements Guardrail {
    @Override
    public Verdict ask(Change change, Situation situation) {
        return change.action().destroys() && situation.desired().stale()
                ? Verdict.hold(
                        "StaleDesiredState",
                        "a newer revision of the YAML cannot be read; nothing is deleted until it can")
                : Verdict.proceed();
    }
}
