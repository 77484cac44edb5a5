package io.holdfast.desired.git;

import static io.holdfast.desired.finding.Code.GIT_UNAVAILABLE;
import static io.holdfast.desired.finding.Code.PATH_ESCAPE;
import static io.holdfast.desired.finding.Code.SOURCE_UNAVAILABLE;
import static io.holdfast.desired.finding.Code.YAML_LIMIT;

import io.holdfast.desired.finding.Code;
import io.holdfast.desired.finding.Finding;
import io.holdfast.desired.folder.Commits;
import io.holdfast.desired.folder.Look;
import io.holdfast.desired.git.Tree.Entry;
import io.holdfast.model.Location;
import java.io.IOException;
import java.util.Optional;
import org.eclipse.jgit.lib.ObjectId;
import org.eclipse.jgit.lib.ObjectReader;
import org.eclipse.jgit.lib.Repository;
import org.eclipse.jgit.revwalk.RevCommit;
import org.eclipse.jgit.revwalk.RevWalk;

/** Reads the folder of environments out of a commit, without a file of it ever being written. */
final class CommitReader implements AutoCloseable {
    private final int bytesPerFile;
    private final ObjectReader reader;

    CommitReader(Repository repository, int bytesPerFile) {
        this.bytesPerFile = bytesPerFile;
        this.reader = repository.newObjectReader();
    }

    /**
     * A folder as a commit has it, or why it is not read.
     *
     * @param folder from the repository's root, without slashes at either end; empty for the root itself
     * @param named how the commit came to be meant, for the complaint
     * @throws IOException when an object is missing or is not whole
     */
    Look look(ObjectId commit, String folder, String named) throws IOException {
        try (RevWalk walk = new RevWalk(reader)) {
            RevCommit parsed = walk.parseCommit(commit);
            ObjectId tree = parsed.getTree();
            Place place = new Place(folder.isEmpty() ? "" : folder + "/", commit.name() + " of " + named);
            for (String segment : folder.isEmpty() ? new String[0] : folder.split("/")) {
                if (Tree.isTooLarge(reader, tree)) {
                    return place.trouble(YAML_LIMIT, "a folder above it has too many entries");
                }
                Optional<Entry> found = Tree.read(reader, tree).entries().stream()
                        .filter(it -> it.name().shown().equals(segment))
                        .findFirst();
                Optional<Look> refused = refusal(found, segment, place);
                if (refused.isPresent()) {
                    return refused.get();
                }
                tree = found.orElseThrow().id();
            }
            CommitFiles files = new CommitFiles(reader, bytesPerFile, place.root());
            Optional<Finding> objection = files.read(tree);
            return objection
                    .<Look>map(Look.Trouble::new)
                    .orElseGet(() -> new Look.Seen(files.snapshot(Commits.revision(parsed))));
        }
    }

    private static Optional<Look> refusal(Optional<Entry> found, String segment, Place place) {
        if (found.isEmpty()) {
            return Optional.of(place.trouble(SOURCE_UNAVAILABLE, "no such folder"));
        }
        Entry entry = found.get();
        if (entry.isLink()) {
            return Optional.of(place.trouble(PATH_ESCAPE, segment + " is a symbolic link; links are not followed"));
        }
        if (entry.isSubmodule()) {
            return Optional.of(
                    place.trouble(GIT_UNAVAILABLE, segment + " is a submodule; submodules are not supported"));
        }
        return entry.isFolder()
                ? Optional.empty()
                : Optional.of(place.trouble(SOURCE_UNAVAILABLE, segment + " is not a folder"));
    }

    /** Where is looked, and in what. */
    private record Place(String root, String commit) {
        Look trouble(Code code, String message) {
            Location at = new Location(root.isEmpty() ? "./" : root, 1, 1);
            return new Look.Trouble(Finding.of(code, at, "", message).found("commit " + commit));
        }
    }

    @Override
    public void close() {
        reader.close();
    }
}
