package io.holdfast.report.text;

import io.holdfast.model.Impact;
import io.holdfast.report.document.PlanDocument;
import io.holdfast.report.document.PlannedDocument;

/** The plan for a terminal. */
public final class PlanText {
    private PlanText() {}

    public static String of(PlanDocument plan) {
        return of(plan, Paint.PLAIN);
    }

    public static String of(PlanDocument plan, Paint paint) {
        StringBuilder text = new StringBuilder();
        text.append(paint.strong(Plain.line(plan.environment())))
                .append(": ")
                .append(Reasons.headline(plan))
                .append(" (mode ")
                .append(plan.mode())
                .append(")\n");
        text.append("  ").append(Phrases.commit(plan.source())).append('\n');
        Phrases.authored(plan.source())
                .ifPresent(it -> text.append("  ").append(it).append('\n'));
        text.append("  plan ").append(plan.planId()).append(", looked at ").append(Plain.time(plan.observedAt()));
        text.append('\n');
        if (!plan.changes().isEmpty()) {
            text.append('\n').append(changes(plan, paint));
        }
        Reasons.of(plan)
                .forEach((why, changes) -> text.append('\n')
                        .append(paint.strong(Plain.line(Reasons.names(changes))))
                        .append("\n  ")
                        .append(Plain.line(why))
                        .append('\n'));
        if (!plan.notSeen().isEmpty()) {
            text.append('\n')
                    .append(paint.strong(Phrases.NOT_SEEN))
                    .append('\n')
                    .append(notSeen(plan));
        }
        return text.toString();
    }

    private static String changes(PlanDocument plan, Paint paint) {
        Columns rows = new Columns("");
        for (PlannedDocument it : plan.changes()) {
            String sent = it.fields().isEmpty() ? "" : ": " + String.join(", ", it.fields());
            rows.row(
                    it.action(),
                    paint.strong(Plain.line(it.id())),
                    it.kind(),
                    it.verdict().equals("Proceed") ? paint.good(it.verdict()) : paint.doubtful(it.verdict()),
                    it.impact() == Impact.REPLACEMENT ? paint.bad(Phrases.cost(it)) : Phrases.cost(it),
                    Plain.line(String.join(", ", it.calls()) + sent));
        }
        return rows.text();
    }

    private static String notSeen(PlanDocument plan) {
        Columns rows = new Columns("  ");
        plan.notSeen().forEach(it -> rows.row(Plain.line(it.id()), Plain.line(it.reason())));
        return rows.text();
    }
}
