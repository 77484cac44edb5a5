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
 * Asks the guardrails. First of each change alone; then, in order, whether what it needs is there or about to be; then
 * whether it would serve a resource that is itself held; last again what needs those.
 */
final class Verdicts {
    private Verdicts() {}

    static List<Change> on(List<Change> changes, DriftReport report, Situation situation) {
        List<Change> alone = changes.stream()
                .map(it -> it.with(Guardrails.ask(it, situation)))
                .toList();
        List<Change> supplied = supplied(alone, report);
        List<Change> serving = supplied.stream()
                .map(it -> proceedingOr(it, FollowersGuardrail.ask(it, supplied)))
                .toList();
        return supplied(serving, report);
    }

    private static List<Change> supplied(List<Change> changes, DriftReport report) {
        List<Change> judged = new ArrayList<>();
        changes.forEach(it -> judged.add(proceedingOr(it, NeedsGuardrail.ask(it, judged, report))));
        return judged;
    }

    private static Change proceedingOr(Change change, Verdict verdict) {
        return change.verdict().mayProceed() ? change.with(verdict) : change;
    }
}
