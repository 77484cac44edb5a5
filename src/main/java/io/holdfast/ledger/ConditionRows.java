package io.holdfast.ledger;

import io.holdfast.model.Condition;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.Comparator;
import java.util.List;

/** The table {@code environment_condition}. */
record ConditionRows(Sql sql) {
    List<Condition> of(String environment) throws SQLException {
        return sql
                .read(
                        "select type, status, reason, message, commit_id, since from environment_condition"
                                + " where environment = ?",
                        ConditionRows::read,
                        environment)
                .stream()
                .sorted(Comparator.comparing(Condition::type))
                .toList();
    }

    void replace(String environment, List<Condition> conditions) throws SQLException {
        sql.write("delete from environment_condition where environment = ?", environment);
        for (Condition condition : conditions) {
            sql.write(
                    "insert into environment_condition (environment, type, status, reason, message, commit_id, since)"
                            + " values (?, ?, ?, ?, ?, ?, ?)",
                    environment,
                    condition.type().name(),
                    condition.status().name(),
                    condition.reason(),
                    condition.message(),
                    condition.commit(),
                    condition.since());
        }
    }

    private static Condition read(ResultSet row) throws SQLException {
        return new Condition(
                Condition.Type.valueOf(row.getString("type")),
                Condition.Status.valueOf(row.getString("status")),
                row.getString("reason"),
                row.getString("message"),
                row.getString("commit_id"),
                Sql.instant(row, "since"));
    }
}
