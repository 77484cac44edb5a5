package io.holdfast.report.document;

import io.holdfast.model.DesiredState;
import java.time.Instant;
import java.util.Optional;

/**
 * Where a desired state came from.
 *
 * @param commit the git commit; {@code sha256:…} of the files where the folder is under no version control
 * @param committedAt the committer's time
 * @param path the file or folder, relative to the source's root
 * @param stale whether a newer revision exists that does not load, so that this one stays in force
 */
public record SourceDocument(String commit, Optional<Instant> committedAt, String path, boolean stale) {
    static SourceDocument of(DesiredState desired) {
        return new SourceDocument(
                desired.revision().commit(), desired.revision().committedAt(), desired.path(), desired.stale());
    }
}
