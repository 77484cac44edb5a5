package io.holdfast.desired.folder;

import static io.holdfast.desired.finding.Code.SOURCE_UNAVAILABLE;
import static io.holdfast.desired.finding.Code.YAML_LIMIT;

import io.holdfast.desired.finding.Code;
import io.holdfast.desired.finding.Finding;
import io.holdfast.model.Location;
import java.io.IOException;
import java.nio.file.AccessDeniedException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.Optional;

/** Reads the folder of environments as it is now. */
public final class FolderReader {
    /** A swap takes an instant; whoever changes files for longer is waited for until the next look. */
    private static final int ATTEMPTS = 3;

    private final Path folder;
    private final int bytesPerFile;
    private final Contents.Opener opener;
    private final boolean tracked;

    /** @param bytesPerFile larger files are not read */
    public FolderReader(Path folder, int bytesPerFile) {
        this(folder, bytesPerFile, FolderReader::open, true);
    }

    FolderReader(Path folder, int bytesPerFile, Contents.Opener opener) {
        this(folder, bytesPerFile, opener, true);
    }

    private FolderReader(Path folder, int bytesPerFile, Contents.Opener opener, boolean tracked) {
        this.folder = folder.toAbsolutePath().normalize();
        this.bytesPerFile = bytesPerFile;
        this.opener = opener;
        this.tracked = tracked;
    }

    /**
     * A reader that leaves version control alone, for who asks what is in the files and not since when: git itself is at
     * work while its commit hooks run, and that must not keep them from reading.
     */
    public static FolderReader untracked(Path folder, int bytesPerFile) {
        return new FolderReader(folder, bytesPerFile, FolderReader::open, false);
    }

    /** The folder at one moment, or why there is no such moment. */
    public Look look() {
        for (int attempt = 0; attempt < ATTEMPTS; attempt++) {
            try {
                Optional<Look> look = lookOnce();
                if (look.isPresent()) {
                    return look.get();
                }
            } catch (NoSuchFileException gone) {
                if (!Files.exists(folder)) {
                    return trouble(SOURCE_UNAVAILABLE, missing());
                }
                // A file went away between its listing and its reading: the folder is changing, and we look again.
            } catch (IOException broken) {
                return trouble(SOURCE_UNAVAILABLE, "the folder cannot be read: " + reason(broken));
            }
        }
        return trouble(SOURCE_UNAVAILABLE, "the folder is being changed; it counts when it keeps still");
    }

    private String missing() {
        return Files.isSymbolicLink(folder) ? "a link that leads nowhere" : "no such folder";
    }

    /** Nothing if the folder did not keep still. */
    private Optional<Look> lookOnce() throws IOException {
        Path real = folder.toRealPath();
        if (!Files.isDirectory(real)) {
            return Optional.of(trouble(SOURCE_UNAVAILABLE, "not a folder"));
        }
        try (Checkout checkout = tracked ? Checkout.around(real) : Checkout.none(real)) {
            Glance before = glance(checkout);
            if (before.changing()) {
                return Optional.empty();
            }
            if (!before.listing().isWhole()) {
                return Optional.of(trouble(YAML_LIMIT, "more than " + Listing.MOST + " files"));
            }
            Contents contents = new Contents(bytesPerFile, opener);
            contents.read(before, checkout.prefix());
            Snapshot snapshot = contents.snapshot(before, checkout);
            return glance(checkout).equals(before) ? Optional.of(new Look.Seen(snapshot)) : Optional.empty();
        }
    }

    private Glance glance(Checkout checkout) throws IOException {
        Path real = folder.toRealPath();
        return new Glance(real, Listing.of(real), checkout.head(), checkout.isChanging());
    }

    private Look trouble(Code code, String message) {
        Location at = new Location(folder.getFileName() + "/", 1, 1);
        return new Look.Trouble(Finding.of(code, at, "", message).found(folder.toString()));
    }

    private static String reason(IOException broken) {
        return broken instanceof AccessDeniedException ? "permission denied" : String.valueOf(broken.getMessage());
    }

    private static byte[] open(Path file, int most) throws IOException {
        try (var in = Files.newInputStream(file)) {
            return in.readNBytes(most);
        }
    }
}
