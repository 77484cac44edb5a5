package io.holdfast.report.text;

import io.holdfast.report.document.DoctorDocument;
import io.holdfast.report.document.DoctorDocument.Finding;

/** What is well and what is not, for a terminal. */
public final class DoctorText {
    private DoctorText() {}

    public static String of(DoctorDocument document, Paint paint) {
        StringBuilder text = new StringBuilder();
        document.findings()
                .forEach(it -> text.append(painted(it, paint))
                        .append("  ")
                        .append(Plain.line(it.subject()))
                        .append(": ")
                        .append(Plain.line(it.found()))
                        .append(it.remedy().isEmpty() ? "" : "\n      " + Plain.line(it.remedy()))
                        .append('\n'));
        return text.toString();
    }

    private static String painted(Finding finding, Paint paint) {
        return switch (finding.level()) {
            case "OK" -> paint.good("OK  ");
            case "SKIP" -> paint.doubtful("SKIP");
            case "WARN" -> paint.doubtful("WARN");
            default -> paint.bad("NG  ");
        };
    }
}
