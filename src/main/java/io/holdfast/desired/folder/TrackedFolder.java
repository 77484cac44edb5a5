package io.holdfast.desired.folder;

import io.holdfast.model.Revision;
import java.io.IOException;
import java.nio.file.Path;
import java.util.Optional;

/** A folder in a git work tree. */
final class TrackedFolder implements Checkout {
    private final Path folder;
    private final WorkTree tree;

    TrackedFolder(Path folder, WorkTree tree) {
        this.folder = folder;
        this.tree = tree;
    }

    @Override
    public String prefix() throws IOException {
        return Checkout.prefix(tree.root().relativize(folder));
    }

    @Override
    public Optional<Revision> head() throws IOException {
        Optional<Revision> head = tree.head();
        return head.or(() -> SyncLink.revision(folder));
    }

    @Override
    public boolean isChanging() {
        return tree.isChanging();
    }

    @Override
    public boolean isEdited(String file, byte[] content) throws IOException {
        Optional<Revision> head = tree.head();
        return head.isPresent() && !tree.holds(head.get(), file, content);
    }

    @Override
    public void close() {
        tree.close();
    }
}
