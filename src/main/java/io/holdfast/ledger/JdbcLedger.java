package io.holdfast.ledger;

import io.holdfast.model.Condition;
import io.holdfast.model.Event;
import io.holdfast.model.Memory;
import io.holdfast.model.Remembered;
import java.time.Clock;
import java.util.List;
import java.util.Optional;
import java.util.SortedSet;

/** A ledger in a database: one transaction per method. An unusable database makes it complain on use, not on creation. */
public final class JdbcLedger implements Ledger, AutoCloseable {
    /** Events kept per environment: months of an ordinary estate, and a few megabytes. */
    static final int EVENTS_KEPT = 10_000;

    private final Database database;
    private final Clock clock;
    private final int eventsKept;

    /** A ledger whose database is not touched before the first use. */
    public JdbcLedger(LedgerSettings settings, Clock clock) {
        this(Database.at(settings), clock, EVENTS_KEPT);
    }

    JdbcLedger(Database database, Clock clock, int eventsKept) {
        this.database = database;
        this.clock = clock;
        this.eventsKept = eventsKept;
    }

    @Override
    public Memory recall(String environment) {
        return database.in("recall " + environment, sql -> new Memory(new ResourceRows(sql).of(environment)));
    }

    @Override
    public void keep(Remembered resource) {
        database.run("keep " + resource.id(), sql -> new ResourceRows(sql).replace(resource));
    }

    @Override
    public void forget(Remembered resource) {
        database.run("forget " + resource.id(), sql -> new ResourceRows(sql).delete(resource));
    }

    @Override
    public List<Condition> conditions(String environment) {
        return database.in("read conditions of " + environment, sql -> new ConditionRows(sql).of(environment));
    }

    @Override
    public void replaceConditions(String environment, List<Condition> conditions) {
        database.run(
                "keep conditions of " + environment, sql -> new ConditionRows(sql).replace(environment, conditions));
    }

    @Override
    public void append(List<Event> events) {
        database.run("append " + events.size() + " events", sql -> new EventRows(sql).append(events, eventsKept));
    }

    @Override
    public List<RecordedEvent> events(EventQuery query) {
        return database.in("read events of " + query.environment(), sql -> new EventRows(sql).page(query));
    }

    @Override
    public void saveSources(Sources sources) {
        database.run("keep sources of " + sources.environment(), sql -> new SourceRows(sql).replace(sources));
    }

    @Override
    public Optional<Sources> loadSources(String environment) {
        return database.in("read sources of " + environment, sql -> new SourceRows(sql).of(environment));
    }

    @Override
    public SortedSet<String> sourcedEnvironments() {
        return database.in("list environments with sources", sql -> new SourceRows(sql).environments());
    }

    @Override
    public Optional<String> trouble() {
        try {
            database.run("write a pulse", sql -> new PulseRow(sql).beat(clock.instant()));
            return Optional.empty();
        } catch (LedgerUnavailable trouble) {
            return Optional.of(trouble.getMessage());
        }
    }

    /** Answers to repeated requests, in the same database. */
    public Answers answers() {
        return new JdbcAnswers(database, clock);
    }

    /** Ends all connections; an H2 file is written out and unlocked. */
    @Override
    public void close() {
        database.close();
    }
}
