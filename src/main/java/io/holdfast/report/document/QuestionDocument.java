package io.holdfast.report.document;

import io.holdfast.consent.Question;
import io.holdfast.model.Decision;
import java.util.List;
import java.util.Optional;

/**
 * One thing people are asked about one change.
 *
 * @param id the resource
 * @param action what is to be done to it
 * @param guardrail who asks
 * @param reason why, in one word
 * @param why why, for people
 * @param byName whether an answer must name the resource
 * @param answer {@code Waiting}, {@code Approved} or {@code Declined}
 * @param agreeing whose yes counts
 * @param required how many it takes
 * @param declinedBy whose no outweighs them; absent while nobody says no
 * @param verdict what all guardrails together say of the change: an approved one may still be held by another
 * @param held why it may not be made now, for people; absent when it may
 */
public record QuestionDocument(
        String id,
        String action,
        String guardrail,
        String reason,
        String why,
        boolean byName,
        String answer,
        List<String> agreeing,
        int required,
        Optional<String> declinedBy,
        String verdict,
        Optional<String> held) {
    static QuestionDocument of(Question question) {
        return new QuestionDocument(
                question.change().id().toString(),
                question.change().action().word(),
                question.guardrail(),
                question.reason(),
                question.sentence(),
                question.byName(),
                question.word(),
                question.agreeing(),
                question.required(),
                question.refusal().map(Decision::actor),
                question.change().verdict().word(),
                Optional.of(question.change().verdict())
                        .filter(it -> !it.mayProceed())
                        .map(it -> it.sentence()));
    }
}
