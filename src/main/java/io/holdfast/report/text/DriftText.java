package io.holdfast.report.text;

import io.holdfast.report.document.ChangeDocument;
import io.holdfast.report.document.DriftDocument;
import io.holdfast.report.document.DriftedDocument;
import io.holdfast.report.document.FieldDocument;
import java.util.List;
import java.util.Optional;
import java.util.function.BiConsumer;

/** The drift report for a terminal. */
public final class DriftText {
    private final DriftDocument report;
    private final Paint paint;
    private final StringBuilder text = new StringBuilder();

    private DriftText(DriftDocument report, Paint paint) {
        this.report = report;
        this.paint = paint;
    }

    public static String of(DriftDocument report) {
        return of(report, Paint.PLAIN);
    }

    public static String of(DriftDocument report, Paint paint) {
        return new DriftText(report, paint).write();
    }

    private String write() {
        head();
        report.resources().stream().filter(it -> it.cause().isPresent()).forEach(this::resource);
        section(
                Phrases.NOT_SEEN,
                report.notSeen(),
                (it, rows) -> rows.row(Plain.line(it.id()), Plain.line(it.reason())));
        section(
                "Ours, declared no longer",
                report.strays(),
                (it, rows) -> rows.row(
                        Plain.line(it.id()),
                        it.kind(),
                        Plain.line(it.name()),
                        "since " + Plain.time(it.since()),
                        Plain.line(Phrases.fate(it))));
        section(
                Phrases.IDLE_IGNORES,
                Phrases.idleIgnores(report),
                (it, rows) -> rows.row(
                        Plain.line(it.of()),
                        Plain.line(it.declaredAt().toString()),
                        Phrases.idleness(it),
                        Plain.line(it.reason())));
        section(
                "Not compared",
                report.suppressed(),
                (it, rows) -> rows.row(Plain.line(it.id()), Plain.line(it.path()), Plain.line(it.reason())));
        return text.toString();
    }

    private void head() {
        say(paint.strong(Plain.line(report.environment())) + ": " + Phrases.headline(report));
        say("  " + Phrases.commit(report.source()));
        Phrases.authored(report.source()).ifPresent(it -> say("  " + it));
        String next = report.nextPassAt()
                .map(it -> ", next look by " + Plain.time(it))
                .orElse("");
        say("  looked at " + Plain.time(report.observedAt()) + next);
    }

    private void resource(DriftedDocument resource) {
        say("");
        say(paint.strong(Plain.line(resource.id())) + "  " + resource.kind() + "  " + verdict(resource));
        if (resource.fields().isEmpty()) {
            say("  declared at " + Plain.line(resource.declaredAt().toString()));
        }
        resource.fields().forEach(it -> field(it, resource));
        resource.plan().ifPresent(this::next);
    }

    private String verdict(DriftedDocument resource) {
        String age = resource.since()
                .map(it -> " for " + Plain.age(it, report.observedAt()))
                .orElse("");
        String cost = resource.impact().map(it -> ", " + Phrases.cost(it)).orElse("");
        return cause(resource.cause().orElseThrow()) + age + cost;
    }

    private String cause(String cause) {
        return cause.equals("LiveDrift") || cause.equals("Conflict") ? paint.bad(cause) : paint.doubtful(cause);
    }

    private void field(FieldDocument field, DriftedDocument resource) {
        String cause = resource.cause().equals(Optional.of(field.cause())) ? "" : "  " + cause(field.cause());
        say("  " + paint.strong(Plain.line(field.path())) + "  "
                + paint.faint(Plain.line(field.declaredAt().toString())) + cause);
        Columns values = new Columns("    ");
        values.row("declared", paint.good(Plain.value(field.desired())));
        values.row("live", paint.bad(Plain.value(field.live())));
        if (field.cause().equals("FirstObservation")) {
            values.row("last applied", "never seen to agree");
        } else if (!field.lastApplied().equals(field.desired())) {
            field.lastApplied().ifPresent(it -> values.row("last applied", Plain.value(Optional.of(it))));
        }
        text.append(values.text());
    }

    private void next(ChangeDocument plan) {
        String but = plan.why()
                .map(it -> "; " + Phrases.hesitation(plan) + ": " + Plain.line(it))
                .orElse("");
        say("  next: " + Phrases.intention(plan) + but);
    }

    private <T> void section(String title, List<T> items, BiConsumer<T, Columns> row) {
        if (items.isEmpty()) {
            return;
        }
        say("");
        say(paint.strong(title));
        Columns rows = new Columns("  ");
        items.forEach(it -> row.accept(it, rows));
        text.append(rows.text());
    }

    private void say(String line) {
        text.append(line).append('\n');
    }
}
