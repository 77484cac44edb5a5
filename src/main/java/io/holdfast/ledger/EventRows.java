package io.holdfast.ledger;

import io.holdfast.model.Actor;
import io.holdfast.model.Event;
import io.holdfast.model.KindName;
import io.holdfast.model.ResourceId;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.SortedSet;
import java.util.TreeSet;

/** The table {@code event}. */
record EventRows(Sql sql) {
    private static final String COLUMNS =
            "environment, happened_at, resource_kind, resource_type, resource_name, reason, message, commit_id,"
                    + " actor_name, actor_means";

    void append(List<Event> events, Kept kept) throws SQLException {
        SortedSet<String> seen = new TreeSet<>();
        SortedSet<String> done = new TreeSet<>();
        for (Event event : events) {
            insert(event);
            (event.isDeed() ? done : seen).add(event.environment());
        }
        for (String environment : seen) {
            dropAllBut(kept.seen(), environment, false);
        }
        for (String environment : done) {
            dropAllBut(kept.done(), environment, true);
        }
    }

    private void insert(Event event) throws SQLException {
        sql.write(
                "insert into event (" + COLUMNS + ", deed) values (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)",
                event.environment(),
                event.at(),
                event.resource().map(it -> it.kind().segment()),
                event.resource().map(it -> it.kind().type()),
                event.resource().map(ResourceId::name),
                event.reason(),
                event.message(),
                event.commit(),
                event.actor().map(Actor::name),
                event.actor().map(Actor::means),
                event.isDeed());
    }

    /** In two statements: H2 would answer the inner one anew for every row of the outer one. */
    private void dropAllBut(int kept, String environment, boolean deed) throws SQLException {
        List<Long> tooOld = sql.read(
                "select id from event where environment = ? and deed = ? order by id desc limit 1 offset ?",
                row -> row.getLong("id"),
                environment,
                deed,
                kept);
        for (long youngest : tooOld) {
            sql.write("delete from event where environment = ? and deed = ? and id <= ?", environment, deed, youngest);
        }
    }

    List<RecordedEvent> history(HistoryQuery query) throws SQLException {
        if (query.environments().filter(Collection::isEmpty).isPresent()) {
            return List.of();
        }
        List<Object> values = new ArrayList<>();
        query.environments().ifPresent(values::addAll);
        String whose = query.environments()
                .map(it -> "environment in (" + String.join(", ", Collections.nCopies(it.size(), "?")) + ") and ")
                .orElse("");
        values.add(query.cursor().orElse(Long.MAX_VALUE));
        values.add(query.limit());
        return sql.read(
                "select id, " + COLUMNS + " from event where " + whose
                        + "deed = true and id < ? order by id desc limit ?",
                EventRows::read,
                values.toArray());
    }

    List<RecordedEvent> page(EventQuery query) throws SQLException {
        boolean newestFirst = query.order() == EventQuery.Order.NEWEST_FIRST;
        return sql.read(
                "select id, " + COLUMNS + " from event where environment = ? and id "
                        + (newestFirst ? "< ? order by id desc" : "> ? order by id") + " limit ?",
                EventRows::read,
                query.environment(),
                query.cursor().orElse(newestFirst ? Long.MAX_VALUE : Long.MIN_VALUE),
                query.limit());
    }

    private static RecordedEvent read(ResultSet row) throws SQLException {
        return new RecordedEvent(
                row.getLong("id"),
                new Event(
                        Sql.instant(row, "happened_at"),
                        row.getString("environment"),
                        resource(row),
                        row.getString("reason"),
                        row.getString("message"),
                        row.getString("commit_id"),
                        actor(row)));
    }

    private static Optional<Actor> actor(ResultSet row) throws SQLException {
        String name = row.getString("actor_name");
        return name == null ? Optional.empty() : Optional.of(new Actor(name, row.getString("actor_means")));
    }

    private static Optional<ResourceId> resource(ResultSet row) throws SQLException {
        String name = row.getString("resource_name");
        return name == null
                ? Optional.empty()
                : Optional.of(new ResourceId(
                        row.getString("environment"),
                        new KindName(row.getString("resource_kind"), row.getString("resource_type")),
                        name));
    }

    /**
     * How many events are kept of an environment.
     *
     * @param seen of those that tell what was seen
     * @param done of those that tell what was done or said
     */
    record Kept(int seen, int done) {}
}
