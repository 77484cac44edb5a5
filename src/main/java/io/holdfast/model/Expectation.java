package io.holdfast.model;

import static java.util.Objects.requireNonNull;

import java.time.Instant;
import java.util.List;

/**
 * A change that is being sent, or that AWS accepted and finishes later: what we wait for, and until when without a word.
 *
 * @param digest of the desired state it was for
 * @param token what a look recognises AWS's work by; empty where the field values alone tell
 * @param paths the fields it was to close; empty for a create
 * @param accepted whether AWS said yes; until then it may never have happened, and showing the old value is no refusal
 * @param since when it was sent
 * @param deadline after this a person hears of it
 */
public record Expectation(
        String digest, String token, List<String> paths, boolean accepted, Instant since, Instant deadline) {
    public Expectation {
        requireNonNull(digest, "digest");
        requireNonNull(token, "token");
        paths = List.copyOf(paths);
        requireNonNull(since, "since");
        requireNonNull(deadline, "deadline");
    }

    public boolean isOverdue(Instant now) {
        return now.isAfter(deadline);
    }
}
