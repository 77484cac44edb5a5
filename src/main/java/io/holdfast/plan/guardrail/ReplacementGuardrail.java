package io.holdfast.plan.guardrail;

import io.holdfast.model.Change;
import io.holdfast.model.Change.Action;
import io.holdfast.model.Difference;
import io.holdfast.model.FieldDrift;
import io.holdfast.model.Impact;
import io.holdfast.model.Verdict;
import io.holdfast.plan.Situation;
import java.util.stream.Collectors;

/** Would it take another resource? Holdfast does not replace anything by itself. */
final class ReplacementGuardrail implements Guardrail {
    @Override
    public Verdict ask(Change change, Situation situation) {
        if (change.action() != Action.REPLACE) {
            return Verdict.proceed();
        }
        String paths = change.drift().fields().stream()
                .map(FieldDrift::difference)
                .filter(it -> it.impact() == Impact.REPLACEMENT)
                .map(Difference::path)
                .collect(Collectors.joining(", "));
        String data = change.drift().declared().kind().holdsData() ? ", and its data would not come along" : "";
        return Verdict.needsApproval(
                "ReplaceRequired",
                "only a new resource can have another " + paths + data
                        + "; Holdfast replaces nothing by itself: move by hand, or declare what is live");
    }
}
