package io.holdfast.plan.guardrail;

import io.holdfast.model.Change;
import io.holdfast.model.Change.Action;
import io.holdfast.model.Verdict;
import io.holdfast.model.policy.Limits;
import io.holdfast.plan.Situation;
import java.util.List;

/** Would so much go at once that it may be a slip? Then a person is asked about all of it. */
public final class DeleteBudgetGuardrail {
    private static final int PERCENT = 100;

    private DeleteBudgetGuardrail() {}

    /** Asks of one change, among all of the plan. */
    public static Verdict ask(Change change, List<Change> all, Situation situation) {
        if (change.action() != Action.DELETE) {
            return Verdict.proceed();
        }
        long deletes = all.stream().filter(it -> it.action() == Action.DELETE).count();
        long ours = situation.report().resources().size() + deletes;
        Limits limits = situation.policy().limits();
        boolean tooMany = deletes > limits.deletes() || deletes * PERCENT > (long) limits.deletePercent() * ours;
        return tooMany
                ? Verdict.needsApproval(
                        "DeleteBudget",
                        deletes + " of " + ours + " resources would be deleted; more than " + limits.deletes() + " or "
                                + limits.deletePercent() + " % at once is for a person to decide")
                : Verdict.proceed();
    }
}
