package io.holdfast.plan.guardrail;

import io.holdfast.model.Change;
import io.holdfast.model.Change.Action;
import io.holdfast.model.Verdict;
import io.holdfast.plan.Situation;

/** Would data be lost? Only a person who names the resource can say that it may go. */
final class DataGuardrail implements Guardrail {
    @Override
    public Verdict ask(Change change, Situation situation) {
        return change.action() == Action.DELETE && change.subject().kind().holdsData()
                ? Verdict.needsApprovalByName(
                        "HoldsData",
                        "it holds data: an approval must name it; a final snapshot is taken before it is deleted")
                : Verdict.proceed();
    }
}
