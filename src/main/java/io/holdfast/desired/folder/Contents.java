package io.holdfast.desired.folder;

import static io.holdfast.desired.finding.Code.PATH_ESCAPE;
import static io.holdfast.desired.finding.Code.SOURCE_UNAVAILABLE;
import static io.holdfast.desired.finding.Code.YAML_LIMIT;

import io.holdfast.desired.finding.Code;
import io.holdfast.desired.finding.Finding;
import io.holdfast.desired.folder.Listing.Entry;
import io.holdfast.desired.folder.Listing.Sort;
import io.holdfast.model.Location;
import java.io.IOException;
import java.nio.file.AccessDeniedException;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;

/** The files of a listing, read or refused one by one: what is wrong with one is no reason not to read the others. */
final class Contents {
    private final int bytesPerFile;
    private final Opener opener;
    private final SortedMap<String, byte[]> files = new TreeMap<>();
    private final Map<String, Finding> refused = new HashMap<>();

    /** Opens one file: where tests let the folder change under the reader's hands. */
    @FunctionalInterface
    interface Opener {
        byte[] read(Path file, int most) throws IOException;
    }

    Contents(int bytesPerFile, Opener opener) {
        this.bytesPerFile = bytesPerFile;
        this.opener = opener;
    }

    /** @throws java.nio.file.NoSuchFileException if a file is there no longer */
    void read(Glance glance, String prefix) throws IOException {
        for (Map.Entry<String, Entry> listed : glance.listing().entries().entrySet()) {
            String name = prefix + listed.getKey();
            Optional<Finding> objection = objection(name, listed.getValue());
            if (objection.isPresent()) {
                refused.put(name, objection.get());
            } else {
                read(name, glance.real().resolve(listed.getKey()));
            }
        }
    }

    private Optional<Finding> objection(String name, Entry entry) {
        if (entry.sort() == Sort.LINK) {
            return Optional.of(finding(PATH_ESCAPE, name, "a symbolic link; links are not followed"));
        }
        if (entry.sort() == Sort.OTHER) {
            return Optional.of(finding(PATH_ESCAPE, name, "not a file"));
        }
        return entry.size() <= bytesPerFile
                ? Optional.empty()
                : Optional.of(finding(YAML_LIMIT, name, "the file is too large")
                        .found(entry.size() + " bytes")
                        .allowed("up to " + bytesPerFile + " bytes"));
    }

    private void read(String name, Path file) throws IOException {
        try {
            files.put(name, opener.read(file, bytesPerFile));
        } catch (AccessDeniedException denied) {
            refused.put(name, finding(SOURCE_UNAVAILABLE, name, "the file cannot be read: permission denied"));
        }
    }

    private static Finding finding(Code code, String name, String message) {
        return Finding.of(code, new Location(name, 1, 1), "", message);
    }

    Snapshot snapshot(Glance glance, Checkout checkout) throws IOException {
        TreeMap<String, byte[]> edited = new TreeMap<>();
        for (Map.Entry<String, byte[]> file : files.entrySet()) {
            if (checkout.isEdited(file.getKey(), file.getValue())) {
                edited.put(file.getKey(), file.getValue());
            }
        }
        return new Snapshot(checkout.prefix(), files, refused, glance.head(), edited.keySet());
    }
}
