package io.holdfast.desired.folder;

import io.holdfast.model.Revision;
import java.io.IOException;
import java.nio.file.Path;
import java.util.Optional;

/** The version control around a folder, if any: a git work tree, or git-sync's link, or none. */
final class Checkout implements AutoCloseable {
    private final Path folder;
    private final Optional<WorkTree> tree;

    private Checkout(Path folder, Optional<WorkTree> tree) {
        this.folder = folder;
        this.tree = tree;
    }

    static Checkout around(Path realFolder) throws IOException {
        return new Checkout(realFolder, WorkTree.around(realFolder));
    }

    /** What stands before every file's name: the folder as a clone of the repository has it. */
    String prefix() throws IOException {
        Path name = tree.isPresent() ? tree.get().root().relativize(folder) : folder.getFileName();
        String text = name == null ? "" : name.toString().replace('\\', '/');
        return text.isEmpty() ? "" : text + "/";
    }

    Optional<Revision> head() throws IOException {
        Optional<Revision> head = tree.isPresent() ? tree.get().head() : Optional.empty();
        return head.or(() -> SyncLink.revision(folder));
    }

    boolean isChanging() {
        return tree.map(WorkTree::isChanging).orElse(false);
    }

    /** Whether a file is not as the commit has it; what git-sync checked out nobody edits. */
    boolean isEdited(String file, byte[] content) throws IOException {
        if (tree.isEmpty()) {
            return false;
        }
        Optional<Revision> head = tree.get().head();
        return head.isPresent() && !tree.get().holds(head.get(), file, content);
    }

    @Override
    public void close() {
        tree.ifPresent(WorkTree::close);
    }
}
