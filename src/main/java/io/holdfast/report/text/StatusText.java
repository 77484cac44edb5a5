package io.holdfast.report.text;

import io.holdfast.report.document.EnvironmentRow;
import io.holdfast.report.document.FleetDocument;
import io.holdfast.report.document.SummaryDocument;

/** The fleet for a terminal. */
public final class StatusText {
    private StatusText() {}

    public static String of(FleetDocument fleet, Paint paint) {
        StringBuilder text = new StringBuilder();
        fleet.trouble()
                .forEach(it -> text.append(paint.bad("TROUBLE"))
                        .append("  ")
                        .append(Plain.line(it))
                        .append('\n'));
        if (fleet.environments().isEmpty()) {
            return text.append("no environment is known yet\n").toString();
        }
        Columns rows = new Columns("");
        rows.row("ENVIRONMENT", "SYNC", "HEALTH", "OPERATION", "MODE", "DRIFT", "COMMIT", "LAST PASS");
        fleet.environments().forEach(it -> row(it, rows, paint));
        text.append(rows.text());
        fleet.environments()
                .forEach(row -> row.paused()
                        .ifPresent(it -> text.append(paint.doubtful(Plain.line(row.environment())))
                                .append("  ")
                                .append(Plain.line(it))
                                .append('\n')));
        return text.toString();
    }

    private static void row(EnvironmentRow row, Columns rows, Paint paint) {
        rows.row(
                paint.strong(Plain.line(row.environment())),
                word(row.sync(), paint),
                word(row.health(), paint),
                row.operation(),
                row.mode().orElse("-"),
                row.summary().map(StatusText::drift).orElse("-"),
                row.source().map(it -> Plain.commit(it.commit())).orElse("-") + (isStale(row) ? " (stale)" : ""),
                Plain.time(row.lastPassAt()));
    }

    private static String word(String word, Paint paint) {
        return switch (word) {
            case "Synced", "Healthy" -> paint.good(word);
            case "OutOfSync", "Degraded", "Missing" -> paint.bad(word);
            default -> paint.doubtful(word);
        };
    }

    private static String drift(SummaryDocument summary) {
        String causes = Phrases.causes(summary);
        return summary.drifted() + " of " + summary.resources() + (causes.isEmpty() ? "" : " (" + causes + ")");
    }

    private static boolean isStale(EnvironmentRow row) {
        return row.source().filter(it -> it.stale()).isPresent();
    }
}
