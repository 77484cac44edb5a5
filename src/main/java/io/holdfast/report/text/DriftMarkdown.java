package io.holdfast.report.text;

import static io.holdfast.report.text.Markdown.code;

import io.holdfast.report.document.ChangeDocument;
import io.holdfast.report.document.DriftDocument;
import io.holdfast.report.document.DriftedDocument;
import io.holdfast.report.document.FieldDocument;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;

/** The drift report for a review or a chat. */
public final class DriftMarkdown {
    private static final List<String> FIELDS =
            List.of("field", "declared", "live", "last applied", "cause", "declared at");

    private final DriftDocument report;
    private final StringBuilder text = new StringBuilder();

    private DriftMarkdown(DriftDocument report) {
        this.report = report;
    }

    public static String of(DriftDocument report) {
        return new DriftMarkdown(report).write();
    }

    private String write() {
        head();
        report.resources().stream().filter(it -> it.cause().isPresent()).forEach(this::resource);
        table(
                Phrases.NOT_SEEN,
                List.of("resource", "why"),
                report.notSeen(),
                it -> List.of(code(it.id()), code(it.reason())));
        table(
                "Ours, declared no longer",
                List.of("resource", "AWS name", "since", "next"),
                report.strays(),
                it -> List.of(code(it.id()), code(it.name()), Plain.time(it.since()), code(Phrases.fate(it))));
        table(
                Phrases.IDLE_IGNORES,
                List.of("rule of", "declared at", "state", "reason"),
                Phrases.idleIgnores(report),
                it -> List.of(
                        code(it.of()), code(it.declaredAt().toString()), Phrases.idleness(it), code(it.reason())));
        table(
                "Not compared",
                List.of("resource", "field", "why"),
                report.suppressed(),
                it -> List.of(code(it.id()), code(it.path()), code(it.reason())));
        return text.toString();
    }

    private void head() {
        text.append("# ").append(code(report.environment())).append(": ").append(Phrases.headline(report));
        text.append("\n\n")
                .append(Markdown.commit(report.source()))
                .append(".\n\nLooked at ")
                .append(Plain.time(report.observedAt()))
                .append(".\n");
    }

    private void resource(DriftedDocument resource) {
        text.append("\n## ").append(code(resource.id())).append("\n\n");
        text.append(resource.kind())
                .append(", **")
                .append(resource.cause().orElseThrow())
                .append("**");
        resource.since().ifPresent(it -> text.append(" since ").append(Plain.time(it)));
        resource.impact().ifPresent(it -> text.append(", ").append(Phrases.cost(it)));
        text.append(", declared at ")
                .append(code(resource.declaredAt().toString()))
                .append(".\n");
        if (!resource.fields().isEmpty()) {
            text.append('\n').append(Markdown.head(FIELDS));
            resource.fields().forEach(it -> text.append(Markdown.row(cells(it))));
        }
        resource.plan().ifPresent(this::next);
    }

    private static List<String> cells(FieldDocument field) {
        return List.of(
                code(field.path()),
                value(field.desired()),
                value(field.live()),
                value(field.lastApplied()),
                field.cause(),
                code(field.declaredAt().toString()));
    }

    private static String value(Optional<Object> value) {
        return value.isEmpty() ? "(nothing)" : code(Plain.value(value));
    }

    private void next(ChangeDocument plan) {
        text.append("\nNext: ").append(Phrases.intention(plan));
        plan.why()
                .ifPresent(it -> text.append("; ")
                        .append(Phrases.hesitation(plan))
                        .append(": ")
                        .append(code(it)));
        text.append(".\n");
    }

    private <T> void table(String title, List<String> titles, List<T> items, Function<T, List<String>> cells) {
        if (items.isEmpty()) {
            return;
        }
        text.append("\n## ").append(title).append("\n\n").append(Markdown.head(titles));
        items.forEach(it -> text.append(Markdown.row(cells.apply(it))));
    }
}
