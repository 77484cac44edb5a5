package io.holdfast.desired.git;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import org.eclipse.jgit.errors.CorruptObjectException;
import org.eclipse.jgit.lib.Constants;
import org.eclipse.jgit.lib.FileMode;
import org.eclipse.jgit.lib.ObjectId;
import org.eclipse.jgit.lib.ObjectInserter;
import org.eclipse.jgit.lib.ObjectLoader;
import org.eclipse.jgit.lib.ObjectReader;
import org.eclipse.jgit.treewalk.CanonicalTreeParser;

/**
 * The entries of one folder of a commit, as they are written there.
 *
 * @param entries in the order of the tree
 */
record Tree(List<Entry> entries) {
    /** Twenty thousand entries of two hundred bytes; larger trees are somebody else's, and are not opened. */
    static final long LARGEST = 4_000_000;

    Tree {
        entries = List.copyOf(entries);
    }

    /** One entry. */
    record Entry(EntryName name, FileMode mode, ObjectId id) {
        boolean isFolder() {
            return mode.equals(FileMode.TREE);
        }

        boolean isFile() {
            return mode.equals(FileMode.REGULAR_FILE) || mode.equals(FileMode.EXECUTABLE_FILE);
        }

        boolean isLink() {
            return mode.equals(FileMode.SYMLINK);
        }

        boolean isSubmodule() {
            return mode.equals(FileMode.GITLINK);
        }
    }

    /** Whether a tree is too large to be opened. */
    static boolean isTooLarge(ObjectReader reader, ObjectId id) throws IOException {
        return reader.getObjectSize(id, Constants.OBJ_TREE) > LARGEST;
    }

    /** @throws CorruptObjectException when it is not what its id says, or no tree */
    static Tree read(ObjectReader reader, ObjectId id) throws IOException {
        byte[] raw = content(reader, id, Constants.OBJ_TREE);
        List<Entry> entries = new ArrayList<>();
        try {
            CanonicalTreeParser parser = new CanonicalTreeParser();
            parser.reset(raw);
            for (; !parser.eof(); parser.next(1)) {
                byte[] name = new byte[parser.getNameLength()];
                parser.getName(name, 0);
                entries.add(new Entry(EntryName.of(name), parser.getEntryFileMode(), parser.getEntryObjectId()));
            }
        } catch (IndexOutOfBoundsException cut) {
            throw new CorruptObjectException(id, "a tree that is cut off");
        }
        return new Tree(entries);
    }

    /**
     * An object's content; its size was asked before. JGit checks what comes in, and not what a disk made of it since.
     */
    static byte[] content(ObjectReader reader, ObjectId id, int type) throws IOException {
        ObjectLoader loader = reader.open(id, type);
        byte[] content = loader.getBytes();
        try (ObjectInserter.Formatter formatter = new ObjectInserter.Formatter()) {
            if (!formatter.idFor(type, content).equals(id)) {
                throw new CorruptObjectException(id, "its content is another's");
            }
        }
        return content;
    }
}
