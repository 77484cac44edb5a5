package io.holdfast.ledger;

import io.holdfast.model.Pause;
import java.sql.SQLException;
import java.util.List;

/** The table {@code pause}. */
record PauseRows(Sql sql) {
    List<Pause> all() throws SQLException {
        return sql.read(
                "select content from pause order by scope",
                row -> Json.record(Pause.class, row.getString("content")).orElseThrow());
    }

    void replace(Pause pause) throws SQLException {
        delete(pause.scope());
        sql.write("insert into pause (scope, content) values (?, ?)", pause.scope(), Json.text(pause));
    }

    void delete(String scope) throws SQLException {
        sql.write("delete from pause where scope = ?", scope);
    }
}
