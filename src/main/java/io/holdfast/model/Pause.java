package io.holdfast.model;

import static java.util.Objects.requireNonNull;

import java.time.Instant;
import java.util.Optional;

/**
 * A person's wish that Holdfast hold still. It goes on looking.
 *
 * @param scope the environment; {@link #FLEET} for all of them
 * @param reason why, in the person's words
 * @param actor who
 * @param since from when on
 * @param until until when; absent means until somebody takes it back
 */
public record Pause(String scope, String reason, String actor, Instant since, Optional<Instant> until) {
    /** Stands for every environment: the line is stopped. */
    public static final String FLEET = "*";

    public Pause {
        requireNonNull(scope, "scope");
        requireNonNull(reason, "reason");
        requireNonNull(actor, "actor");
        requireNonNull(since, "since");
        requireNonNull(until, "until");
    }

    public boolean isFleetWide() {
        return scope.equals(FLEET);
    }

    public boolean holds(String environment, Instant now) {
        return (isFleetWide() || scope.equals(environment))
                && until.filter(it -> !now.isBefore(it)).isEmpty();
    }

    /** For people: who, why, how long. */
    public String sentence() {
        return (isFleetWide() ? "the line is stopped by " : "paused by ") + actor + ": " + reason
                + until.map(it -> ", until " + it).orElse(", until somebody resumes it");
    }
}
