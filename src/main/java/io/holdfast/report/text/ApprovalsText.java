package io.holdfast.report.text;

import io.holdfast.report.document.AnsweredDocument;
import io.holdfast.report.document.ApprovalsDocument;
import io.holdfast.report.document.DecisionDocument;
import io.holdfast.report.document.QuestionDocument;
import java.util.List;
import java.util.stream.Collectors;

/** What waits for people, and what they have said, for a terminal. */
public final class ApprovalsText {
    private ApprovalsText() {}

    public static String of(ApprovalsDocument approvals, Paint paint) {
        StringBuilder text = new StringBuilder();
        text.append(paint.strong(Plain.line(approvals.environment())))
                .append(": ")
                .append(headline(approvals))
                .append("\n  plan ")
                .append(approvals.planId())
                .append(", commit ")
                .append(Plain.commit(approvals.commit()))
                .append('\n');
        if (!approvals.questions().isEmpty()) {
            text.append('\n').append(questions(approvals, paint));
        }
        if (!approvals.decisions().isEmpty()) {
            text.append("\nSaid\n");
            approvals.decisions().forEach(it -> text.append(decision(it)));
        }
        return text.toString();
    }

    private static String headline(ApprovalsDocument approvals) {
        long waiting = approvals.questions().stream()
                .filter(it -> it.answer().equals("Waiting"))
                .count();
        return waiting == 0 ? "nothing waits for a person" : waiting + " wait for a person";
    }

    private static String questions(ApprovalsDocument approvals, Paint paint) {
        Columns rows = new Columns("");
        for (QuestionDocument it : approvals.questions()) {
            rows.row(
                    it.action(),
                    paint.strong(Plain.line(it.id())),
                    it.answer().equals("Approved") ? paint.good(it.answer()) : paint.doubtful(it.answer()),
                    it.agreeing().size() + " of " + it.required() + (it.byName() ? ", by name" : ""),
                    Plain.line(it.declinedBy().map(no -> "declined by " + no).orElse(it.why())));
        }
        return rows.text();
    }

    private static String decision(DecisionDocument said) {
        String voided = said.counts()
                ? ", until " + Plain.time(said.expiresAt())
                : ", void: "
                        + said.changes().stream()
                                .flatMap(it -> it.voidBecause().stream())
                                .distinct()
                                .map(Plain::line)
                                .collect(Collectors.joining("; "));
        return "  " + Plain.time(said.at()) + "  " + Plain.line(said.actor()) + " " + said.answer() + " of "
                + said.changes().size() + (said.changes().size() == 1 ? " change" : " changes")
                + said.reason().map(it -> " (" + Plain.line(it) + ")").orElse("") + voided + "\n";
    }

    public static String of(AnsweredDocument answered) {
        StringBuilder text = new StringBuilder(answered.answer() + " of plan " + answered.planId() + " is taken, until "
                + Plain.time(answered.expiresAt()) + "\n");
        line(text, "approved", answered.approved());
        line(text, "declined", answered.declined());
        answered.waiting()
                .forEach(it -> text.append("  still waits: ")
                        .append(Plain.line(it.id()))
                        .append(" (")
                        .append(it.reason())
                        .append(", ")
                        .append(it.agreed())
                        .append(" of ")
                        .append(it.required())
                        .append(")\n"));
        line(text, "must be named", answered.mustBeNamed());
        return text.toString();
    }

    private static void line(StringBuilder text, String what, List<String> ids) {
        if (!ids.isEmpty()) {
            text.append("  ")
                    .append(what)
                    .append(": ")
                    .append(Plain.line(String.join(", ", ids)))
                    .append('\n');
        }
    }
}
