package io.holdfast.report.text;

import io.holdfast.report.document.FindingDocument;
import io.holdfast.report.document.ValidatedDocument;
import io.holdfast.report.document.ValidationDocument;
import java.util.List;

/** Whether environments load, for a terminal, an editor and whatever else reads what compilers write. */
public final class ValidationText {
    private final Paint paint;

    private ValidationText(Paint paint) {
        this.paint = paint;
    }

    /** All findings, one a line; nothing where there are none. */
    public static String of(ValidationDocument validation, Paint paint) {
        ValidationText text = new ValidationText(paint);
        return lines(validation.findings().stream().map(text::line).toList());
    }

    /** A line for each environment: what it is, or what becomes of it. */
    public static String summary(ValidationDocument validation, Paint paint) {
        ValidationText text = new ValidationText(paint);
        return lines(validation.environments().stream().map(text::summary).toList());
    }

    private static String lines(List<String> lines) {
        return lines.isEmpty() ? "" : String.join("\n", lines) + "\n";
    }

    private String line(FindingDocument finding) {
        String place = paint.strong(Plain.line(finding.place())) + ": " + paint.bad(finding.code());
        return place + (finding.path().isEmpty() ? ": " : " ") + Findings.clause(finding, paint);
    }

    private String summary(ValidatedDocument environment) {
        String name = paint.strong(Plain.line(environment.name())) + ": ";
        return name + (environment.valid() ? praise(environment) : blame(environment));
    }

    private String praise(ValidatedDocument environment) {
        return paint.good(Findings.praise(environment));
    }

    private String blame(ValidatedDocument environment) {
        String meanwhile =
                environment.meanwhile().map(it -> "; meanwhile " + it).orElse("");
        return paint.bad(Findings.count(environment)) + meanwhile;
    }
}
