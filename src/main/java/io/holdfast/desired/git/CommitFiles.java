package io.holdfast.desired.git;

import static io.holdfast.desired.finding.Code.GIT_UNAVAILABLE;
import static io.holdfast.desired.finding.Code.PATH_ESCAPE;
import static io.holdfast.desired.finding.Code.YAML_LIMIT;
import static java.nio.charset.StandardCharsets.US_ASCII;

import io.holdfast.desired.finding.Code;
import io.holdfast.desired.finding.Finding;
import io.holdfast.desired.folder.Snapshot;
import io.holdfast.desired.git.Tree.Entry;
import io.holdfast.model.Location;
import io.holdfast.model.Revision;
import java.io.IOException;
import java.util.Arrays;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import org.eclipse.jgit.lib.Constants;
import org.eclipse.jgit.lib.ObjectId;
import org.eclipse.jgit.lib.ObjectReader;

/**
 * The YAML files of one folder of a commit and of the folders in it, read or refused one by one. What no git would have
 * written speaks against the whole commit.
 */
final class CommitFiles {
    /** The same bounds as for a folder on disk: an estate has a few dozen environments. */
    private static final int MOST = 1_000;

    private static final int MOST_OF_ANY_SORT = 20_000;

    /** Of all files together. A thousand files of ordinary size stay far below. */
    private static final long MOST_BYTES = 16L * 1024 * 1024;

    /** How a file begins that stands for another, kept elsewhere (Git LFS specification, "The Pointer"). */
    private static final byte[] LFS = "version https://git-lfs.github.com/spec/".getBytes(US_ASCII);

    private final ObjectReader reader;
    private final int bytesPerFile;
    private final String root;
    private final SortedMap<String, byte[]> files = new TreeMap<>();
    private final Map<String, Finding> refused = new HashMap<>();
    private int seen;
    private long bytes;

    CommitFiles(ObjectReader reader, int bytesPerFile, String root) {
        this.reader = reader;
        this.bytesPerFile = bytesPerFile;
        this.root = root;
    }

    Snapshot snapshot(Revision commit) {
        return new Snapshot(root, files, refused, Optional.of(commit), Set.of());
    }

    /** Reads a folder; answers what speaks against all of it. */
    Optional<Finding> read(ObjectId tree) throws IOException {
        return read(tree, "");
    }

    private Optional<Finding> read(ObjectId tree, String prefix) throws IOException {
        String folder = root + prefix;
        if (Tree.isTooLarge(reader, tree)) {
            return Optional.of(tooMany(folder));
        }
        Set<String> names = new HashSet<>();
        for (Entry entry : Tree.read(reader, tree).entries()) {
            seen++;
            Optional<String> trap = entry.name().isTrap() ? entry.name().objection() : twin(names, entry);
            if (trap.isPresent()) {
                String why = trap.get() + "; nothing of this commit is used";
                return Optional.of(finding(PATH_ESCAPE, folder + entry.name().shown(), why));
            }
            Optional<Finding> against = take(entry, prefix);
            if (against.isPresent()) {
                return against;
            }
            if (seen > MOST_OF_ANY_SORT || files.size() + refused.size() > MOST) {
                return Optional.of(tooMany(folder));
            }
            if (bytes > MOST_BYTES) {
                return Optional.of(finding(YAML_LIMIT, root, "the files are too large together")
                        .allowed("up to " + MOST_BYTES + " bytes"));
            }
        }
        return Optional.empty();
    }

    /** A reviewer is shown one of the two, and not necessarily the one that would count. */
    private static Optional<String> twin(Set<String> names, Entry entry) {
        boolean isNew = names.add(entry.name().shown());
        return isNew ? Optional.empty() : Optional.of("two entries of one name");
    }

    private Optional<Finding> take(Entry entry, String prefix) throws IOException {
        String name = prefix + entry.name().shown();
        boolean isHome = prefix.isEmpty() && !entry.isFile() && !entry.name().isYaml() && couldBeHome(entry);
        if (entry.name().isHidden() || !(entry.name().isYaml() || isHome)) {
            return Optional.empty();
        }
        Optional<Finding> objection = objection(entry, root + name);
        if (objection.isPresent()) {
            refused.put(root + name + (isHome ? "/" : ""), objection.get());
            return Optional.empty();
        }
        if (entry.isFolder()) {
            return prefix.isEmpty() && !entry.name().isYaml() ? read(entry.id(), name + "/") : Optional.empty();
        }
        byte[] content = Tree.content(reader, entry.id(), Constants.OBJ_BLOB);
        bytes += content.length;
        if (isPointer(content)) {
            refused.put(
                    root + name,
                    finding(GIT_UNAVAILABLE, root + name, "a Git LFS pointer and not the file; LFS is not supported"));
        } else {
            files.put(root + name, content);
        }
        return Optional.empty();
    }

    /** A link or a submodule where an environment's folder was must not pass for an environment that was removed. */
    private static boolean couldBeHome(Entry entry) {
        return entry.isFolder() || entry.name().shown().matches("[a-z0-9-]+");
    }

    private Optional<Finding> objection(Entry entry, String name) throws IOException {
        if (entry.isLink()) {
            return Optional.of(finding(PATH_ESCAPE, name, "a symbolic link; links are not followed"));
        }
        if (entry.isSubmodule()) {
            return Optional.of(finding(GIT_UNAVAILABLE, name, "a submodule; submodules are not supported"));
        }
        if (entry.name().objection().isPresent()) {
            return Optional.of(
                    finding(PATH_ESCAPE, name, entry.name().objection().get()));
        }
        if (entry.isFolder()) {
            return Optional.empty();
        }
        if (!entry.isFile()) {
            return Optional.of(finding(PATH_ESCAPE, name, "not a file"));
        }
        long size = reader.getObjectSize(entry.id(), Constants.OBJ_BLOB);
        return size <= bytesPerFile
                ? Optional.empty()
                : Optional.of(finding(YAML_LIMIT, name, "the file is too large")
                        .found(size + " bytes")
                        .allowed("up to " + bytesPerFile + " bytes"));
    }

    private static boolean isPointer(byte[] content) {
        return content.length >= LFS.length && Arrays.equals(Arrays.copyOf(content, LFS.length), LFS);
    }

    private static Finding tooMany(String folder) {
        return finding(YAML_LIMIT, folder, "more than " + MOST + " files, or " + MOST_OF_ANY_SORT + " of any sort");
    }

    private static Finding finding(Code code, String name, String message) {
        return Finding.of(code, new Location(name, 1, 1), "", message);
    }
}
