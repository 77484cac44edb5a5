package io.holdfast.ledger;

import static java.util.Objects.requireNonNull;

import java.time.Instant;

/**
 * A commit that an environment may follow although its branch was rewritten, because a person said so.
 *
 * @param environment which one
 * @param commit the full id of the one commit they meant
 * @param actor who, cut after {@value #LONGEST_ACTOR} characters
 * @param reason why
 * @param at when, to the microsecond
 */
public record ApprovedHead(String environment, String commit, String actor, String reason, Instant at) {
    private static final int LONGEST_ACTOR = 255;

    public ApprovedHead {
        requireNonNull(environment, "environment");
        requireNonNull(commit, "commit");
        actor = actor.length() <= LONGEST_ACTOR ? actor : actor.substring(0, LONGEST_ACTOR);
        requireNonNull(reason, "reason");
        requireNonNull(at, "at");
    }
}
