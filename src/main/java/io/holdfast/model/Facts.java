package io.holdfast.model;

import static java.util.Objects.requireNonNull;

import java.util.List;
import java.util.Optional;

/**
 * What a look at a live resource tells beside its fields.
 *
 * @param arn what AWS calls it
 * @param ownership whose it is
 * @param health how it is doing
 * @param underway what AWS is doing to it, in a sentence; nothing may be sent meanwhile
 * @param excuses why certain fields may differ
 * @param rollout the rollout we asked about; absent where none was, or AWS lists none yet
 */
public record Facts(
        String arn,
        Ownership ownership,
        Health health,
        Optional<String> underway,
        List<Excuse> excuses,
        Optional<Rollout> rollout) {
    public Facts {
        requireNonNull(arn, "arn");
        requireNonNull(ownership, "ownership");
        requireNonNull(health, "health");
        requireNonNull(underway, "underway");
        excuses = List.copyOf(excuses);
        requireNonNull(rollout, "rollout");
    }

    /** A steady, healthy resource with nothing to explain. */
    public static Facts of(String arn, Ownership ownership) {
        return new Facts(arn, ownership, Health.healthy(), Optional.empty(), List.of(), Optional.empty());
    }

    public Facts with(Health other) {
        return new Facts(arn, ownership, other, underway, excuses, rollout);
    }

    public Facts underway(String sentence) {
        return new Facts(arn, ownership, health, Optional.of(sentence), excuses, rollout);
    }

    public Facts excused(List<Excuse> more) {
        return new Facts(arn, ownership, health, underway, more, rollout);
    }

    public Facts rollingOut(Rollout other) {
        return new Facts(arn, ownership, health, underway, excuses, Optional.of(other));
    }
}
