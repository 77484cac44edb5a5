package io.holdfast.plan.guardrail;

import io.holdfast.model.Change;
import io.holdfast.model.Verdict;
import io.holdfast.plan.Situation;
import java.util.List;
import java.util.Optional;

/** Is enough done in this pass already? The rest waits for the next. */
public final class ChangeBudgetGuardrail {
    private ChangeBudgetGuardrail() {}

    /**
     * Asks of one change.
     *
     * @param before the changes before it, with their verdicts
     */
    public static Verdict ask(Change change, List<Change> before, Situation situation) {
        Optional<Integer> most = situation.policy().limits().changesPerPass();
        if (!change.verdict().mayProceed() || most.isEmpty()) {
            return Verdict.proceed();
        }
        long made = before.stream().filter(it -> it.verdict().mayProceed()).count();
        return made < most.orElseThrow()
                ? Verdict.proceed()
                : Verdict.hold(
                        "ChangeBudget",
                        "one pass makes " + most.orElseThrow() + " changes at the most; the next goes on");
    }
}
