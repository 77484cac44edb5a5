package io.holdfast.desired.git;

import static java.util.Objects.requireNonNull;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import org.eclipse.jgit.lib.ObjectId;
import org.eclipse.jgit.lib.Ref;

/** Our copy of the branches that are followed: objects and heads, never a file of a commit. Only one thread works on it. */
final class Mirror implements AutoCloseable {
    /** Each change brings a pack; with many, finding an object takes long, and a fresh mirror is a small download. */
    private static final int MOST_PACKS = 30;

    /** How far back a branch is fetched as a rule: a push brings fewer commits than this. */
    static final int GENERATIONS = 50;

    /** Unlike {@code refs/heads}, nothing here is ever mistaken for a branch somebody works on. */
    private static final String REFS = "refs/holdfast/";

    private final Path folder;
    private final BareRepository repository;
    private final Map<String, Integer> generations = new HashMap<>();
    private boolean isWornOut;

    private Mirror(Path folder, BareRepository repository) {
        this.folder = requireNonNull(folder, "folder");
        this.repository = requireNonNull(repository, "repository");
    }

    /** The mirror in a folder; an empty one is made where there is none. */
    static Mirror at(Path folder) throws IOException {
        Files.createDirectories(folder);
        sweep(folder);
        BareRepository repository = BareRepository.at(folder);
        if (!Files.exists(folder.resolve("HEAD")) || !Files.exists(folder.resolve("objects"))) {
            repository.create(true);
        }
        return new Mirror(folder, repository);
    }

    /**
     * Takes away what a fetch that was killed has left: nobody else works here, so that a lock is nobody's, and a pack
     * that is not finished never will be.
     */
    private static void sweep(Path folder) throws IOException {
        List<Path> left;
        try (Stream<Path> files = Files.walk(folder)) {
            left = files.filter(Files::isRegularFile).filter(Mirror::isLeftOver).toList();
        }
        for (Path file : left) {
            Files.deleteIfExists(file);
        }
    }

    private static boolean isLeftOver(Path file) {
        String name = String.valueOf(file.getFileName());
        return name.endsWith(".lock")
                || name.startsWith("incoming_")
                || name.startsWith("gc_")
                || name.startsWith("noz");
    }

    static String ref(String branch) {
        return REFS + branch;
    }

    BareRepository repository() {
        return repository;
    }

    /** The head of a branch as it was fetched last; empty where it never was, or is not known any more. */
    Optional<ObjectId> head(String branch) throws IOException {
        return Optional.ofNullable(repository.exactRef(ref(branch))).map(Ref::getObjectId);
    }

    /** Whether a branch has been fetched up to a head and so many generations back. */
    boolean holds(String branch, ObjectId head, int back) throws IOException {
        return head(branch).filter(head::equals).isPresent()
                && repository.getObjectDatabase().has(head)
                && generations.getOrDefault(branch, GENERATIONS) >= back;
    }

    void fetched(String branch, int back) {
        generations.put(branch, back);
    }

    boolean has(ObjectId commit) throws IOException {
        return repository.getObjectDatabase().has(commit);
    }

    /** The commits whose parents were left behind. */
    Set<ObjectId> ends() throws IOException {
        return repository.getObjectDatabase().getShallowCommits();
    }

    /** Whether a fresh one would be quicker. */
    boolean isWorn() throws IOException {
        if (isWornOut) {
            return true;
        }
        try (Stream<Path> files = Files.list(folder.resolve("objects/pack"))) {
            return files.filter(it -> it.toString().endsWith(".pack")).count() > MOST_PACKS;
        }
    }

    /** It has become of no use. */
    void wearOut() {
        isWornOut = true;
    }

    /** Takes another's place. The other, and whatever was in it, is gone afterwards. */
    Mirror replacing(Mirror other) throws IOException {
        close();
        other.close();
        remove(other.folder);
        Files.move(folder, other.folder);
        return at(other.folder);
    }

    /** Removes a folder and all that is in it; links are removed, not followed. */
    static void remove(Path folder) throws IOException {
        if (!Files.exists(folder)) {
            return;
        }
        List<Path> deepestFirst;
        try (Stream<Path> all = Files.walk(folder)) {
            deepestFirst = all.sorted(Comparator.reverseOrder()).toList();
        }
        for (Path path : deepestFirst) {
            Files.deleteIfExists(path);
        }
    }

    @Override
    public void close() {
        repository.close();
    }
}
