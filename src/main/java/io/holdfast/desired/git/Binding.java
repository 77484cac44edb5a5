package io.holdfast.desired.git;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.eclipse.jgit.lib.Constants;
import org.eclipse.jgit.lib.Repository;

/**
 * Where in a repository environments are.
 *
 * @param branch its short name, such as {@code main}
 * @param folder from the repository's root, without slashes at either end; empty for the root itself
 */
public record Binding(String branch, String folder) implements Comparable<Binding> {
    /** @throws IllegalArgumentException when one of them is none; {@link #of} says which key that stands under */
    public Binding {
        if (!Repository.isValidRefName(Constants.R_HEADS + branch)
                || branch.startsWith("-")
                || branch.startsWith(Constants.R_REFS)) {
            throw new IllegalArgumentException("branch: not the name of a branch; found " + branch
                    + "; allowed: the short name of one, as git writes it, such as main");
        }
        folder = folder(folder);
    }

    /**
     * As an operator wrote it.
     *
     * @param key of the configuration, under which both stand
     * @throws IllegalArgumentException when one of them is none, with its key in the message
     */
    public static Binding of(String key, String branch, String folder) {
        try {
            return new Binding(branch, folder);
        } catch (IllegalArgumentException none) {
            throw new IllegalArgumentException(key + "." + none.getMessage(), none);
        }
    }

    /**
     * A folder of a repository as it is written here.
     *
     * @throws IllegalArgumentException when it leads out of the repository, or into what is git's own
     */
    static String folder(String folder) {
        List<String> segments = new ArrayList<>();
        for (Path segment : Path.of(folder.startsWith("/") ? folder.substring(1) : folder)) {
            String name = segment.toString();
            if (name.equals("..") || name.equalsIgnoreCase(Constants.DOT_GIT)) {
                throw new IllegalArgumentException("path: not a folder of a repository; found " + folder
                        + "; allowed: one below its root, without .. and .git");
            }
            if (!name.isEmpty() && !name.equals(".")) {
                segments.add(name);
            }
        }
        return String.join("/", segments);
    }

    /** What stands before the name of every file. */
    String root() {
        return folder.isEmpty() ? "" : folder + "/";
    }

    @Override
    public int compareTo(Binding other) {
        int byBranch = branch.compareTo(other.branch);
        return byBranch == 0 ? folder.compareTo(other.folder) : byBranch;
    }

    @Override
    public String toString() {
        return root() + " of branch " + branch;
    }
}
