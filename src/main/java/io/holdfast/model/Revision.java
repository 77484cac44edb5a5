package io.holdfast.model;

import static java.util.Objects.requireNonNull;

import java.time.Instant;
import java.util.Optional;

/**
 * The git commit a desired state came from.
 *
 * @param commit its full id; {@code sha256:…} of the files where the folder is under no version control
 * @param committedAt the committer's time, for people; nothing is ever ordered by it
 */
public record Revision(String commit, Optional<Instant> committedAt) {
    public Revision {
        requireNonNull(commit, "commit");
        requireNonNull(committedAt, "committedAt");
    }
}
