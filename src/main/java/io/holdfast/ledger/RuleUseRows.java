package io.holdfast.ledger;

import io.holdfast.model.RuleUse;
import java.sql.SQLException;
import java.util.List;

/** The table {@code rule_use}. */
record RuleUseRows(Sql sql) {
    List<RuleUse> of(String environment) throws SQLException {
        return sql.read(
                "select rule, first_seen, last_hit from rule_use where environment = ? order by rule",
                row -> new RuleUse(
                        row.getString("rule"), Sql.instant(row, "first_seen"), Sql.optionalInstant(row, "last_hit")),
                environment);
    }

    void replace(String environment, List<RuleUse> uses) throws SQLException {
        sql.write("delete from rule_use where environment = ?", environment);
        for (RuleUse use : uses) {
            sql.write(
                    "insert into rule_use (environment, rule, first_seen, last_hit) values (?, ?, ?, ?)",
                    environment,
                    use.rule(),
                    use.firstSeen(),
                    use.lastHit());
        }
    }
}
