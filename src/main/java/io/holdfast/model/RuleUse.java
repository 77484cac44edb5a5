package io.holdfast.model;

import static java.util.Objects.requireNonNull;

import java.time.Duration;
import java.time.Instant;
import java.util.Optional;

/**
 * Whether an ignore rule has ever met a difference.
 *
 * @param rule {@link io.holdfast.model.policy.IgnoreRule#name()}
 * @param firstSeen when the rule came into force
 * @param lastHit when it last met a difference, to the hour; absent if never
 */
public record RuleUse(String rule, Instant firstSeen, Optional<Instant> lastHit) {
    /** Fine enough to tell what is dead, coarse enough not to be written down on every pass. */
    private static final Duration GRAIN = Duration.ofHours(1);

    public RuleUse {
        requireNonNull(rule, "rule");
        requireNonNull(firstSeen, "firstSeen");
        requireNonNull(lastHit, "lastHit");
    }

    /** A rule that has just been read for the first time. */
    public static RuleUse fresh(String rule, Instant now) {
        return new RuleUse(rule, now, Optional.empty());
    }

    /** The same after a look in which it met a difference. */
    public RuleUse hit(Instant now) {
        boolean isKnown = lastHit.filter(it -> now.isBefore(it.plus(GRAIN))).isPresent();
        return isKnown ? this : new RuleUse(rule, firstSeen, Optional.of(now));
    }
}
