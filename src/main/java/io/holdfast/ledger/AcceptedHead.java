package io.holdfast.ledger;

import static java.util.Objects.requireNonNull;

import java.time.Instant;

/**
 * The commit of a branch that an environment follows.
 *
 * @param environment which one
 * @param repository where the branch is, without credentials
 * @param branch its short name
 * @param commit the full id
 * @param at since when, to the microsecond
 */
public record AcceptedHead(String environment, String repository, String branch, String commit, Instant at) {
    public AcceptedHead {
        requireNonNull(environment, "environment");
        requireNonNull(repository, "repository");
        requireNonNull(branch, "branch");
        requireNonNull(commit, "commit");
        requireNonNull(at, "at");
    }
}
