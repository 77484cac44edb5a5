package io.holdfast.report.text;

import io.holdfast.report.document.PlanDocument;
import io.holdfast.report.document.PlannedDocument;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/** What guardrails have to say beside proceed, each reason once, with the changes it is said of. */
final class Reasons {
    /** More names than these say less. */
    private static final int NAMED = 3;

    private Reasons() {}

    static Map<String, List<PlannedDocument>> of(PlanDocument plan) {
        Map<String, List<PlannedDocument>> reasons = new LinkedHashMap<>();
        for (PlannedDocument change : plan.changes()) {
            Stream<String> said =
                    change.guardrails().stream().flatMap(it -> it.why().map(why -> it.verdict() + ": " + why).stream());
            said.distinct()
                    .forEach(it -> reasons.computeIfAbsent(it, why -> new ArrayList<>())
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
                .filter(it -> it.verdict().equals("Proceed") || it.verdict().equals("Approved"))
                .count();
        int all = plan.changes().size();
        return all + (all == 1 ? " change, " : " changes, ") + (free == 0 ? "none" : free) + " may proceed";
    }
}
