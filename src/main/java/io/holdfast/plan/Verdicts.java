package io.holdfast.plan;

import io.holdfast.model.Change;
import io.holdfast.model.DriftReport;
import io.holdfast.model.Verdict;
import io.holdfast.plan.guardrail.FollowersGuardrail;
import io.holdfast.plan.guardrail.Guardrails;
import io.holdfast.plan.guardrail.NeedsGuardrail;
import java.util.ArrayList;
import java.util.List;

/**
 * Asks the guardrails. First of each change alone; then whether a change would serve a resource that is itself held;
 * last, in order, whether what it needs is there or about to be.
 */
final class Verdicts {
    private Verdicts() {}

    static List<Change> on(List<Change> changes, DriftReport report, Situation situation) {
        List<Change> alone = changes.stream()
                .map(it -> it.with(Guardrails.ask(it, situation)))
                .toList();
        List<Change> followed = alone.stream()
                .map(it -> proceedingOr(it, FollowersGuardrail.ask(it, alone)))
                .toList();
        List<Change> judged = new ArrayList<>();
        followed.forEach(it -> judged.add(proceedingOr(it, NeedsGuardrail.ask(it, judged, report))));
        return judged;
    }

    private static Change proceedingOr(Change change, Verdict verdict) {
        return change.verdict().mayProceed() ? change.with(verdict) : change;
    }
}
