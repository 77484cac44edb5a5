package io.holdfast.ledger;

import static org.assertj.core.api.Assertions.assertThat;

import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import java.io.IOException;
import java.sql.SQLException;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** The contract on PostgreSQL, and what is particular to a server that comes and goes. */
class PostgresLedgerTest extends JdbcLedgerContract {
    private static EmbeddedPostgres server;
    private static int tests;

    private LedgerSettings settings;

    @BeforeAll
    static void startServer() throws IOException {
        server = EmbeddedPostgres.start();
    }

    @AfterAll
    static void stopServer() throws IOException {
        server.close();
    }

    /** A schema of its own for each test. */
    @Override
    LedgerSettings settings() {
        if (settings == null) {
            settings = anotherPlace();
        }
        return settings;
    }

    @Override
    LedgerSettings anotherPlace() {
        String schema = "test_" + ++tests;
        execute("create schema " + schema);
        return new LedgerSettings(
                server.getJdbcUrl("postgres", "postgres") + "&currentSchema=" + schema, "postgres", "postgres");
    }

    /** PostgreSQL makes the tables in one transaction, so that many points are alike. */
    @Override
    int pointsApart() {
        return 7;
    }

    private static void execute(String statement) {
        try (var connection = server.getPostgresDatabase().getConnection();
                var prepared = connection.createStatement()) {
            prepared.execute(statement);
        } catch (SQLException broken) {
            throw new IllegalStateException(broken);
        }
    }

    @Test
    void connectionsTheServerHasEndedAreReplaced() {
        // Given
        ledger().keep(everything("backend"));
        execute("select pg_terminate_backend(pid) from pg_stat_activity where pid <> pg_backend_pid()"
                + " and backend_type = 'client backend'");

        // When
        var memory = ledger().recall("production");

        // Then
        assertThat(memory.resources()).containsExactly(everything("backend"));
    }

    @Test
    void aSchemaThatOthersUseTooIsUsable() {
        // Given
        execute("create table " + schema() + ".somebody_elses (id integer)");

        // When
        ledger().keep(everything("backend"));

        // Then
        assertThat(reopened().recall("production").resources()).containsExactly(everything("backend"));
    }

    private String schema() {
        return settings.url().substring(settings.url().lastIndexOf('=') + 1);
    }
}
