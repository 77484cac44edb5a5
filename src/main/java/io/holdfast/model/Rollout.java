package io.holdfast.model;

import static java.util.Objects.requireNonNull;

/**
 * A change that AWS finishes later, as AWS tells of it: for a service, the service deployment we asked for.
 *
 * @param token what tells it from every other one, as the {@link Expectation} remembers it
 * @param status how far it is
 * @param sentence for people
 */
public record Rollout(String token, Status status, String sentence) {
    public Rollout {
        requireNonNull(token, "token");
        requireNonNull(status, "status");
        requireNonNull(sentence, "sentence");
    }

    /** How far a rollout is. */
    public enum Status {
        UNDERWAY,
        COMPLETED,
        ROLLED_BACK,
        FAILED
    }
}
