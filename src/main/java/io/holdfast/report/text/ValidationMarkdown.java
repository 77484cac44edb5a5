package io.holdfast.report.text;

import static io.holdfast.report.text.Markdown.code;

import io.holdfast.report.document.FindingDocument;
import io.holdfast.report.document.ValidatedDocument;
import io.holdfast.report.document.ValidationDocument;
import java.util.List;

/** Whether environments load, for a comment on a pull request: short, because the review shows each finding on its line. */
public final class ValidationMarkdown {
    /** Whoever has more to mend begins with these. */
    private static final int ROWS = 25;

    /** All the keys of a large map say less than the one that was probably meant, which comes first. */
    private static final int CLAUSE = 400;

    private ValidationMarkdown() {}

    public static String of(ValidationDocument validation) {
        StringBuilder text =
                new StringBuilder("# ").append(headline(validation)).append("\n");
        List<FindingDocument> findings = validation.findings();
        if (!findings.isEmpty()) {
            text.append('\n').append(Markdown.head(List.of("where", "what")));
            findings.stream().limit(ROWS).forEach(it -> text.append(Markdown.row(cells(it))));
        }
        if (findings.size() > ROWS) {
            text.append("\nAnd ").append(findings.size() - ROWS).append(" more.\n");
        }
        text.append('\n');
        validation.environments().forEach(it -> text.append("- ").append(verdict(it)));
        return text.toString();
    }

    private static String headline(ValidationDocument validation) {
        int all = validation.environments().size();
        long wrong =
                validation.environments().stream().filter(it -> !it.valid()).count();
        if (wrong == 0) {
            return all == 1 ? "The environment is valid" : "All " + all + " environments are valid";
        }
        return wrong + " of " + all + (all == 1 ? " environment" : " environments")
                + (wrong == 1 ? " does not load" : " do not load");
    }

    private static List<String> cells(FindingDocument finding) {
        String clause = Findings.clause(finding, Paint.PLAIN);
        String what = clause.length() <= CLAUSE ? clause : clause.substring(0, CLAUSE) + "…";
        return List.of(code(finding.place()), finding.code() + " " + code(what));
    }

    private static String verdict(ValidatedDocument environment) {
        String what = environment.valid() ? Findings.praise(environment) : Findings.count(environment);
        String meanwhile =
                environment.meanwhile().map(it -> "; meanwhile " + it).orElse("");
        return code(environment.name()) + ": " + what + meanwhile + "\n";
    }
}
