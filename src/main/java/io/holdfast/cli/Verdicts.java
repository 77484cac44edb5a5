package io.holdfast.cli;

import io.holdfast.report.document.DriftDocument;
import io.holdfast.report.document.EnvironmentRow;
import io.holdfast.report.document.PlanDocument;
import io.holdfast.report.document.SummaryDocument;
import java.util.Map;
import java.util.Set;

/** What a document comes down to. */
final class Verdicts {
    /** Causes by which somebody else moved; the others are of our own wishing. */
    private static final Set<String> BY_OTHERS = Set.of("LiveDrift", "Conflict", "Stray");

    private Verdicts() {}

    static Exit of(DriftDocument report) {
        return report.complete() ? of(report.summary()) : Exit.NOT_SEEN;
    }

    static Exit of(PlanDocument plan) {
        if (!plan.complete()) {
            return Exit.NOT_SEEN;
        }
        boolean blocked = plan.changes().stream().anyMatch(it -> !it.verdict().equals("Proceed"));
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

    private static Exit of(SummaryDocument summary) {
        return summary.byCause().entrySet().stream()
                .filter(it -> it.getValue() > 0)
                .map(Map.Entry::getKey)
                .map(it -> BY_OTHERS.contains(it) ? Exit.LIVE_DRIFT : Exit.PENDING)
                .max(Exit::compareTo)
                .orElse(Exit.CLEAN);
    }
}
