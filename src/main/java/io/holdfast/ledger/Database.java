package io.holdfast.ledger;

import io.agroal.api.AgroalDataSource;
import java.io.IOException;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.function.Supplier;

/**
 * A database that may be away. Tables are made before the first use, and looked at again after every failure, so that a
 * database that comes back empty, or for the first time, serves without a restart.
 */
final class Database implements AutoCloseable {
    /**
     * How often a transaction is made when another writer gets in between. Each round at least one writer gets through,
     * and an environment has one; more than a few at a time means that something else is wrong.
     */
    private static final int ROUNDS = 10;

    private final Supplier<AgroalDataSource> pools;
    private final AgroalDataSource source;
    private final LedgerSettings settings;
    private final AtomicBoolean hasTables = new AtomicBoolean();

    /** A database that is reached through pools like these. */
    Database(Supplier<AgroalDataSource> pools, LedgerSettings settings) {
        this.pools = pools;
        this.source = pools.get();
        this.settings = settings;
    }

    static Database at(LedgerSettings settings) {
        return new Database(() -> ConnectionPool.to(settings), settings);
    }

    /** What a transaction does. */
    @FunctionalInterface
    interface Work<T> {
        T on(Sql sql) throws SQLException;
    }

    /** What a transaction without an answer does. */
    @FunctionalInterface
    interface Task {
        void on(Sql sql) throws SQLException;
    }

    /** Does all of the work or none of it. */
    void run(String attempted, Task task) {
        in(attempted, sql -> {
            task.on(sql);
            return null;
        });
    }

    /** Does all of the work, for its answer, or none of it. */
    <T> T in(String attempted, Work<T> work) {
        try {
            ensureTables();
            return insistently(work);
        } catch (IOException | SQLException trouble) {
            hasTables.set(false);
            throw new LedgerUnavailable(attempted, settings.place(), trouble);
        }
    }

    private void ensureTables() throws IOException, SQLException {
        if (hasTables.get()) {
            return;
        }
        if (settings.file().isPresent()) {
            PrivateFile.make(settings.file().get());
        }
        // Knocked at outside the lock: while the database is away, callers wait beside each other, not in a queue.
        source.getConnection().close();
        synchronized (this) {
            if (!hasTables.get()) {
                makeTables();
                hasTables.set(true);
            }
        }
    }

    /** On a pool of its own, closed behind it: connections that break under Flyway are never given back. */
    private void makeTables() throws SQLException {
        try (AgroalDataSource own = pools.get()) {
            Migrations.bringUpToDate(own);
        }
    }

    private <T> T insistently(Work<T> work) throws SQLException {
        for (int round = 1; ; round++) {
            try {
                return once(work);
            } catch (SQLException trouble) {
                if (round == ROUNDS || !Sql.isCollision(trouble)) {
                    throw trouble;
                }
            }
        }
    }

    private <T> T once(Work<T> work) throws SQLException {
        try (Connection connection = source.getConnection()) {
            connection.setAutoCommit(false);
            try {
                T answer = work.on(new Sql(connection));
                connection.commit();
                return answer;
            } catch (SQLException | RuntimeException trouble) {
                rollBack(connection, trouble);
                throw trouble;
            }
        }
    }

    private static void rollBack(Connection connection, Exception trouble) {
        try {
            connection.rollback();
        } catch (SQLException second) {
            // A connection that cannot roll back is broken; the database rolls back by itself. The first trouble is
            // told.
            trouble.addSuppressed(second);
        }
    }

    @Override
    public void close() {
        source.close();
    }
}
