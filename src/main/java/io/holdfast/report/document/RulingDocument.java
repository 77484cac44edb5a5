package io.holdfast.report.document;

import io.holdfast.model.Ruling;
import io.holdfast.model.Verdict;
import java.time.Instant;
import java.util.Optional;

/**
 * What one guardrail said of a change.
 *
 * @param guardrail which
 * @param verdict {@code Proceed}, {@code Approved}, {@code NeedsApproval} or {@code Hold}
 * @param reason one word for why; absent when it had no objection
 * @param why for people; absent when it had no objection
 * @param until when it is asked again, where that is known
 */
public record RulingDocument(
        String guardrail, String verdict, Optional<String> reason, Optional<String> why, Optional<Instant> until) {
    public static RulingDocument of(Ruling ruling) {
        Verdict verdict = ruling.verdict();
        return new RulingDocument(
                ruling.guardrail(),
                verdict.word(),
                Optional.of(verdict.reason()).filter(it -> !it.isEmpty()),
                Optional.of(verdict.sentence()).filter(it -> !it.isEmpty()),
                verdict instanceof Verdict.Hold hold ? hold.until() : Optional.empty());
    }
}
