package io.holdfast.ledger;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Clock;
import java.time.ZoneOffset;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The contract on the embedded database, and what is particular to a file. */
class H2LedgerTest extends LedgerContract {
    @TempDir
    Path folder;

    private JdbcLedger ledger;

    @BeforeEach
    void open() {
        ledger = at(folder.resolve("state"));
    }

    @AfterEach
    void close() {
        ledger.close();
    }

    static JdbcLedger at(Path stateDir) {
        return new JdbcLedger(
                Database.at(LedgerSettings.embedded(stateDir)), Clock.fixed(NOW, ZoneOffset.UTC), EVENTS_KEPT);
    }

    @Override
    Ledger ledger() {
        return ledger;
    }

    @Override
    Ledger reopened() {
        ledger.close();
        ledger = at(folder.resolve("state"));
        return ledger;
    }

    @Test
    void onlyItsOwnerCanReadTheFile() throws IOException {
        // Given
        Assumptions.assumeTrue(
                folder.getFileSystem().supportedFileAttributeViews().contains("posix"));

        // When
        ledger.keep(everything("backend"));

        // Then
        Path file = folder.resolve("state/ledger.mv.db");
        assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(file)))
                .isEqualTo("rw-------");
        assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(file.getParent())))
                .isEqualTo("rwx------");
        try (var files = Files.list(file.getParent())) {
            assertThat(files).containsExactly(file);
        }
    }

    @Test
    void whatIsKeptIsInTheFileBeforeTheCallReturns() throws IOException {
        // Given
        ledger.keep(everything("backend"));

        // When
        Path killed = Files.createDirectory(folder.resolve("as-a-kill-leaves-it"));
        Files.copy(folder.resolve("state/ledger.mv.db"), killed.resolve("ledger.mv.db"));

        // Then
        try (JdbcLedger next = at(killed)) {
            assertThat(next.recall("production").resources()).containsExactly(everything("backend"));
        }
    }

    @Test
    void aLostFileIsAnEmptyMemory() throws IOException {
        // Given
        ledger.keep(everything("backend"));
        ledger.close();
        Files.delete(folder.resolve("state/ledger.mv.db"));

        // When
        ledger = at(folder.resolve("state"));

        // Then
        assertThat(ledger.recall("production").resources()).isEmpty();
        assertThat(ledger.trouble()).isEmpty();
    }
}
