package io.holdfast.report.document;

import io.holdfast.model.Condition;
import java.time.Instant;

/**
 * One thing that is true or not about an environment.
 *
 * @param type {@code Valid}, {@code Observed}, {@code InSync}, {@code Healthy}, {@code Paused} or {@code Stalled}
 * @param status {@code True}, {@code False} or {@code Unknown}
 * @param reason one word for machines
 * @param message a sentence for people
 * @param commit the revision it speaks of
 * @param since when the status last moved
 */
public record ConditionDocument(
        String type, String status, String reason, String message, String commit, Instant since) {
    static ConditionDocument of(Condition condition) {
        return new ConditionDocument(
                condition.type().word(),
                condition.status().word(),
                condition.reason(),
                condition.message(),
                condition.commit(),
                condition.since());
    }
}
