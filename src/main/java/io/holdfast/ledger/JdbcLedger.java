package io.holdfast.ledger;

import io.holdfast.ledger.EventRows.Kept;
import io.holdfast.model.Condition;
import io.holdfast.model.Decision;
import io.holdfast.model.Event;
import io.holdfast.model.Memory;
import io.holdfast.model.Pause;
import io.holdfast.model.Remembered;
import io.holdfast.model.Resumption;
import io.holdfast.model.RuleUse;
import io.holdfast.model.Standing;
import java.time.Clock;
import java.util.List;
import java.util.Optional;
import java.util.SortedSet;

/** A ledger in a database: one transaction per method. An unusable database makes it complain on use, not on creation. */
public final class JdbcLedger implements Ledger, AutoCloseable {
    /** Events kept per environment: of what was seen, months of an ordinary estate; of what was done, years; some 30 MB. */
    static final Kept KEPT = new Kept(10_000, 100_000);

    private final Database database;
    private final Clock clock;
    private final Kept kept;

    /** A ledger whose database is not touched before the first use. */
    public JdbcLedger(LedgerSettings settings, Clock clock) {
        this(Database.at(settings), clock, KEPT);
    }

    JdbcLedger(Database database, Clock clock, Kept kept) {
        this.database = database;
        this.clock = clock;
        this.kept = kept;
    }

    @Override
    public Memory recall(String environment) {
        return database.in(
                "recall " + environment,
                sql -> new Memory(new ResourceRows(sql).of(environment), new RuleUseRows(sql).of(environment)));
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
        database.run("append " + events.size() + " events", sql -> new EventRows(sql).append(events, kept));
    }

    @Override
    public List<RecordedEvent> events(EventQuery query) {
        return database.in("read events of " + query.environment(), sql -> new EventRows(sql).page(query));
    }

    @Override
    public List<RecordedEvent> history(HistoryQuery query) {
        return database.in("read history", sql -> new EventRows(sql).history(query));
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
    public void replaceRuleUses(String environment, List<RuleUse> uses) {
        database.run(
                "keep the uses of rules of " + environment, sql -> new RuleUseRows(sql).replace(environment, uses));
    }

    @Override
    public Standing standing(String environment) {
        return database.in(
                "read what people said of " + environment,
                sql -> new Standing(new DecisionRows(sql).of(environment), new PauseRows(sql).all()));
    }

    @Override
    public List<Pause> pauses() {
        return database.in("read pauses", sql -> new PauseRows(sql).all());
    }

    @Override
    public void decide(Decision decision) {
        database.run(
                "keep a decision on " + decision.environment(),
                sql -> new DecisionRows(sql).add(decision, clock.instant()));
    }

    @Override
    public void pause(Pause pause) {
        database.run("keep a pause of " + pause.scope(), sql -> new PauseRows(sql).replace(pause));
    }

    @Override
    public void resume(String scope) {
        database.run("forget the pause of " + scope, sql -> new PauseRows(sql).delete(scope));
    }

    @Override
    public void keep(Resumption resumption) {
        database.run(
                "keep what is to be enforced again of " + resumption.resource(),
                sql -> new ResumptionRows(sql).add(resumption));
    }

    @Override
    public List<Resumption> resumptions(String environment) {
        return database.in(
                "read what is to be enforced again of " + environment, sql -> new ResumptionRows(sql).of(environment));
    }

    @Override
    public void forget(Resumption resumption) {
        database.run(
                "forget what is enforced again of " + resumption.resource(),
                sql -> new ResumptionRows(sql).delete(resumption));
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

    /** The commits that environments follow, in the same database. */
    public FollowedHeads heads() {
        return new JdbcHeads(database);
    }

    /** Ends all connections; an H2 file is written out and unlocked. */
    @Override
    public void close() {
        database.close();
    }
}
