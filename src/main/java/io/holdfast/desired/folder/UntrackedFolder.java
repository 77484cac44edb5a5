package io.holdfast.desired.folder;

import io.holdfast.model.Revision;
import java.nio.file.Path;
import java.util.Optional;

/**
 * A folder in no git work tree, or in one that is not asked. It is a class of its own so that reading it loads nothing of
 * JGit, whose signed jar takes longer to verify than all environments to read.
 */
final class UntrackedFolder implements Checkout {
    private final Path folder;

    UntrackedFolder(Path folder) {
        this.folder = folder;
    }

    @Override
    public String prefix() {
        return Checkout.prefix(folder.getFileName());
    }

    @Override
    public Optional<Revision> head() {
        return SyncLink.revision(folder);
    }

    @Override
    public boolean isChanging() {
        return false;
    }

    @Override
    public boolean isEdited(String file, byte[] content) {
        return false;
    }

    @Override
    public void close() {}
}
