package io.holdfast.desired.folder;

import static java.util.Objects.requireNonNull;

import io.holdfast.desired.finding.Finding;
import io.holdfast.model.Revision;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.SortedMap;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.function.UnaryOperator;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/**
 * The YAML files of a folder and its subfolders at one moment.
 *
 * @param root what stands before every file's name in messages: the folder as the git work tree names it; ends in a
 *     slash, or is empty
 * @param files path, root included, to content
 * @param refused path to why it is not read: links, what is too large, what the process may not read
 * @param commit the commit the folder is at; absent without version control
 * @param edited the files that are not as that commit has them
 */
public record Snapshot(
        String root,
        SortedMap<String, byte[]> files,
        Map<String, Finding> refused,
        Optional<Revision> commit,
        Set<String> edited) {
    /** A name goes into tags, metrics, addresses and file names, and must mean the same in all of them. */
    private static final Pattern NAME = Pattern.compile("[a-z0-9]([a-z0-9-]{0,61}[a-z0-9])?");

    /** What {@link #isName} asks, for messages. */
    public static final String NAMES = "1 to 63 lower-case letters, digits and hyphens";

    public Snapshot {
        requireNonNull(root, "root");
        files = Collections.unmodifiableSortedMap(new TreeMap<>(files));
        refused = Map.copyOf(refused);
        requireNonNull(commit, "commit");
        edited = Set.copyOf(edited);
    }

    /** Files as they were at a commit. */
    public static Snapshot of(SortedMap<String, byte[]> files, Revision commit) {
        return new Snapshot("", files, Map.of(), Optional.of(commit), Set.of());
    }

    /**
     * The same files under another name.
     *
     * @param other what stands before every file's name instead; ends in a slash, or is empty
     */
    public Snapshot under(String other) {
        UnaryOperator<String> renamed = file -> other + file.substring(root.length());
        SortedMap<String, byte[]> contents = new TreeMap<>();
        files.forEach((file, content) -> contents.put(renamed.apply(file), content));
        Map<String, Finding> refusals = new HashMap<>();
        refused.forEach((file, finding) -> refusals.put(renamed.apply(file), finding.in(renamed.apply(file))));
        Set<String> edits = edited.stream().map(renamed).collect(Collectors.toSet());
        return new Snapshot(other, contents, refusals, commit, edits);
    }

    /** The environments there are files of, read or refused. */
    public SortedSet<String> environments() {
        return names().stream()
                .filter(file -> !isShared(file))
                .map(file -> nameOf(homeOf(file)))
                .collect(Collectors.toCollection(TreeSet::new));
    }

    /** Whether an environment may be called so. */
    public static boolean isName(String name) {
        return NAME.matcher(name).matches();
    }

    /** A name that begins with an underscore is there to be extended and is no environment. */
    public static boolean isShared(String file) {
        return file.startsWith("_", file.lastIndexOf('/') + 1);
    }

    /** The file or folder of an environment that a file is, or is in. */
    public String homeOf(String file) {
        int slash = file.indexOf('/', root.length());
        return slash < 0 ? file : file.substring(0, slash);
    }

    /** The environment whose file or folder this is. */
    public String nameOf(String home) {
        String own = home.substring(root.length());
        int dot = own.lastIndexOf('.');
        return dot < 0 ? own : own.substring(0, dot);
    }

    /** Every file that is there, readable or not. */
    public List<String> names() {
        TreeSet<String> names = new TreeSet<>(files.keySet());
        names.addAll(refused.keySet());
        return List.copyOf(names);
    }
}
