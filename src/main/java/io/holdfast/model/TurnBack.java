package io.holdfast.model;

import static java.util.Objects.requireNonNull;

import java.time.Instant;

/**
 * How often we have put a field back that somebody else keeps changing.
 *
 * @param times how often, 1 or more
 * @param first when the first time
 * @param last when the last time
 * @param commit the revision in force; a new one starts afresh
 * @param rival what somebody else set it to last, in normal form as text; {@link Difference#HIDDEN} if it may be a secret
 */
public record TurnBack(int times, Instant first, Instant last, String commit, String rival) {
    public TurnBack {
        requireNonNull(first, "first");
        requireNonNull(last, "last");
        requireNonNull(commit, "commit");
        requireNonNull(rival, "rival");
    }
}
