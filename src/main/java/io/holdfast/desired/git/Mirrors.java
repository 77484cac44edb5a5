package io.holdfast.desired.git;

import io.holdfast.model.Digest;
import java.io.IOException;
import java.nio.file.Path;
import java.util.Optional;
import org.eclipse.jgit.errors.RepositoryNotFoundException;

/** Where the mirror of one repository is: opened once, and made anew when it is broken or worn. */
final class Mirrors implements AutoCloseable {
    private final Path folder;
    private Optional<Mirror> open = Optional.empty();

    Mirrors(Path state, Address address) {
        this.folder = state.resolve("git").resolve(Digest.of(address.text()));
    }

    /** @throws IOException when there is no place for it */
    Mirror mirror() throws IOException {
        if (open.isEmpty()) {
            open = Optional.of(opened());
        }
        return open.get();
    }

    private Mirror opened() throws IOException {
        try {
            return Mirror.at(folder);
        } catch (RepositoryNotFoundException | IllegalArgumentException broken) {
            // It holds nothing that cannot be fetched again.
            Mirror.remove(folder);
            return Mirror.at(folder);
        }
    }

    /** An empty one beside it. */
    Mirror fresh() throws IOException {
        Path beside = folder.resolveSibling(folder.getFileName() + ".new");
        Mirror.remove(beside);
        return Mirror.at(beside);
    }

    /** Puts a fresh one in its place. */
    void replaceBy(Mirror fresh) throws IOException {
        Mirror old = mirror();
        open = Optional.empty();
        open = Optional.of(fresh.replacing(old));
    }

    @Override
    public void close() {
        open.ifPresent(Mirror::close);
    }
}
