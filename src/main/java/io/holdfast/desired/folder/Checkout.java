package io.holdfast.desired.folder;

import io.holdfast.model.Revision;
import java.io.IOException;
import java.nio.file.Path;
import java.util.Optional;

/** The version control around a folder, if any: a git work tree, or git-sync's link, or none. */
interface Checkout extends AutoCloseable {
    /** What stands before every file's name: the folder as a clone of the repository has it. */
    String prefix() throws IOException;

    Optional<Revision> head() throws IOException;

    boolean isChanging();

    /** Whether a file is not as the commit has it; what git-sync checked out nobody edits. */
    boolean isEdited(String file, byte[] content) throws IOException;

    @Override
    void close();

    static Checkout around(Path realFolder) throws IOException {
        return WorkTree.around(realFolder)
                .<Checkout>map(tree -> new TrackedFolder(realFolder, tree))
                .orElseGet(() -> none(realFolder));
    }

    /** A folder whose git, if it has one, is not asked. */
    static Checkout none(Path realFolder) {
        return new UntrackedFolder(realFolder);
    }

    /** The name of a folder as it stands before the names of its files. */
    static String prefix(Path relative) {
        String text = relative == null ? "" : relative.toString().replace('\\', '/');
        return text.isEmpty() ? "" : text + "/";
    }
}
