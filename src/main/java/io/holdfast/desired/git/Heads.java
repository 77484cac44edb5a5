package io.holdfast.desired.git;

import static java.util.Objects.requireNonNull;

import java.time.Instant;
import java.util.Optional;
import java.util.SortedMap;

/** Remembers which commits environments have followed, and which rewritten history a person let them follow. */
public interface Heads {
    /** The commit each environment follows, by its name. */
    SortedMap<String, Accepted> accepted();

    /** Remembers what an environment follows from now on. An approval of it is used up by that. */
    void accept(String environment, Accepted head);

    /** Forgets an environment that is not there any more. */
    void forget(String environment);

    /** The commit a person said an environment may follow, whatever its history; empty when nobody did. */
    Optional<String> approved(String environment);

    /** Remembers what a person said, instead of what one said before. */
    void approve(String environment, Approved head);

    /**
     * A commit that is followed.
     *
     * @param repository its address
     * @param branch its branch
     * @param commit its full id
     * @param at since when
     */
    record Accepted(String repository, String branch, String commit, Instant at) {
        public Accepted {
            requireNonNull(repository, "repository");
            requireNonNull(branch, "branch");
            requireNonNull(commit, "commit");
            requireNonNull(at, "at");
        }
    }

    /**
     * What a person said.
     *
     * @param commit the full id of the one commit they meant
     * @param actor who
     * @param reason why
     * @param at when
     */
    record Approved(String commit, String actor, String reason, Instant at) {
        public Approved {
            requireNonNull(commit, "commit");
            requireNonNull(actor, "actor");
            requireNonNull(reason, "reason");
            requireNonNull(at, "at");
        }
    }

    /** Thrown by every method here when the memory is away; it may be asked again later. */
    final class Unavailable extends RuntimeException {
        private static final long serialVersionUID = 1;

        public Unavailable(String message, Throwable cause) {
            super(message, cause);
        }
    }
}
