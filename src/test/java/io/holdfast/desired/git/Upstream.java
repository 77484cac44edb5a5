package io.holdfast.desired.git;

import static java.nio.charset.StandardCharsets.UTF_8;

import io.holdfast.desired.folder.Sealed;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import org.eclipse.jgit.internal.storage.file.FileRepository;
import org.eclipse.jgit.lib.CommitBuilder;
import org.eclipse.jgit.lib.Constants;
import org.eclipse.jgit.lib.FileMode;
import org.eclipse.jgit.lib.GpgSignature;
import org.eclipse.jgit.lib.ObjectId;
import org.eclipse.jgit.lib.ObjectInserter;
import org.eclipse.jgit.lib.PersonIdent;
import org.eclipse.jgit.lib.Ref;
import org.eclipse.jgit.lib.Repository;
import org.eclipse.jgit.storage.file.FileRepositoryBuilder;

/** Somebody's repository, to be pushed to and to be broken: every object is a file of its own, and every ref. */
public final class Upstream implements AutoCloseable {
    private static final Instant PUSHED = Instant.parse("2026-11-23T08:00:00Z");

    private final Path folder;
    private final FileRepository repository;

    /** The one in a folder; made when there is none. */
    public Upstream(Path folder) {
        this.folder = folder;
        try {
            var builder = new FileRepositoryBuilder()
                    .setFS(Sealed.files())
                    .setGitDir(folder.toFile())
                    .setBare()
                    .setup();
            this.repository = new FileRepository(builder);
            if (!repository.getObjectDatabase().exists()) {
                repository.create(true);
                repository.updateRef(Constants.HEAD).link(Constants.R_HEADS + "main");
            }
        } catch (IOException full) {
            throw new UncheckedIOException(full);
        }
    }

    /** One with a work tree around it, in which nothing is checked out. */
    public static Upstream clone(Path workTree) {
        Upstream clone = new Upstream(workTree.resolve(Constants.DOT_GIT));
        try {
            clone.repository.getConfig().setBoolean("core", null, "bare", false);
            clone.repository.getConfig().save();
            return clone;
        } catch (IOException full) {
            throw new UncheckedIOException(full);
        }
    }

    /** Something that is done to a repository. */
    @FunctionalInterface
    private interface Deed<T> {
        T with(ObjectInserter objects) throws IOException;
    }

    public Path folder() {
        return folder;
    }

    Repository repository() {
        return repository;
    }

    /** A commit with these files and no others, on top of a branch. */
    public ObjectId push(String branch, Map<String, String> files) {
        return push(branch, files, PUSHED);
    }

    /** The same, dated as its author likes. */
    public ObjectId push(String branch, Map<String, String> files, Instant dated) {
        return point(branch, commit(tree(files), head(branch).stream().toList(), dated, "feat: push to " + branch));
    }

    /** Makes a signature over the bytes of a commit. */
    @FunctionalInterface
    public interface Pen {
        String sign(byte[] commit) throws Exception;
    }

    /** A signed commit with these files and no others, on top of a branch. */
    public ObjectId push(String branch, Map<String, String> files, Pen pen) {
        return push(branch, files, head(branch).stream().toList(), pen);
    }

    /** The same, which brings another commit in. */
    public ObjectId merge(String branch, Map<String, String> files, ObjectId other, Pen pen) {
        return push(branch, files, List.of(head(branch).orElseThrow(), other), pen);
    }

    private ObjectId push(String branch, Map<String, String> files, List<ObjectId> parents, Pen pen) {
        CommitBuilder commit = builder(tree(files), parents, PUSHED, "feat: push and sign");
        try {
            byte[] signature = pen.sign(commit.build()).getBytes(UTF_8);
            commit.setGpgSignature(new GpgSignature(signature));
        } catch (Exception broken) {
            throw new IllegalStateException("it cannot be signed", broken);
        }
        return point(branch, insert(objects -> objects.insert(commit)));
    }

    /** A commit with any tree on top of a branch. */
    public ObjectId pushTree(String branch, ObjectId tree) {
        return point(branch, commit(tree, head(branch).stream().toList(), PUSHED, "feat: push a tree"));
    }

