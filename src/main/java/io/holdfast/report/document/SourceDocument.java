package io.holdfast.report.document;

import io.holdfast.model.DesiredState;
import java.time.Instant;
import java.util.Optional;

/**
 * Where a desired state came from.
 *
 * @param commit the git commit; {@code sha256:…} of the files where the folder is under no version control
 * @param committedAt the committer's time
 * @param authored who wrote the commit, and what they say of it; absent where only its id is known
 * @param path the file or folder, relative to the source's root
 * @param stale whether this stays in force because what the source has now does not load, may not be followed, or cannot
 *     be read
 */
public record SourceDocument(
        String commit, Optional<Instant> committedAt, Optional<AuthoredDocument> authored, String path, boolean stale) {
    static SourceDocument of(DesiredState desired) {
        return new SourceDocument(
                desired.revision().commit(),
                desired.revision().committedAt(),
                desired.revision().authored().map(AuthoredDocument::of),
                desired.path(),
                desired.stale());
    }
}
