package io.holdfast.ledger;

import static io.holdfast.ledger.LedgerContract.NOW;
import static io.holdfast.ledger.LedgerContract.everything;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.holdfast.model.Memory;
import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import java.io.IOException;
import java.net.ServerSocket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.ZoneOffset;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A ledger that cannot be used says so, harms nobody, and serves again when the trouble is over. */
class LedgerTroubleTest {
    @TempDir
    Path folder;

    @Test
    void aFolderThatCannotBeMadeIsTroubleUntilItCan() throws IOException {
        // Given
        Path inTheWay = Files.createFile(folder.resolve("state"));
        try (JdbcLedger ledger = at(LedgerSettings.embedded(inTheWay))) {
            assertThatThrownBy(() -> ledger.keep(everything("backend")))
                    .isInstanceOf(LedgerUnavailable.class)
                    .hasMessageContaining("keep production/service/backend")
                    .hasMessageContaining("FileAlreadyExistsException: " + inTheWay);
            assertThat(ledger.trouble()).isPresent();

            // When
            Files.delete(inTheWay);

            // Then
            assertThat(ledger.trouble()).isEmpty();
            ledger.keep(everything("backend"));
            assertThat(ledger.recall("production").resources()).hasSize(1);
        }
    }

    @Test
    void aFullDiskLosesTheWriteThatFailedAndNothingElse() {
        // Given
        FullDisk.mount();
        LedgerSettings settings = LedgerSettings.h2("fulldisk:" + folder.resolve("ledger"));
        try (JdbcLedger ledger = at(settings)) {
            ledger.keep(everything("backend"));
            FullDisk.fill();
            assertThatThrownBy(() -> ledger.keep(everything("worker")))
                    .isInstanceOf(LedgerUnavailable.class)
                    .hasMessageContaining("keep production/service/worker")
                    .hasMessageContaining("No space left on device");
            assertThat(ledger.trouble()).get().asString().contains("No space left on device");

            // When
            FullDisk.clear();

            // Then
            assertThat(ledger.trouble()).isEmpty();
            assertThat(ledger.recall("production").resources()).containsExactly(everything("backend"));
            ledger.keep(everything("worker"));
        }
        try (JdbcLedger next = at(settings)) {
            assertThat(next.recall("production").resources())
                    .containsExactly(everything("backend"), everything("worker"));
        }
    }

    @Test
    void aDiskThatIsFullFromTheBeginningIsTroubleUntilItIsNot() {
        // Given
        FullDisk.mount();
        FullDisk.fill();
        try (JdbcLedger ledger = at(LedgerSettings.h2("fulldisk:" + folder.resolve("ledger")))) {
            assertThatThrownBy(() -> ledger.recall("production")).isInstanceOf(LedgerUnavailable.class);

            // When
            FullDisk.clear();

            // Then
            assertThat(ledger.recall("production")).isEqualTo(Memory.empty());
            assertThat(ledger.trouble()).isEmpty();
        }
    }

    @Test
    void aFileAnotherProcessHoldsIsTrouble() {
        // Given
        FullDisk.mount();
        LedgerSettings one = LedgerSettings.embedded(folder);
        LedgerSettings other = LedgerSettings.h2("fulldisk:" + folder.resolve("ledger"));
        try (JdbcLedger holder = at(one);
                JdbcLedger late = at(other)) {
            holder.keep(everything("backend"));

            // When
            var trouble = late.trouble();

            // Then
            assertThat(trouble).get().asString().contains("already in use");
            assertThat(holder.trouble()).isEmpty();
        }
    }

    @Test
    void aServerThatIsAwayIsTroubleUntilItComes() throws IOException {
        // Given
        int port = freePort();
        LedgerSettings settings = new LedgerSettings(
                "jdbc:postgresql://localhost:" + port + "/postgres?ApplicationName=holdfast", "postgres", "postgres");
        try (JdbcLedger ledger = at(settings)) {
            assertThatThrownBy(() -> ledger.recall("production"))
                    .isInstanceOf(LedgerUnavailable.class)
                    .hasMessageContaining("recall production in the ledger at jdbc:postgresql://localhost:" + port
                            + "/postgres failed");

            // When
            EmbeddedPostgres server = EmbeddedPostgres.builder().setPort(port).start();

            // Then
            try (server) {
                assertThat(ledger.trouble()).isEmpty();
                ledger.keep(everything("backend"));
                assertThat(ledger.recall("production").resources()).hasSize(1);
            }
            assertThat(ledger.trouble()).isPresent();
        }
    }

    @Test
    void aPasswordIsNeverShown() {
        // Given
        LedgerSettings settings = new LedgerSettings(
                "jdbc:postgresql://localhost:1/postgres?password=in-the-url", "holdfast", "beside-it");

        // When
        try (JdbcLedger ledger = at(settings)) {
            String told = ledger.trouble().orElseThrow() + settings;

            // Then
            assertThat(told)
                    .contains("localhost:1")
                    .doesNotContain("in-the-url")
                    .doesNotContain("beside-it");
        }
    }

    @Test
    void aUrlOfAnotherDatabaseIsRefusedAtOnce() {
        assertThatThrownBy(() -> new LedgerSettings("jdbc:mysql://db/holdfast?password=secret", "", ""))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage(
                        "the ledger's URL must begin with jdbc:h2: or jdbc:postgresql:, not jdbc:mysql://db/holdfast");
    }

    private static JdbcLedger at(LedgerSettings settings) {
        return new JdbcLedger(settings, Clock.fixed(NOW, ZoneOffset.UTC));
    }

    private static int freePort() throws IOException {
        try (ServerSocket socket = new ServerSocket(0)) {
            return socket.getLocalPort();
        }
    }
}
