package io.holdfast.report;

import io.holdfast.report.document.FindingDocument;
import io.holdfast.report.document.RuleDocument;
import io.holdfast.report.document.ValidatedDocument;
import io.holdfast.report.document.ValidationDocument;
import java.util.List;
import java.util.Optional;

/** Validations with little in them. */
public final class Validations {
    public static final List<RuleDocument> RULES = List.of(
            new RuleDocument("SCHEMA_UNKNOWN", "A key that nothing reads.", "Look at what is allowed."),
            new RuleDocument("SEMANTIC", "They cannot be together.", "Change one of them."));

    private Validations() {}

    public static FindingDocument misspelt(String file, int line) {
        return new FindingDocument(
                "SCHEMA_UNKNOWN",
                file,
                line,
                7,
                "spec.databases.main.enigne",
                "unknown key",
                Optional.empty(),
                Optional.of("engine, engineVersion"),
                Optional.of("engine"));
    }

    public static FindingDocument finding(String file, int line, String found) {
        return new FindingDocument(
                "SEMANTIC", file, line, 1, "", "no", Optional.of(found), Optional.empty(), Optional.empty());
    }

    public static ValidatedDocument good(String environment) {
        return new ValidatedDocument(
                Optional.of(environment),
                "environments/" + environment + ".yaml",
                true,
                Optional.of("enforce"),
                Optional.of(9),
                List.of(),
                true,
                Optional.empty());
    }

    public static ValidatedDocument bad(String environment, FindingDocument... findings) {
        return new ValidatedDocument(
                Optional.of(environment),
                "environments/" + environment,
                false,
                Optional.empty(),
                Optional.empty(),
                List.of(findings),
                true,
                Optional.of("it stays as it is"));
    }

    public static ValidationDocument of(ValidatedDocument... environments) {
        return ValidationDocument.of(List.of(environments));
    }
}
