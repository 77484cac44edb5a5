package io.holdfast.ledger;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.List;
import java.util.Optional;

/** The tables {@code accepted_head} and {@code approved_head}. */
record HeadRows(Sql sql) {
    List<AcceptedHead> accepted() throws SQLException {
        return sql.read(
                "select environment, repository, branch, commit_id, accepted_at from accepted_head order by environment",
                HeadRows::accepted);
    }

    void accept(AcceptedHead head) throws SQLException {
        forget(head.environment());
        sql.write(
                "insert into accepted_head (environment, repository, branch, commit_id, accepted_at)"
                        + " values (?, ?, ?, ?, ?)",
                head.environment(),
                head.repository(),
                head.branch(),
                head.commit(),
                head.at());
    }

    void forget(String environment) throws SQLException {
        sql.write("delete from accepted_head where environment = ?", environment);
        sql.write("delete from approved_head where environment = ?", environment);
    }

    Optional<ApprovedHead> approved(String environment) throws SQLException {
        return sql
                .read(
                        "select environment, commit_id, actor, reason, approved_at from approved_head"
                                + " where environment = ?",
                        HeadRows::approved,
                        environment)
                .stream()
                .findFirst();
    }

    void approve(ApprovedHead head) throws SQLException {
        sql.write("delete from approved_head where environment = ?", head.environment());
        sql.write(
                "insert into approved_head (environment, commit_id, actor, reason, approved_at) values (?, ?, ?, ?, ?)",
                head.environment(),
                head.commit(),
                head.actor(),
                head.reason(),
                head.at());
    }

    private static AcceptedHead accepted(ResultSet row) throws SQLException {
        return new AcceptedHead(
                row.getString("environment"),
                row.getString("repository"),
                row.getString("branch"),
                row.getString("commit_id"),
                Sql.instant(row, "accepted_at"));
    }

    private static ApprovedHead approved(ResultSet row) throws SQLException {
        return new ApprovedHead(
                row.getString("environment"),
                row.getString("commit_id"),
                row.getString("actor"),
                row.getString("reason"),
                Sql.instant(row, "approved_at"));
    }
}
