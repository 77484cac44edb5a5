package io.holdfast.ledger;

import java.io.IOException;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileAttribute;
import java.nio.file.attribute.PosixFilePermissions;

/** A database file that only its owner can read: the ledger names everything an estate consists of. */
final class PrivateFile {
    /** What H2 adds to the path in its URL. */
    private static final String H2_SUFFIX = ".mv.db";

    private PrivateFile() {}

    /** Makes the folder (0700) and the empty file (0600) unless they are there; an existing one keeps its permissions. */
    static void make(Path database) throws IOException {
        Path file = Path.of(database + H2_SUFFIX).toAbsolutePath();
        if (!Files.exists(file)) {
            Files.createDirectories(file.getParent(), only(file, "rwx------"));
            makeFile(file);
        }
    }

    private static void makeFile(Path file) throws IOException {
        try {
            Files.createFile(file, only(file, "rw-------"));
        } catch (FileAlreadyExistsException made) {
            // By another thread, a moment ago: it is there, and that is all we want.
        }
    }

    /** Permissions to make something with; none where the file system has no such thing. */
    private static FileAttribute<?>[] only(Path file, String permissions) {
        return file.getFileSystem().supportedFileAttributeViews().contains("posix")
                ? new FileAttribute<?>[] {
                    PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString(permissions))
                }
                : new FileAttribute<?>[0];
    }
}
