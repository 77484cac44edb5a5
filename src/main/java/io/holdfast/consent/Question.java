package io.holdfast.consent;

import static java.util.Objects.requireNonNull;

import io.holdfast.model.Change;
import io.holdfast.model.Decision;
import java.util.List;
import java.util.Optional;

/**
 * One thing people are asked about one change.
 *
 * @param change what it is about, with what the guardrails say now
 * @param guardrail who asks
 * @param reason why, in one word
 * @param sentence why, for people
 * @param byName whether an answer must name the resource
 * @param agreeing whose yes counts, by name
 * @param required how many it takes
 * @param refusal the no that outweighs them; absent while nobody says no
 */
public record Question(
        Change change,
        String guardrail,
        String reason,
        String sentence,
        boolean byName,
        List<String> agreeing,
        int required,
        Optional<Decision> refusal) {
    public Question {
        requireNonNull(change, "change");
        requireNonNull(guardrail, "guardrail");
        requireNonNull(reason, "reason");
        requireNonNull(sentence, "sentence");
        agreeing = List.copyOf(agreeing);
        requireNonNull(refusal, "refusal");
    }

    /** {@code Declined}, {@code Approved} or {@code Waiting}. */
    public String word() {
        if (refusal.isPresent()) {
            return "Declined";
        }
        return agreeing.size() >= required ? "Approved" : "Waiting";
    }
}
