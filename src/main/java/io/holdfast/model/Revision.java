package io.holdfast.model;

import static java.util.Objects.requireNonNull;

import java.time.Instant;
import java.util.Optional;

/**
 * The git commit a desired state came from.
 *
 * @param commit its full id; {@code sha256:…} of the files where the folder is under no version control
 * @param committedAt the committer's time, for people; nothing is ever ordered by it
 * @param authored who wrote it and what they say of it; absent where only the id is known
 */
public record Revision(String commit, Optional<Instant> committedAt, Optional<Authored> authored) {
    public Revision {
        requireNonNull(commit, "commit");
        requireNonNull(committedAt, "committedAt");
        requireNonNull(authored, "authored");
    }

    /** A revision of which nothing but its id is known. */
    public static Revision of(String commit) {
        return new Revision(commit, Optional.empty(), Optional.empty());
    }
}
