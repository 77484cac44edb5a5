package io.holdfast.ledger;

import static org.assertj.core.api.Assertions.assertThat;

import io.holdfast.model.FieldTable;
import io.holdfast.model.Impact;
import io.holdfast.model.Memory;
import io.holdfast.model.Remembered;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The contract on the embedded database, and what is particular to a file. */
class H2LedgerTest extends JdbcLedgerContract {
    @TempDir
    Path folder;

    private int others;

    @Override
    LedgerSettings settings() {
        return LedgerSettings.embedded(folder.resolve("state"));
    }

    @Override
    LedgerSettings anotherPlace() {
        return LedgerSettings.embedded(folder.resolve("other-" + ++others));
    }

    @Test
    void onlyItsOwnerCanReadTheFile() throws IOException {
        // Given
        Assumptions.assumeTrue(
                folder.getFileSystem().supportedFileAttributeViews().contains("posix"));

        // When
        ledger().keep(everything("backend"));

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
        ledger().keep(everything("backend"));

        // When
        Path killed = Files.createDirectory(folder.resolve("as-a-kill-leaves-it"));
        Files.copy(folder.resolve("state/ledger.mv.db"), killed.resolve("ledger.mv.db"));

        // Then
        try (JdbcLedger next = at(LedgerSettings.embedded(killed))) {
            assertThat(next.recall("production").resources()).containsExactly(everything("backend"));
        }
    }

    @Test
    void whatIsOnlyInMemoryLastsAsLongAsItsLedger() {
        // Given
        LedgerSettings memory = LedgerSettings.inMemory("short-lived");
        try (JdbcLedger first = at(memory)) {
            first.keep(everything("backend"));
            assertThat(first.recall("production").resources()).containsExactly(everything("backend"));
        }

        // When
        try (JdbcLedger next = at(memory)) {

            // Then
            assertThat(next.recall("production").resources()).isEmpty();
        }
    }

    @Test
    void aLostFileIsAnEmptyMemory() throws IOException {
        // Given
        ledger().keep(everything("backend"));
        close();
        Files.delete(folder.resolve("state/ledger.mv.db"));

        // When
        Ledger next = reopened();

        // Then
        assertThat(next.recall("production")).isEqualTo(Memory.empty());
        assertThat(next.trouble()).isEmpty();
    }

    @Test
    void aValueThatMayBeSecretIsNotInTheFile() throws IOException {
        // Given
        FieldTable<Map<String, String>> table = FieldTable.<Map<String, String>>changedBy("ecs:RegisterTaskDefinition")
                .hiddenEntries("environment", Optional::of, Impact.ROLLOUT)
                .build();
        var values = table.values(Map.of("DB_PASSWORD", "canary-4711"));
        Remembered blank = Remembered.nothing(id("production", "backend"), "backend-prod");

        // When
        ledger().keep(blank.seen(Optional.empty(), values, blank.firstLook(), blank.since()));
        close();

        // Then
        String file = Files.readString(folder.resolve("state/ledger.mv.db"), StandardCharsets.ISO_8859_1);
        assertThat(file).contains("DB_PASSWORD").doesNotContain("canary-4711");
    }
}
