package io.holdfast.plan.guardrail;

import io.holdfast.model.Change;
import io.holdfast.model.Change.Action;
import io.holdfast.model.Difference;
import io.holdfast.model.Verdict;
import io.holdfast.plan.Situation;
import java.util.stream.Collectors;

/** Would it take another resource? What holds data is moved by hand; anything else only if a person says so. */
final class ReplacementGuardrail implements Guardrail {
    private static final String REASON = "ReplaceRequired";

    @Override
    public Verdict ask(Change change, Situation situation) {
        if (change.action() != Action.REPLACE) {
            return Verdict.proceed();
        }
        String paths = change.differences().stream().map(Difference::path).collect(Collectors.joining(", "));
        String what = "only a new resource can have another " + paths;
        if (change.subject().kind().holdsData()) {
            return Verdict.hold(
                    REASON,
                    what
                            + ", and its data would not come along; Holdfast replaces nothing that holds data: move by hand,"
                            + " or declare what is live");
        }
        return change.steps().isEmpty()
                ? Verdict.hold(REASON, what + "; Holdfast cannot replace it: move by hand, or declare what is live")
                : Verdict.needsApproval(
                        REASON, what + "; once approved, this one is deleted and the next pass makes the other");
    }
}
