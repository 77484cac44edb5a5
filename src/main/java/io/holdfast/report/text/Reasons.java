package io.holdfast.report.text;

import io.holdfast.report.document.PlanDocument;
import io.holdfast.report.document.PlannedDocument;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Why changes may not be made, each reason once, with the changes it stops. */
final class Reasons {
    /** More names than these say less. */
    private static final int NAMED = 3;

    private Reasons() {}

    static Map<String, List<PlannedDocument>> of(PlanDocument plan) {
        Map<String, List<PlannedDocument>> reasons = new LinkedHashMap<>();
        for (PlannedDocument change : plan.changes()) {
            change.why()
                    .ifPresent(it -> reasons.computeIfAbsent(change.verdict() + ": " + it, why -> new ArrayList<>())
                            .add(change));
        }
        return reasons;
    }

    static String names(List<PlannedDocument> changes) {
        List<String> names = changes.stream()
                .limit(NAMED)
                .map(it -> it.action() + " " + it.id())
                .toList();
        int more = changes.size() - names.size();
        return String.join(", ", names) + (more == 0 ? "" : " and " + more + " more");
    }

    static String headline(PlanDocument plan) {
        if (plan.changes().isEmpty()) {
            return plan.complete() ? "nothing to do" : "nothing to do about what could be looked at";
        }
        long free = plan.changes().stream()
                .filter(it -> it.verdict().equals("Proceed"))
                .count();
        int all = plan.changes().size();
        return all + (all == 1 ? " change, " : " changes, ") + (free == 0 ? "none" : free) + " may proceed";
    }
}
