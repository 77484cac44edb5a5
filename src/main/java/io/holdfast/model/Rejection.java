package io.holdfast.model;

import static java.util.Objects.requireNonNull;

import java.time.Instant;

/**
 * A desired state that AWS accepted and then undid: not sent again until it changes or a person asks.
 *
 * @param digest of that desired state
 * @param reason {@link Excuse.Reason#ROLLED_BACK} or {@link Excuse.Reason#REJECTED}
 * @param sentence what AWS said
 * @param at when we saw it
 */
public record Rejection(String digest, Excuse.Reason reason, String sentence, Instant at) {
    public Rejection {
        requireNonNull(digest, "digest");
        requireNonNull(reason, "reason");
        requireNonNull(sentence, "sentence");
        requireNonNull(at, "at");
    }
}
