package io.holdfast.report.document;

import io.holdfast.model.IgnoreUse;
import io.holdfast.model.policy.IgnoreRule;
import java.time.Instant;
import java.util.Optional;

/**
 * An ignore rule, and whether it does anything.
 *
 * @param of the resources and the field it is for
 * @param declaredAt where it is written
 * @param alarm whether the differences it meets still count as drift
 * @param enforce whether they are still closed
 * @param reason why, in its author's words
 * @param owner who answers for it; absent where nobody is named
 * @param expires from when on it no longer holds; absent for never
 * @param state {@code Active}, {@code Expired}, or {@code NeverMatched} while it has met no difference yet
 * @param hits how many differences it met in this look
 * @param lastHitAt when it last met one, to the hour; absent if never
 */
public record IgnoreDocument(
        String of,
        LocationDocument declaredAt,
        boolean alarm,
        boolean enforce,
        String reason,
        Optional<String> owner,
        Optional<Instant> expires,
        String state,
        long hits,
        Optional<Instant> lastHitAt) {
    static IgnoreDocument of(IgnoreUse use) {
        IgnoreRule rule = use.rule();
        return new IgnoreDocument(
                rule.of().toString(),
                LocationDocument.of(rule.at()),
                rule.alarm(),
                rule.enforce(),
                rule.reason(),
                rule.owner(),
                rule.expires(),
                state(use),
                use.hits(),
                use.history().lastHit());
    }

    private static String state(IgnoreUse use) {
        if (use.expired()) {
            return "Expired";
        }
        return use.history().lastHit().isPresent() ? "Active" : "NeverMatched";
    }
}
