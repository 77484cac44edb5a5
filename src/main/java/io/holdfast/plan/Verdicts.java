package io.holdfast.plan;

import io.holdfast.model.Change;
import io.holdfast.model.Plan;
import io.holdfast.model.Ruling;
import io.holdfast.model.Verdict;
import io.holdfast.plan.guardrail.ChangeBudgetGuardrail;
import io.holdfast.plan.guardrail.Consent;
import io.holdfast.plan.guardrail.DeleteBudgetGuardrail;
import io.holdfast.plan.guardrail.FollowersGuardrail;
import io.holdfast.plan.guardrail.Guardrails;
import io.holdfast.plan.guardrail.NeedsGuardrail;
import java.util.ArrayList;
import java.util.List;
import java.util.function.UnaryOperator;

/**
 * Asks the guardrails. First of each change alone; then what the changes are together; then whether a change would serve a
 * resource that is itself held; last, in order, whether what it needs is there or about to be.
 */
public final class Verdicts {
    private Verdicts() {}

    static List<Change> on(List<Change> changes, Situation situation) {
        List<Change> alone = each(changes, it -> Guardrails.ask(it, situation));
        List<Change> counted = each(
                alone, it -> ruled(it, "DeleteBudget", DeleteBudgetGuardrail.ask(it, alone, situation), situation));
        List<Change> followed =
                each(counted, it -> ruled(it, "Followers", FollowersGuardrail.ask(it, counted), situation));
        List<Change> needing = inOrder(
                followed,
                (it, before) -> ruled(it, "Needs", NeedsGuardrail.ask(it, before, situation.report()), situation));
        return inOrder(
                needing,
                (it, before) -> ruled(it, "ChangeBudget", ChangeBudgetGuardrail.ask(it, before, situation), situation));
    }

    /** What is said of a change right before it is made: all that may have come about since it was planned. */
    public static Verdict again(Change change, Plan plan, Situation situation) {
        Change unruled =
                Change.of(change.action(), change.subject(), change.differences(), change.steps(), change.impact());
        Verdict budget = DeleteBudgetGuardrail.ask(change, plan.changes(), situation);
        return ruled(Guardrails.ask(unruled, situation), "DeleteBudget", budget, situation)
                .verdict();
    }

    private static List<Change> each(List<Change> changes, UnaryOperator<Change> asked) {
        return changes.stream().map(asked).toList();
    }

    /** A question whose answer depends on what was said of the changes before. */
    private interface InTurn {
        Change ask(Change change, List<Change> before);
    }

    private static List<Change> inOrder(List<Change> changes, InTurn question) {
        List<Change> judged = new ArrayList<>();
        changes.forEach(it -> judged.add(question.ask(it, judged)));
        return judged;
    }

    private static Change ruled(Change change, String guardrail, Verdict verdict, Situation situation) {
        return change.ruled(new Ruling(guardrail, Consent.answer(verdict, change, situation)));
    }
}
