package io.holdfast.ledger;

import io.holdfast.model.Authored;
import io.holdfast.model.Revision;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.Optional;
import java.util.SortedSet;
import java.util.TreeSet;

/** The table {@code source}. */
record SourceRows(Sql sql) {
    Optional<Sources> of(String environment) throws SQLException {
        return sql
                .read(
                        "select environment, commit_id, committed_at, authored, path, files from source where environment = ?",
                        SourceRows::read,
                        environment)
                .stream()
                .findFirst();
    }

    SortedSet<String> environments() throws SQLException {
        return new TreeSet<>(sql.read("select environment from source", row -> row.getString("environment")));
    }

    void replace(Sources sources) throws SQLException {
        sql.write("delete from source where environment = ?", sources.environment());
        sql.write(
                "insert into source (environment, commit_id, committed_at, authored, path, files) values (?, ?, ?, ?, ?, ?)",
                sources.environment(),
                sources.revision().commit(),
                sources.revision().committedAt(),
                sources.revision().authored().map(Json::text),
                sources.path(),
                Json.text(sources.files()));
    }

    private static Sources read(ResultSet row) throws SQLException {
        return new Sources(
                row.getString("environment"),
                new Revision(
                        row.getString("commit_id"),
                        Sql.optionalInstant(row, "committed_at"),
                        Json.record(Authored.class, row.getString("authored"))),
                row.getString("path"),
                Json.texts(row.getString("files")));
    }
}
