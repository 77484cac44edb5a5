package io.holdfast.desired.git;

import static io.holdfast.desired.finding.Code.GIT_CORRUPT;
import static io.holdfast.desired.finding.Code.GIT_UNAVAILABLE;
import static io.holdfast.desired.finding.Code.SOURCE_UNAVAILABLE;

import io.holdfast.desired.finding.Code;
import io.holdfast.desired.finding.Finding;
import io.holdfast.desired.folder.Look;
import io.holdfast.desired.folder.Sealed;
import io.holdfast.model.Location;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import org.eclipse.jgit.errors.AmbiguousObjectException;
import org.eclipse.jgit.errors.IncorrectObjectTypeException;
import org.eclipse.jgit.errors.RevisionSyntaxException;
import org.eclipse.jgit.lib.ObjectId;
import org.eclipse.jgit.lib.Repository;
import org.eclipse.jgit.storage.file.FileRepositoryBuilder;

/**
 * Somebody's own repository on this machine, with or without a work tree. It is read as it is: nothing is fetched, checked
 * out or changed, and whoever works in it is not disturbed.
 */
public final class LocalRepository {
    private LocalRepository() {}

    /**
     * A folder as a commit has it, whatever is on disk now.
     *
     * @param folder in a work tree, where the commit may have it and the disk may not; or a bare repository, or a folder
     *     in one
     * @param revision what git itself would take for a commit: {@code HEAD~1}, {@code origin/main}, a tag, an id
     * @param bytesPerFile larger files are not read
     * @return the files under the names a clone of the repository has for them; or why they cannot be had
     */
    public static Look look(Path folder, String revision, int bytesPerFile) {
        try (Repository repository = around(folder)) {
            return look(repository, within(repository, folder), revision, bytesPerFile);
        } catch (NoRepository none) {
            return trouble(SOURCE_UNAVAILABLE, folder, "no git repository is here, nor around it", "");
        } catch (IOException | RuntimeException broken) {
            // JGit meets a broken repository with exceptions of any sort.
            return trouble(GIT_CORRUPT, folder, "the repository cannot be read: " + broken.getMessage(), revision);
        }
    }

    private static Look look(Repository repository, String folder, String revision, int bytesPerFile)
            throws IOException {
        Optional<ObjectId> commit = commit(repository, revision);
        if (commit.isEmpty()) {
            return trouble(GIT_UNAVAILABLE, Path.of(folder), "no commit is called that in this repository", revision);
        }
        try (CommitReader reader = new CommitReader(repository, bytesPerFile)) {
            return reader.look(commit.get(), folder, revision);
        }
    }

    private static Optional<ObjectId> commit(Repository repository, String revision) throws IOException {
        try {
            return Optional.ofNullable(repository.resolve(revision + "^{commit}"));
        } catch (RevisionSyntaxException | AmbiguousObjectException | IncorrectObjectTypeException noCommit) {
            return Optional.empty();
        }
    }

    /** Looked for from the innermost folder that is there, since the wanted one need not be. */
    private static Repository around(Path folder) throws IOException {
        Path from = folder.toAbsolutePath().normalize();
        while (!Files.isDirectory(from) && from.getParent() != null) {
            from = from.getParent();
        }
        FileRepositoryBuilder builder =
                new FileRepositoryBuilder().setFS(Sealed.files()).findGitDir(from.toFile());
        if (builder.getGitDir() == null) {
            throw new NoRepository();
        }
        return builder.setMustExist(true).build();
    }

    /** The folder from the repository's root. */
    private static String within(Repository repository, Path folder) throws IOException {
        Path root = repository.isBare()
                ? repository.getDirectory().toPath()
                : repository.getWorkTree().toPath();
        return Binding.folder(root.toRealPath().relativize(real(folder)).toString());
    }

    /** A path without links, as far as it is there. */
    private static Path real(Path path) throws IOException {
        Path whole = path.toAbsolutePath().normalize();
        Path there = whole;
        while (!Files.exists(there) && there.getParent() != null) {
            there = there.getParent();
        }
        return there.toRealPath().resolve(there.relativize(whole).toString()).normalize();
    }

    private static Look trouble(Code code, Path folder, String message, String revision) {
        Location at = new Location(folder.toString().replace('\\', '/'), 1, 1);
        return new Look.Trouble(Finding.of(code, at, "", message).found(revision));
    }

    private static final class NoRepository extends IOException {
        private static final long serialVersionUID = 1;
    }
}
