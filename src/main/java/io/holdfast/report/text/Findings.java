package io.holdfast.report.text;

import io.holdfast.model.Brief;
import io.holdfast.report.document.FindingDocument;
import io.holdfast.report.document.ValidatedDocument;

/** What is said of findings in the same words everywhere. */
public final class Findings {
    private Findings() {}

    /** What is wrong, and what would be right, without the place. */
    public static String clause(FindingDocument finding, Paint paint) {
        StringBuilder clause = new StringBuilder();
        if (!finding.path().isEmpty()) {
            clause.append(paint.strong(Plain.line(finding.path()))).append(": ");
        }
        clause.append(Plain.line(finding.message()));
        finding.found().ifPresent(it -> clause.append("; found ").append(paint.bad(Plain.line(it))));
        finding.didYouMean()
                .ifPresent(it -> clause.append("; did you mean ")
                        .append(paint.good(Plain.line(it)))
                        .append('?'));
        finding.allowed()
                .ifPresent(it -> clause.append(finding.didYouMean().isPresent() ? " " : "; ")
                        .append("allowed: ")
                        .append(Plain.line(finding.didYouMean().isPresent() ? Brief.names(it) : it)));
        return clause.toString();
    }

    static String praise(ValidatedDocument environment) {
        int resources = environment.resources().orElse(0);
        return resources
                + (resources == 1 ? " resource" : " resources")
                + environment.mode().map(it -> ", mode " + it).orElse("");
    }

    static String count(ValidatedDocument environment) {
        int findings = environment.findings().size();
        String number = environment.allTold() ? String.valueOf(findings) : "more than " + findings;
        return number + (findings == 1 ? " finding" : " findings");
    }
}
