package io.holdfast.ledger;

import java.util.List;
import java.util.Optional;

/** The heads in the ledger's database: one transaction per method. */
final class JdbcHeads implements FollowedHeads {
    private final Database database;

    JdbcHeads(Database database) {
        this.database = database;
    }

    @Override
    public List<AcceptedHead> accepted() {
        return database.in("read the heads that are followed", sql -> new HeadRows(sql).accepted());
    }

    @Override
    public void accept(AcceptedHead head) {
        database.run("keep the head of " + head.environment(), sql -> new HeadRows(sql).accept(head));
    }

    @Override
    public void forget(String environment) {
        database.run("forget the head of " + environment, sql -> new HeadRows(sql).forget(environment));
    }

    @Override
    public Optional<ApprovedHead> approved(String environment) {
        return database.in("read the approved head of " + environment, sql -> new HeadRows(sql).approved(environment));
    }

    @Override
    public void approve(ApprovedHead head) {
        database.run("keep the approved head of " + head.environment(), sql -> new HeadRows(sql).approve(head));
    }
}
