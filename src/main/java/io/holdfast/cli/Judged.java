package io.holdfast.cli;

import io.holdfast.desired.finding.Code;
import io.holdfast.report.document.Json;
import io.holdfast.report.document.RuleDocument;
import io.holdfast.report.document.ValidationDocument;
import io.holdfast.report.review.JUnitXml;
import io.holdfast.report.review.Sarif;
import io.holdfast.report.text.Paint;
import io.holdfast.report.text.ValidationMarkdown;
import io.holdfast.report.text.ValidationText;
import java.util.List;
import java.util.stream.Stream;

/** In which form a validation is printed. */
enum Judged {
    text,
    json,
    markdown,
    junit,
    sarif;

    String print(ValidationDocument validation, Paint paint, String version) {
        return switch (this) {
            case text -> ValidationText.of(validation, paint);
            case json -> Json.text(validation);
            case markdown -> Comment.marked("validate", ValidationMarkdown.of(validation));
            case junit -> JUnitXml.of(validation);
            case sarif -> Json.text(Sarif.of(validation, rules(), version));
        };
    }

    private static List<RuleDocument> rules() {
        return Stream.of(Code.values())
                .map(it -> new RuleDocument(it.name(), it.meaning(), it.advice()))
                .toList();
    }
}
