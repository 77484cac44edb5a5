package io.holdfast.plan.guardrail;

import io.holdfast.model.Change;
import io.holdfast.model.Verdict;
import io.holdfast.plan.Situation;
import java.util.List;

/** The questions asked of each change by itself, what is never allowed first, what only has to wait later. */
public final class Guardrails {
    private static final List<Guardrail> IN_ORDER = List.of(
            new AccountGuardrail(),
            new OwnershipGuardrail(),
            new ReplacementGuardrail(),
            new HeldFieldsGuardrail(),
            new DoubtGuardrail(),
            new UnderwayGuardrail(),
            new BackoffGuardrail(),
            new ModeGuardrail());

    private Guardrails() {}

    /** The first verdict that is not to proceed; to proceed if there is none. */
    public static Verdict ask(Change change, Situation situation) {
        return IN_ORDER.stream()
                .map(it -> it.ask(change, situation))
                .filter(it -> !it.mayProceed())
                .findFirst()
                .orElseGet(Verdict::proceed);
    }
}
