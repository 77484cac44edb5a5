package io.holdfast.desired.git.trust;

import static java.util.Objects.requireNonNull;

import java.time.Instant;
import java.util.Optional;

/**
 * A line of an allowed-signers file.
 *
 * @param principals whom the key belongs to
 * @param key the key
 * @param namespaces what it may sign; absent for anything
 * @param validAfter from when it counts; absent for always
 * @param validBefore until when it counts; absent for ever
 */
record AllowedSigner(
        Patterns principals,
        SshKey key,
        Optional<Patterns> namespaces,
        Optional<Instant> validAfter,
        Optional<Instant> validBefore) {
    /** What git signs for. A signature over a file, or for a login, says nothing about a commit. */
    static final String NAMESPACE = "git";

    AllowedSigner {
        requireNonNull(principals, "principals");
        requireNonNull(key, "key");
        requireNonNull(namespaces, "namespaces");
        requireNonNull(validAfter, "validAfter");
        requireNonNull(validBefore, "validBefore");
    }

    /**
     * Why this line does not allow a commit; absent when it does. The key must count when the commit was made, as git
     * wants it, and now as well: the time in a commit is its author's own word, and whoever has stolen a key that was
     * retired can write any.
     */
    Optional<String> objection(SignedCommit commit, Instant now) {
        if (namespaces.filter(it -> !it.match(NAMESPACE)).isPresent()) {
            return Optional.of("its key may only sign for the namespaces " + namespaces.get());
        }
        if (!principals.match(commit.committer())) {
            return Optional.of(
                    "its key belongs to " + principals + ", and its committer says to be " + commit.committer());
        }
        return at(commit.committedAt(), "when it was made").or(() -> at(now, "now"));
    }

    private Optional<String> at(Instant time, String when) {
        if (validAfter.filter(time::isBefore).isPresent()) {
            return Optional.of("its key counts only from " + validAfter.get() + ", not " + when);
        }
        if (validBefore.filter(it -> time.isAfter(it)).isPresent()) {
            return Optional.of("its key counted only until " + validBefore.get() + ", not " + when);
        }
        return Optional.empty();
    }
}
