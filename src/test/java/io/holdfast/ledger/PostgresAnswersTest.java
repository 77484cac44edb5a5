package io.holdfast.ledger;

import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import java.io.IOException;
import java.sql.SQLException;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;

/** The contract on PostgreSQL. */
class PostgresAnswersTest extends AnswersContract {
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
            String schema = "answers_" + ++tests;
            try (var connection = server.getPostgresDatabase().getConnection();
                    var statement = connection.createStatement()) {
                statement.execute("create schema " + schema);
            } catch (SQLException broken) {
                throw new IllegalStateException(broken);
            }
            settings = new LedgerSettings(
                    server.getJdbcUrl("postgres", "postgres") + "&currentSchema=" + schema, "postgres", "postgres");
        }
        return settings;
    }
}
