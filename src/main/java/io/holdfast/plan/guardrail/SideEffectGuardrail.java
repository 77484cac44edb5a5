package io.holdfast.plan.guardrail;

import io.holdfast.model.Change;
import io.holdfast.model.Verdict;
import io.holdfast.plan.Situation;

/** Would a call bring about more than it is sent for? Somebody may have parked that for a quiet hour. */
final class SideEffectGuardrail implements Guardrail {
    @Override
    public Verdict ask(Change change, Situation situation) {
        return change.sideEffects().stream()
                .findFirst()
                .map(it -> Verdict.needsApproval("SideEffect", it))
                .orElseGet(Verdict::proceed);
    }
}
