package io.holdfast.ledger;

import io.holdfast.model.Decision;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.util.Comparator;
import java.util.List;

/** The table {@code decision}. */
record DecisionRows(Sql sql) {
    /** What nobody can act on any more is kept for a while, so that a report can say why a plan is no longer approved. */
    private static final Duration KEPT = Duration.ofDays(7);

    List<Decision> of(String environment) throws SQLException {
        return sql
                .read(
                        "select content from decision where environment = ?",
                        row -> Json.record(Decision.class, row.getString("content"))
                                .orElseThrow(),
                        environment)
                .stream()
                .sorted(Comparator.comparing(Decision::at).thenComparing(Decision::id))
                .toList();
    }

    void add(Decision decision, Instant now) throws SQLException {
        sql.write("delete from decision where id = ?", decision.id());
        sql.write(
                "insert into decision (id, environment, expires_at, content) values (?, ?, ?, ?)",
                decision.id(),
                decision.environment(),
                decision.expiresAt(),
                Json.text(decision));
        sql.write("delete from decision where expires_at < ?", now.minus(KEPT));
    }
}
