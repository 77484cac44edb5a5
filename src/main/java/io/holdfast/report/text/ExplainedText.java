package io.holdfast.report.text;

import io.holdfast.report.document.EventDocument;
import io.holdfast.report.document.ExplainedDocument;
import io.holdfast.report.document.ExplainedDocument.Field;
import java.util.Optional;

/** Why something is as it is, for a terminal. */
public final class ExplainedText {
    private ExplainedText() {}

    public static String of(ExplainedDocument explained, Paint paint) {
        StringBuilder text = new StringBuilder();
        text.append(paint.strong(Plain.line(explained.id())))
                .append("  ")
                .append(explained.state())
                .append(explained.since().map(it -> " since " + Plain.time(it)).orElse(""))
                .append(": ")
                .append(Plain.line(explained.why()))
                .append('\n');
        explained.name().ifPresent(it -> line(text, "name", it));
        explained.declaredAt().ifPresent(it -> line(text, "declared", it.toString()));
        explained.fields().forEach(it -> field(text, it, paint));
        explained
                .guardrails()
                .forEach(change -> change.objections()
                        .forEach(it -> line(
                                text,
                                change.action(),
                                it.verdict() + " by " + it.guardrail() + ": "
                                        + it.why().orElse(""))));
        explained.lastEvent().ifPresent(it -> line(text, "last", said(it)));
        explained.lastWord().ifPresent(it -> line(text, "said", said(it)));
        line(text, "next", explained.next());
        return text.toString();
    }

    private static void field(StringBuilder text, Field field, Paint paint) {
        text.append("  ")
                .append(paint.strong(Plain.line(field.path())))
                .append("  ")
                .append(field.state())
                .append(": ")
                .append(Plain.line(field.why()))
                .append('\n');
        field.declaredAt().ifPresent(it -> line(text, "  line", it.toString()));
        value(text, "  declared", field.desired());
        value(text, "  live", field.live());
        value(text, "  applied", field.lastApplied());
    }

    private static void value(StringBuilder text, String what, Optional<Object> value) {
        if (value.isPresent()) {
            line(text, what, Plain.value(value));
        }
    }

    private static String said(EventDocument event) {
        return Plain.time(event.at()) + " " + event.reason()
                + event.actor().map(it -> " by " + it.name()).orElse("") + ": " + event.message();
    }

    private static void line(StringBuilder text, String what, String value) {
        text.append("  ").append(what).append(": ").append(Plain.line(value)).append('\n');
    }
}
