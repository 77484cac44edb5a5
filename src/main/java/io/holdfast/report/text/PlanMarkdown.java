package io.holdfast.report.text;

import static io.holdfast.report.text.Markdown.code;

import io.holdfast.report.document.PlanDocument;
import io.holdfast.report.document.PlannedDocument;
import java.util.List;
import java.util.stream.Collectors;

/** The plan for a review or a chat. */
public final class PlanMarkdown {
    private static final List<String> TITLES =
            List.of("change", "resource", "kind", "verdict", "cost", "calls", "fields");

    private static final List<String> UNSEEN = List.of("resource", "why");

    private PlanMarkdown() {}

    public static String of(PlanDocument plan) {
        StringBuilder text = new StringBuilder();
        text.append("# ").append(code(plan.environment())).append(": ").append(Reasons.headline(plan));
        text.append("\n\n").append(Markdown.commit(plan.source()));
        text.append(".\n\nMode ")
                .append(plan.mode())
                .append(", plan ")
                .append(code(plan.planId()))
                .append(", looked at ")
                .append(Plain.time(plan.observedAt()))
                .append(".\n");
        if (!plan.changes().isEmpty()) {
            text.append('\n').append(Markdown.head(TITLES));
            plan.changes().forEach(it -> text.append(Markdown.row(cells(it))));
        }
        Reasons.of(plan)
                .forEach((why, changes) ->
                        text.append("\n- ").append(code(why)).append(" holds ").append(code(Reasons.names(changes))));
        if (!plan.notSeen().isEmpty()) {
            text.append("\n\n## ").append(Phrases.NOT_SEEN).append("\n\n").append(Markdown.head(UNSEEN));
            plan.notSeen().forEach(it -> text.append(Markdown.row(List.of(code(it.id()), code(it.reason())))));
        }
        return text.append('\n').toString();
    }

    private static List<String> cells(PlannedDocument change) {
        return List.of(
                change.action(),
                code(change.id()),
                change.kind(),
                change.verdict(),
                Phrases.cost(change),
                codes(change.calls()),
                codes(change.fields()));
    }

    private static String codes(List<String> texts) {
        return texts.stream().map(Markdown::code).collect(Collectors.joining(", "));
    }
}
