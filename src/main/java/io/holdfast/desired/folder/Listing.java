package io.holdfast.desired.folder;

import java.io.IOException;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.nio.file.attribute.BasicFileAttributes;
import java.nio.file.attribute.FileTime;
import java.util.Collections;
import java.util.Locale;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * The YAML files of a folder and of the folders in it, by name relative to it, with what tells that one has changed.
 *
 * @param entries a folder that is a link ends in a slash
 * @param isWhole whether there were no more than we list
 */
record Listing(SortedMap<String, Entry> entries, boolean isWhole) {
    /** An estate has a few dozen environments; a hundred thousand files are somebody else's folder. */
    static final int MOST = 1_000;

    /** Files of other sorts may lie beside ours, but not without end. */
    private static final int MOST_OF_ANY_SORT = 20_000;

    enum Sort {
        FILE,
        LINK,
        OTHER
    }

    /**
     * One entry.
     *
     * @param key what the file system knows the file by, so that a file put in its place is noticed
     */
    record Entry(Sort sort, long size, FileTime modified, Optional<Object> key) {
        static Entry of(BasicFileAttributes attributes) {
            Sort sort = attributes.isSymbolicLink() ? Sort.LINK : attributes.isRegularFile() ? Sort.FILE : Sort.OTHER;
            return new Entry(
                    sort, attributes.size(), attributes.lastModifiedTime(), Optional.ofNullable(attributes.fileKey()));
        }
    }

    Listing {
        entries = Collections.unmodifiableSortedMap(new TreeMap<>(entries));
    }

    static Listing of(Path folder) throws IOException {
        Scan scan = new Scan();
        scan.list(folder, "");
        return new Listing(scan.found, scan.found.size() <= MOST && scan.seen <= MOST_OF_ANY_SORT);
    }

    /** A listing in the making. */
    private static final class Scan {
        private final SortedMap<String, Entry> found = new TreeMap<>();
        private int seen;

        void list(Path folder, String prefix) throws IOException {
            try (DirectoryStream<Path> children = Files.newDirectoryStream(folder)) {
                for (Path child : children) {
                    seen++;
                    if (seen > MOST_OF_ANY_SORT || found.size() > MOST) {
                        return;
                    }
                    look(child, prefix);
                }
            }
        }

        private void look(Path child, String prefix) throws IOException {
            String name = String.valueOf(child.getFileName());
            if (name.startsWith(".")) {
                return;
            }
            BasicFileAttributes attributes =
                    Files.readAttributes(child, BasicFileAttributes.class, LinkOption.NOFOLLOW_LINKS);
            if (isYaml(name)) {
                found.put(prefix + name, Entry.of(attributes));
            } else if (prefix.isEmpty() && attributes.isDirectory()) {
                list(child, name + "/");
            } else if (prefix.isEmpty() && attributes.isSymbolicLink() && Files.isDirectory(child)) {
                found.put(name + "/", Entry.of(attributes));
            }
        }

        private static boolean isYaml(String name) {
            String lower = name.toLowerCase(Locale.ROOT);
            return lower.endsWith(".yaml") || lower.endsWith(".yml");
        }
    }
}
