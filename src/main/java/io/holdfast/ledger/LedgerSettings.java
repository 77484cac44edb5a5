package io.holdfast.ledger;

import static java.util.Objects.requireNonNull;

import java.nio.file.Path;
import java.util.Optional;

/**
 * Where the ledger is. The beginning of the URL decides which database it is.
 *
 * @param url {@code jdbc:h2:…} or {@code jdbc:postgresql:…}
 * @param user database user
 * @param password empty where the database asks for none; never shown
 */
public record LedgerSettings(String url, String user, String password) {
    private static final String H2_FILE = "jdbc:h2:file:";

    /**
     * {@code WRITE_DELAY=0}: a commit is in the file before it returns; H2's own half second would lose an intent when
     * the process is killed. {@code DB_CLOSE_ON_EXIT=FALSE}: closing is ours, after the last pass has ended. {@code
     * TRACE_LEVEL_FILE=0}: no second file that grows.
     */
    private static final String H2_OPTIONS = ";WRITE_DELAY=0;DB_CLOSE_ON_EXIT=FALSE;TRACE_LEVEL_FILE=0";

    public LedgerSettings {
        requireNonNull(url, "url");
        requireNonNull(user, "user");
        requireNonNull(password, "password");
        if (!isH2(url) && !isPostgres(url)) {
            throw new IllegalArgumentException(
                    "the ledger's URL must begin with jdbc:h2: or jdbc:postgresql:, not " + withoutOptions(url));
        }
    }

    /** An H2 file in a folder of our own; the file's permissions keep others out, so it needs no password. */
    public static LedgerSettings embedded(Path stateDir) {
        return h2("file:" + stateDir.toAbsolutePath().resolve("ledger"));
    }

    /**
     * An H2 database that is nowhere but in this process. It lasts from the first use to the close of the ledger, whose pool
     * keeps a connection open in between; then its memory is free again.
     */
    public static LedgerSettings inMemory(String name) {
        return new LedgerSettings("jdbc:h2:mem:" + name, "sa", "");
    }

    static LedgerSettings h2(String database) {
        return new LedgerSettings("jdbc:h2:" + database + H2_OPTIONS, "sa", "");
    }

    boolean isH2() {
        return isH2(url);
    }

    /** The H2 file without its suffix; empty for a database that is no file of ours. */
    Optional<Path> file() {
        return url.startsWith(H2_FILE)
                ? Optional.of(Path.of(withoutOptions(url).substring(H2_FILE.length())))
                : Optional.empty();
    }

    /** The URL as it may be shown: options are left out, because passwords hide among them. */
    String place() {
        return withoutOptions(url);
    }

    @Override
    public String toString() {
        return place();
    }

    private static boolean isH2(String url) {
        return url.startsWith("jdbc:h2:");
    }

    private static boolean isPostgres(String url) {
        return url.startsWith("jdbc:postgresql:");
    }

    private static String withoutOptions(String url) {
        return url.split("[;?]", 2)[0];
    }
}
