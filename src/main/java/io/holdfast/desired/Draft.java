package io.holdfast.desired;

import static java.util.Objects.requireNonNull;

import io.holdfast.desired.finding.Finding;
import io.holdfast.desired.folder.Snapshot;
import io.holdfast.model.Revision;
import java.util.List;
import java.util.SortedMap;
import java.util.SortedSet;

/**
 * An environment as its files were found, unread.
 *
 * @param environment its name
 * @param path its file or folder
 * @param parts its own files; several in a folder
 * @param files these, and those they may extend
 * @param findings what speaks against it before a file is opened
 */
record Draft(String environment, String path, List<String> parts, FileSet files, List<Finding> findings) {
    Draft {
        requireNonNull(environment, "environment");
        requireNonNull(path, "path");
        parts = List.copyOf(parts);
        requireNonNull(files, "files");
        findings = List.copyOf(findings);
    }

    /** An environment as it was when it loaded. */
    static Draft of(Sources sources) {
        FileSet files = FileSet.of(sources);
        List<String> parts = sources.files().keySet().stream()
                .filter(file -> !Snapshot.isShared(file))
                .toList();
        return new Draft(sources.environment(), sources.path(), parts, files, List.of());
    }

    /**
     * All that its meaning hangs on, whatever commit it stands at.
     *
     * @param files its own, and all that can be extended
     */
    record Contents(String path, List<String> parts, FileSet.Contents files, List<Finding> findings) {}

    Contents contents() {
        return new Contents(path, parts, files.contents(parts), findings);
    }

    Sources sources(SortedSet<String> used) {
        SortedMap<String, String> texts = files.texts(used);
        Revision revision = files.commitOf(used).orElseGet(() -> Revisions.of(texts));
        return new Sources(environment, revision, path, texts);
    }
}
