package io.holdfast.desired.folder;

import io.holdfast.model.Revision;
import java.nio.file.Path;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.StreamSupport;

/** The commit in the name of the folder that git-sync's link leads to: {@code .worktrees/<commit>}, once {@code rev-<commit>}. */
final class SyncLink {
    private static final Pattern COMMIT = Pattern.compile("(?:rev-)?([0-9a-f]{40}|[0-9a-f]{64})");

    private SyncLink() {}

    static Optional<Revision> revision(Path real) {
        return StreamSupport.stream(real.spliterator(), false)
                .map(segment -> COMMIT.matcher(segment.toString()))
                .filter(Matcher::matches)
                .map(name -> Revision.of(name.group(1)))
                .reduce((outer, inner) -> inner);
    }
}
