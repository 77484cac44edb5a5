package io.holdfast.cli;

import io.holdfast.report.document.DriftDocument;
import io.holdfast.report.document.EnvironmentRow;
import io.holdfast.report.document.ExplainedDocument;
import io.holdfast.report.document.PlanDocument;
import io.holdfast.report.document.SummaryDocument;
import java.util.Map;
import java.util.Set;

/** What a document comes down to. */
final class Verdicts {
    /** Causes by which somebody else moved; the others are of our own wishing. */
    private static final Set<String> BY_OTHERS = Set.of("LiveDrift", "Conflict", "Stray");

    private static final Set<String> MAY_PROCEED = Set.of("Proceed", "Approved");
    private static final Set<String> SETTLED = Set.of("InSync", "NotManaged");

    private Verdicts() {}

    static Exit of(DriftDocument report) {
        return report.complete() ? of(report.summary()) : Exit.NOT_SEEN;
    }

    static Exit of(PlanDocument plan) {
        if (!plan.complete()) {
            return Exit.NOT_SEEN;
        }
        boolean blocked = plan.changes().stream().anyMatch(it -> !MAY_PROCEED.contains(it.verdict()));
        if (blocked) {
            return Exit.BLOCKED;
        }
        return plan.changes().stream()
                .flatMap(it -> it.cause().stream())
                .map(it -> BY_OTHERS.contains(it) ? Exit.LIVE_DRIFT : Exit.PENDING)
                .max(Exit::compareTo)
                .orElse(Exit.CLEAN);
    }

    static Exit of(EnvironmentRow row) {
        if (row.sync().equals("Unknown")) {
            return Exit.NOT_SEEN;
        }
        if (row.health().equals("Degraded")) {
            return Exit.DEGRADED;
        }
        if (row.operation().startsWith("Awaiting")) {
            return Exit.BLOCKED;
        }
        return row.summary().map(Verdicts::of).orElse(Exit.NOT_SEEN);
    }

    static Exit of(ExplainedDocument explained) {
        if (explained.state().equals("Unseen")) {
            return Exit.NOT_SEEN;
        }
        boolean blocked = explained.guardrails().stream().anyMatch(it -> !MAY_PROCEED.contains(it.verdict()));
        if (blocked) {
            return Exit.BLOCKED;
        }
        boolean byOthers = explained.state().equals("Stray")
                || explained.fields().stream()
                        .flatMap(it -> it.cause().stream())
                        .anyMatch(BY_OTHERS::contains);
        if (byOthers) {
            return Exit.LIVE_DRIFT;
        }
        return SETTLED.contains(explained.state()) ? Exit.CLEAN : Exit.PENDING;
    }

    private static Exit of(SummaryDocument summary) {
        return summary.byCause().entrySet().stream()
                .filter(it -> it.getValue() > 0)
                .map(Map.Entry::getKey)
                .map(it -> BY_OTHERS.contains(it) ? Exit.LIVE_DRIFT : Exit.PENDING)
                .max(Exit::compareTo)
                .orElse(Exit.CLEAN);
    }
}