    /** The branch has one commit, which comes from nowhere. */
    public ObjectId rewrite(String branch, Map<String, String> files) {
        return point(branch, commit(tree(files), List.of(), PUSHED.plusSeconds(1), "feat: begin anew"));
    }

    public Optional<ObjectId> head(String branch) {
        try {
            return Optional.ofNullable(repository.exactRef(Constants.R_HEADS + branch))
                    .map(Ref::getObjectId);
        } catch (IOException broken) {
            throw new UncheckedIOException(broken);
        }
    }

    /** The branch is at this commit from now on, whatever it was at. */
    public ObjectId point(String branch, ObjectId commit) {
        write(ref(branch), (commit.name() + "\n").getBytes(UTF_8));
        return commit;
    }

    /** The file of a branch. */
    public Path ref(String branch) {
        return folder.resolve(Constants.R_HEADS + branch);
    }

    /** The file of an object. */
    public Path object(ObjectId id) {
        return folder.resolve("objects")
                .resolve(id.name().substring(0, 2))
                .resolve(id.name().substring(2));
    }

    public ObjectId blob(String text) {
        return insert(objects -> objects.insert(Constants.OBJ_BLOB, text.getBytes(UTF_8)));
    }

    public ObjectId commit(ObjectId tree, List<ObjectId> parents, Instant dated, String message) {
        CommitBuilder commit = builder(tree, parents, dated, message);
        return insert(objects -> objects.insert(commit));
    }

    private static CommitBuilder builder(ObjectId tree, List<ObjectId> parents, Instant dated, String message) {
        CommitBuilder commit = new CommitBuilder();
        PersonIdent author = new PersonIdent("Ana Lee", "ana@example.com", dated, ZoneOffset.UTC);
        commit.setTreeId(tree);
        commit.setParentIds(parents);
        commit.setAuthor(author);
        commit.setCommitter(author);
        commit.setMessage(message);
        return commit;
    }

    /** A tree as git would make it. */
    public ObjectId tree(Map<String, String> files) {
        SortedMap<String, SortedMap<String, String>> folders = new TreeMap<>();
        Entries entries = new Entries();
        new TreeMap<>(files).forEach((path, text) -> {
            int slash = path.indexOf('/');
            if (slash < 0) {
                entries.with(FileMode.REGULAR_FILE, path, blob(text));
            } else {
                folders.computeIfAbsent(path.substring(0, slash), it -> new TreeMap<>())
                        .put(path.substring(slash + 1), text);
            }
        });
        folders.forEach((name, inside) -> entries.with(FileMode.TREE, name, tree(inside)));
        return tree(entries);
    }

    /** A tree as somebody made it by hand. */
    public ObjectId tree(Entries entries) {
        return insert(objects -> objects.insert(Constants.OBJ_TREE, entries.bytes.toByteArray()));
    }

    /** The entries of a tree, in any order and with any name. */
    public static final class Entries {
        private final ByteArrayOutputStream bytes = new ByteArrayOutputStream();

        public Entries with(FileMode mode, String name, ObjectId id) {
            return with(mode, name.getBytes(UTF_8), id);
        }

        public Entries with(FileMode mode, byte[] name, ObjectId id) {
            try {
                mode.copyTo(bytes);
                bytes.write(' ');
                bytes.write(name);
                bytes.write(0);
                id.copyRawTo(bytes);
                return this;
            } catch (IOException impossible) {
                throw new UncheckedIOException(impossible);
            }
        }
    }

    private <T> T insert(Deed<T> deed) {
        try (ObjectInserter objects = repository.newObjectInserter()) {
            T made = deed.with(objects);
            objects.flush();
            return made;
        } catch (IOException full) {
            throw new UncheckedIOException(full);
        }
    }

    /** Writes a file of the repository as no git would. */
    public static void write(Path file, byte[] content) {
        try {
            Files.createDirectories(file.getParent());
            Files.deleteIfExists(file);
            Files.write(file, content);
        } catch (IOException full) {
            throw new UncheckedIOException(full);
        }
    }

    @Override
    public void close() {
        repository.close();
    }
}
