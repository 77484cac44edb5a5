package io.holdfast.desired.folder;

import io.holdfast.model.Revision;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import org.eclipse.jgit.lib.Constants;
import org.eclipse.jgit.lib.ObjectId;
import org.eclipse.jgit.lib.ObjectInserter;
import org.eclipse.jgit.lib.Repository;
import org.eclipse.jgit.revwalk.RevWalk;
import org.eclipse.jgit.storage.file.FileRepositoryBuilder;
import org.eclipse.jgit.treewalk.TreeWalk;

/** The git work tree around a folder; looked at, never changed, and never asked to run anything. */
final class WorkTree implements AutoCloseable {
    private final Repository repository;

    private WorkTree(Repository repository) {
        this.repository = repository;
    }

    /** The innermost work tree around a folder; absent where there is none, or none that can be read. */
    static Optional<WorkTree> around(Path folder) throws IOException {
        FileRepositoryBuilder builder =
                new FileRepositoryBuilder().setFS(Sealed.files()).findGitDir(folder.toFile());
        if (builder.getGitDir() == null) {
            return Optional.empty();
        }
        Repository repository = builder.build();
        if (repository.isBare()) {
            repository.close();
            return Optional.empty();
        }
        return Optional.of(new WorkTree(repository));
    }

    Path root() throws IOException {
        return repository.getWorkTree().toPath().toRealPath();
    }

    /** Whether git is at work on the files right now: it holds this lock from the first file to the last. */
    boolean isChanging() {
        return Files.exists(repository.getIndexFile().toPath().resolveSibling("index.lock"));
    }

    /** The commit that is checked out; absent before the first. */
    Optional<Revision> head() throws IOException {
        ObjectId id = repository.resolve(Constants.HEAD);
        if (id == null) {
            return Optional.empty();
        }
        try (RevWalk walk = new RevWalk(repository)) {
            return Optional.of(Commits.revision(walk.parseCommit(id)));
        }
    }

    /** Whether a file's content is what the commit has. */
    boolean holds(Revision head, String path, byte[] content) throws IOException {
        ObjectId id = ObjectId.fromString(head.commit());
        try (RevWalk walk = new RevWalk(repository);
                ObjectInserter.Formatter formatter = new ObjectInserter.Formatter();
                TreeWalk tree =
                        TreeWalk.forPath(repository, path, walk.parseCommit(id).getTree())) {
            return tree != null && tree.getObjectId(0).equals(formatter.idFor(Constants.OBJ_BLOB, content));
        }
    }

    @Override
    public void close() {
        repository.close();
    }
}
