package io.holdfast.ledger;

import io.holdfast.model.Digest;
import io.holdfast.model.Resumption;
import java.sql.SQLException;
import java.util.List;

/** The table {@code resumption}. */
record ResumptionRows(Sql sql) {
    List<Resumption> of(String environment) throws SQLException {
        return sql.read(
                "select content from resumption where environment = ? order by id",
                row -> Json.record(Resumption.class, row.getString("content")).orElseThrow(),
                environment);
    }

    void add(Resumption resumption) throws SQLException {
        delete(resumption);
        sql.write(
                "insert into resumption (id, environment, content) values (?, ?, ?)",
                id(resumption),
                resumption.environment(),
                Json.text(resumption));
    }

    void delete(Resumption resumption) throws SQLException {
        sql.write("delete from resumption where id = ?", id(resumption));
    }

    /** Who says the same again says nothing new. */
    private static String id(Resumption resumption) {
        return Digest.full(Json.text(resumption));
    }
}
