package io.holdfast.cli;

import java.nio.file.Path;

/** Names of folders as whoever typed them would write them, so that an editor or a review finds the file. */
final class Named {
    private Named() {}

    /** What stands before the names of a folder's files: empty for the current folder, else ending in a slash. */
    static String root(Path typed) {
        String name = relative(typed.normalize()).toString().replace('\\', '/');
        return name.isEmpty() ? "" : name + "/";
    }

    /** The folder itself. */
    static String folder(Path typed) {
        String root = root(typed);
        return root.isEmpty() ? "./" : root;
    }

    /** The folder around what was typed. */
    static Path around(Path typed) {
        Path plain = typed.normalize();
        if (plain.toString().isEmpty() || plain.endsWith("..")) {
            return plain.resolve("..");
        }
        Path parent = plain.getParent();
        return parent == null ? plain.isAbsolute() ? plain : Path.of("") : parent;
    }

    /** Its own name, whatever was typed. */
    static String own(Path typed) {
        return String.valueOf(typed.toAbsolutePath().normalize().getFileName());
    }

    /** A pipeline says where its repository lies from the root on, and means its files all the same. */
    private static Path relative(Path plain) {
        Path here = Path.of("").toAbsolutePath();
        return plain.isAbsolute() && plain.startsWith(here) ? here.relativize(plain) : plain;
    }
}
