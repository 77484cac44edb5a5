package io.holdfast.ledger;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Statements inside one transaction, with values that SQL has other words for: {@link Optional} and {@link Instant}. */
record Sql(Connection connection) {
    /** Makes a value of the row a result stands on. */
    @FunctionalInterface
    interface Reader<T> {
        T read(ResultSet row) throws SQLException;
    }

    void write(String statement, Object... values) throws SQLException {
        try (PreparedStatement prepared = prepare(statement, values)) {
            prepared.executeUpdate();
        }
    }

    <T> List<T> read(String statement, Reader<T> reader, Object... values) throws SQLException {
        try (PreparedStatement prepared = prepare(statement, values);
                ResultSet rows = prepared.executeQuery()) {
            List<T> read = new ArrayList<>();
            while (rows.next()) {
                read.add(reader.read(rows));
            }
            return read;
        }
    }

    static Instant instant(ResultSet row, String column) throws SQLException {
        return row.getObject(column, OffsetDateTime.class).toInstant();
    }

    static Optional<Instant> optionalInstant(ResultSet row, String column) throws SQLException {
        return Optional.ofNullable(row.getObject(column, OffsetDateTime.class)).map(OffsetDateTime::toInstant);
    }

    /** Two writers, one row: SQLSTATE 23505 (unique violation) or class 40 (serialization failure, deadlock). */
    static boolean isCollision(SQLException trouble) {
        String state = String.valueOf(trouble.getSQLState());
        return state.equals("23505") || state.startsWith("40");
    }

    private PreparedStatement prepare(String statement, Object... values) throws SQLException {
        PreparedStatement prepared = connection.prepareStatement(statement);
        for (int i = 0; i < values.length; i++) {
            prepared.setObject(i + 1, bound(values[i]));
        }
        return prepared;
    }

    private static Object bound(Object value) {
        if (value instanceof Optional<?> optional) {
            return optional.map(Sql::bound).orElse(null);
        }
        return value instanceof Instant instant ? OffsetDateTime.ofInstant(instant, ZoneOffset.UTC) : value;
    }
}
