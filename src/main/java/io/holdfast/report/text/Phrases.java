package io.holdfast.report.text;

import io.holdfast.model.Impact;
import io.holdfast.report.document.ChangeDocument;
import io.holdfast.report.document.DriftDocument;
import io.holdfast.report.document.IgnoreDocument;
import io.holdfast.report.document.PlannedDocument;
import io.holdfast.report.document.SourceDocument;
import io.holdfast.report.document.StrayDocument;
import io.holdfast.report.document.SummaryDocument;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;

/** What text and Markdown say in the same words. */
final class Phrases {
    /** Above what could not be looked at. */
    static final String NOT_SEEN = "Not seen, and so perhaps different as well";

    /** Above what nobody would miss. */
    static final String IDLE_IGNORES = "Ignore rules that do nothing";

    private Phrases() {}

    /** Which commit, of which file. */
    static String commit(SourceDocument source) {
        return "commit " + Plain.commit(source.commit()) + staleness(source) + " of " + Plain.line(source.path());
    }

    static String staleness(SourceDocument source) {
        return source.stale() ? " (stale: nothing newer could be taken up)" : "";
    }

    /** A subject behind a name; a commit need not have one. */
    static String after(String subject) {
        return subject.isEmpty() ? "" : ", " + subject;
    }

    /** Who wrote the commit; what strangers chose to write comes last on its line, so that it can pass for nothing else. */
    static Optional<String> authored(SourceDocument source) {
        return source.authored()
                .map(it -> "written " + Plain.time(it.at()) + " by " + Plain.line(it.name())
                        + after(Plain.line(it.subject())));
    }

    static String headline(DriftDocument report) {
        SummaryDocument summary = report.summary();
        String unknown = summary.unknown() == 0 ? "" : "; " + summary.unknown() + " could not be looked at";
        if (summary.drifted() == 0 && report.strays().isEmpty()) {
            String seen = summary.unknown() == 0 ? "all " + summary.resources() : "the other " + summary.inSync();
            return seen + " resources are as declared" + unknown;
        }
        return summary.drifted() + " of " + summary.resources() + " resources differ (" + causes(summary) + ")"
                + unknown;
    }

    static String causes(SummaryDocument summary) {
        return summary.byCause().entrySet().stream().map(Phrases::counted).collect(Collectors.joining(", "));
    }

    private static String counted(Map.Entry<String, Long> cause) {
        return cause.getKey() + " " + cause.getValue();
    }

    /** What closing a difference costs. */
    static String cost(Impact impact) {
        return switch (impact) {
            case IN_PLACE -> "changed in place";
            case ROLLOUT -> "costs a rollout";
            case INTERRUPTION -> "costs an interruption";
            case REPLACEMENT -> "costs a replacement";
        };
    }

    /** What a change costs; what is made or only marked costs nobody anything. */
    static String cost(PlannedDocument change) {
        return switch (change.action()) {
            case "create" -> "new";
            case "adopt" -> "tags only";
            case "delete" -> "gone";
            default -> cost(change.impact());
        };
    }

    /** What will be done, by which calls. */
    static String intention(ChangeDocument plan) {
        return plan.calls().isEmpty() ? plan.action() : plan.action() + " with " + String.join(", ", plan.calls());
    }

    static List<IgnoreDocument> idleIgnores(DriftDocument report) {
        return report.ignores().stream()
                .filter(it -> !it.state().equals("Active"))
                .toList();
    }

    /** Why an ignore rule does nothing. */
    static String idleness(IgnoreDocument rule) {
        return rule.state().equals("Expired") ? "expired" : "has met no difference yet";
    }

    /** What becomes of what is declared no longer. */
    static String fate(StrayDocument stray) {
        return stray.plan()
                .map(it -> intention(it)
                        + it.why()
                                .map(why -> "; " + hesitation(it) + ": " + why)
                                .orElse(""))
                .orElse("left alone: pruning is off");
    }

    /** What keeps it from being done, up to the reason itself. */
    static String hesitation(ChangeDocument plan) {
        return plan.verdict().equals("NeedsApproval") ? "waits for a person" : "held";
    }
}
