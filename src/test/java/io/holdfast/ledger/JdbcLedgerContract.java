package io.holdfast.ledger;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.agroal.api.AgroalDataSource;
import io.holdfast.model.Condition;
import io.holdfast.model.Event;
import io.holdfast.model.Memory;
import io.holdfast.model.Normal;
import io.holdfast.model.Remembered;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.flywaydb.core.api.MigrationVersion;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** What every ledger in a database keeps to beyond the contract of all: whatever statement fails, nothing is half-written. */
abstract class JdbcLedgerContract extends LedgerContract {
    private static final Clock CLOCK = Clock.fixed(NOW, ZoneOffset.UTC);

    /** First starts are broken in so many places at a time. */
    private static final int LANES = 2;

    private JdbcLedger ledger;

    /** Where the ledger of this test is: empty before the test, and of no other test. */
    abstract LedgerSettings settings();

    /** Where yet another ledger may be; empty, too. */
    abstract LedgerSettings anotherPlace();

    /** How many points lie from one first start that breaks to the next one; 1 tries them all. */
    int pointsApart() {
        return 1;
    }

    @BeforeEach
    final void open() {
        ledger = at(settings());
    }

    @AfterEach
    final void close() {
        ledger.close();
    }

    static JdbcLedger at(LedgerSettings settings) {
        return new JdbcLedger(Database.at(settings), CLOCK, KEPT);
    }

    @Override
    final Ledger ledger() {
        return ledger;
    }

    @Override
    final Ledger reopened() {
        ledger.close();
        ledger = at(settings());
        return ledger;
    }

    @Test
    final void theHeadAnEnvironmentFollowsOutlivesARestartAndIsOne() {
        // Given
        AcceptedHead first = new AcceptedHead("staging", "https://example.com/estate.git", "develop", "a1", NOW);
        AcceptedHead other = new AcceptedHead("production", "https://example.com/estate.git", "main", "b1", NOW);
        AcceptedHead next = new AcceptedHead("staging", "https://example.com/estate.git", "develop", "a2", NOW);

        // When
        List.of(first, other, next).forEach(ledger.heads()::accept);
        reopened();

        // Then
        assertThat(ledger.heads().accepted()).containsExactly(other, next);
        ledger.heads().forget("staging");
        assertThat(ledger.heads().accepted()).containsExactly(other);
    }

    @Test
    final void anApprovalOfAHeadIsUsedUpByFollowingAndReplacedByTheNext() {
        // Given
        ApprovedHead seen = new ApprovedHead("staging", "a1", "ana (token)", "the old history held a password", NOW);
        ApprovedHead meant = new ApprovedHead("staging", "a2", "ana (token)", "that one ✓", NOW);
        ApprovedHead others = new ApprovedHead("production", "b1", "bo (token)", "yes", NOW);

        // When
        List.of(seen, meant, others).forEach(ledger.heads()::approve);
        reopened();

        // Then
        assertThat(ledger.heads().approved("staging")).contains(meant);
        ledger.heads().accept(new AcceptedHead("staging", "https://example.com/estate.git", "develop", "a2", NOW));
        assertThat(ledger.heads().approved("staging")).isEmpty();
        assertThat(ledger.heads().approved("production")).contains(others);
        assertThat(ledger.heads().approved("never-heard-of")).isEmpty();
    }

    @ParameterizedTest
    @EnumSource
    void aWriteThatBreaksAnywhereIsWhollyDoneOrNotAtAll(Write write) {
        Breakage breakage = new Breakage();
        try (JdbcLedger brittle = brittle(breakage)) {
            int points =
                    breakEverywhere(write, brittle, breakage, false) + breakEverywhere(write, brittle, breakage, true);
            assertThat(points).as("points at which it broke").isGreaterThanOrEqualTo(6);
        }
    }

    private int breakEverywhere(Write write, Ledger brittle, Breakage breakage, boolean afterEffect) {
        int point = 0;
        do {
            // Given
            point++;
            begin();
            Snapshot before = Snapshot.of(ledger);
            Snapshot after = write.appliedTo(before);
            brittle.recall("production");
            breakage.at(point, afterEffect);

            // When
            Optional<LedgerUnavailable> trouble = attempt(() -> write.on(brittle));
            breakage.end();

            // Then
            Snapshot found = Snapshot.of(ledger);
            if (trouble.isEmpty()) {
                assertThat(found).isEqualTo(after);
            } else if (afterEffect) {
                assertThat(found).isIn(before, after);
            } else {
                assertThat(found).isEqualTo(before);
            }
        } while (breakage.failures() > 0);
        return point - 1;
    }

    @ParameterizedTest
    @EnumSource
    void aWriteThatBrokeCanBeMadeAgain(Write write) {
        // Given
        Breakage breakage = new Breakage();
        try (JdbcLedger brittle = brittle(breakage)) {
            begin();
            Snapshot after = write.appliedTo(Snapshot.of(ledger));
            brittle.recall("production");
            breakage.at(3, false);
            assertThatThrownBy(() -> write.on(brittle)).isInstanceOf(LedgerUnavailable.class);

            // When
            write.on(brittle);

            // Then
            assertThat(Snapshot.of(ledger)).isEqualTo(after);
        }
    }

    @Test
    void aFirstStartThatBreaksAnywhereNeedsNobody() {
        // Given
        List<LedgerSettings> places =
                Stream.generate(this::anotherPlace).limit(LANES).toList();

        // When
        List<Integer> broken = IntStream.range(0, LANES)
                .parallel()
                .mapToObj(it -> firstStartsThatBroke(places.get(it), (it + 1) * pointsApart(), LANES * pointsApart()))
                .toList();

        // Then
        assertThat(broken).as("how many first starts broke").allMatch(it -> it >= 5);
    }

    /** Breaks first starts from one point on at every so-manieth, until one is over before it can break. */
    private static int firstStartsThatBroke(LedgerSettings place, int from, int apart) {
        Breakage breakage = new Breakage();
        int broken = 0;
        try (JdbcLedger open = at(place)) {
            open.recall("production"); // holds the database open meanwhile: H2 takes its time to close one
            for (int point = from; isBroken(place, breakage, point); point += apart) {
                broken++;
            }
        }
        return broken;
    }

    private static boolean isBroken(LedgerSettings place, Breakage breakage, int point) {
        dropTables(place);
        try (JdbcLedger brittle = brittle(breakage, place)) {
            breakage.at(point, false);
            brittle.trouble();
            breakage.end();
            assertThat(brittle.trouble()).as("after breaking at " + point).isEmpty();
            assertThat(brittle.recall("production")).isEqualTo(Memory.empty());
        }
        return breakage.failures() > 0;
    }

    @Test
    void whatAnEarlierVersionHasWrittenDownIsHistoryIfItWasDoneOrSaid() throws SQLException {
        // Given
        LedgerSettings place = anotherPlace();
        try (AgroalDataSource connections = ConnectionPool.to(place)) {
            Migrations.bringUp(connections, MigrationVersion.fromVersion("4"));
            writeAsVersion4(connections, "Created", null);
            writeAsVersion4(connections, "LiveDrift", null);
            writeAsVersion4(connections, "Paused", "ana");
        }

        // When
        try (JdbcLedger later = at(place)) {
            // Then
            assertThat(later.history(HistoryQuery.ofAll(10)))
                    .extracting(it -> it.event().reason())
                    .containsExactly("Paused", "Created");
            assertThat(later.events(EventQuery.oldest("production", 10)))
                    .extracting(it -> it.event().reason())
                    .containsExactly("Created", "LiveDrift", "Paused");
        }
    }

    @Test
    void whatAnEarlierVersionKnewOfAResourceIsKnownButForWhatItDidNotKeep() throws SQLException {
        // Given
        LedgerSettings place = anotherPlace();
        Remembered resource = everything("backend");
        Remembered asVersion5 =
                resource.seen(resource.arn(), resource.lastApplied(), Optional.empty(), resource.since());
        try (AgroalDataSource connections = ConnectionPool.to(place)) {
            Migrations.bringUp(connections, MigrationVersion.fromVersion("5"));
            writeAsVersion5(connections, resource);

            // When
            try (JdbcLedger later = at(place)) {
                // Then
                assertThat(later.recall("production").resources()).containsExactly(asVersion5);
                later.keep(resource);
                assertThat(later.recall("production").resources()).containsExactly(resource);
            }
            writeAsVersion5(connections, resource);
        }
        try (JdbcLedger later = at(place)) {
            assertThat(later.recall("production").resources())
                    .as("and the earlier version may come back for a while")
                    .containsExactly(asVersion5);
        }
    }

    private static void writeAsVersion5(AgroalDataSource connections, Remembered resource) throws SQLException {
        try (var connection = connections.getConnection()) {
            Sql sql = new Sql(connection);
            new ResourceRows(sql).delete(resource);
            sql.write(
                    "insert into resource (environment, kind, kind_type, name, aws_key, arn, last_applied, since, intent,"
                            + " attempt, expectation, rejection, is_protected, straying, turned_back)"
                            + " values ('production', 'service', 'ecs-service', ?, ?, ?, ?, ?, ?, ?, ?, ?, true, ?, ?)",
                    resource.id().name(),
                    resource.key(),
                    resource.arn(),
                    Normal.text(resource.lastApplied()),
                    Json.text(resource.since()),
                    resource.intent().map(Json::text),
                    resource.attempt().map(Json::text),
                    resource.expectation().map(Json::text),
                    resource.rejection().map(Json::text),
                    resource.straying().map(Json::text),
                    Json.text(resource.turnedBack()).replace(",\"unshown\":null", ""));
        }
    }

    private static void writeAsVersion4(AgroalDataSource connections, String reason, String actor) throws SQLException {
        try (var connection = connections.getConnection();
                var insert = connection.prepareStatement(
                        "insert into event (environment, happened_at, reason, message,"
                                + " commit_id, actor_name, actor_means) values ('production', current_timestamp, ?, 'so', '9f2c1e7', ?, ?)")) {
            insert.setString(1, reason);
            insert.setString(2, actor);
            insert.setString(3, actor == null ? null : "token");
            insert.executeUpdate();
        }
    }

    @Test
    void aDatabaseThatStaysAwayForLongUsesNothingUp() {
        // Given
        Breakage breakage = new Breakage();
        try (JdbcLedger brittle = brittle(breakage)) {
            for (int i = 0; i < 20; i++) {
                breakage.at(5, false);
                assertThat(brittle.trouble()).isPresent();
            }
            breakage.end();

            // When
            Optional<String> trouble = brittle.trouble();

            // Then
            assertThat(trouble).isEmpty();
        }
    }

    @Test
    void aTroubleSaysWhatWasAttemptedAndWhere() {
        // Given
        Breakage breakage = new Breakage();
        try (JdbcLedger brittle = brittle(breakage)) {
            breakage.at(1, false);

            // When
            Optional<LedgerUnavailable> trouble = attempt(() -> brittle.keep(everything("backend")));

            // Then
            assertThat(trouble)
                    .get()
                    .extracting(Throwable::getMessage)
                    .isEqualTo("keep production/service/backend in the ledger at "
                            + settings().place() + " failed: the connection was lost");
        }
    }

    private JdbcLedger brittle(Breakage breakage) {
        return brittle(breakage, settings());
    }

    private static JdbcLedger brittle(Breakage breakage, LedgerSettings settings) {
        Database database = new Database(() -> breakage.over(ConnectionPool.to(settings)), settings);
        return new JdbcLedger(database, CLOCK, KEPT);
    }

    /** The state the writes below start from. */
    private void begin() {
        Write.FORGET.on(ledger);
        ledger.keep(everything("worker"));
        ledger.keep(everything("backend"));
        ledger.replaceConditions("production", List.of(condition(Condition.Type.VALID, Condition.Status.TRUE)));
        ledger.saveSources(sources("9f2c1e7"));
        for (int i = 0; i < EVENTS_KEPT; i++) {
            ledger.append(List.of(event("production", "E" + i)));
        }
    }

    private static void dropTables(LedgerSettings place) {
        try (AgroalDataSource connections = ConnectionPool.to(place);
                var connection = connections.getConnection();
                var statement = connection.createStatement()) {
            for (String table : tables(connection)) {
                statement.execute("drop table \"" + table + "\" cascade");
            }
        } catch (SQLException broken) {
            throw new IllegalStateException(broken);
        }
    }

    private static List<String> tables(Connection connection) throws SQLException {
        List<String> tables = new ArrayList<>();
        try (ResultSet rows = connection.getMetaData().getTables(null, connection.getSchema(), "%", null)) {
            while (rows.next()) {
                if (rows.getString("TABLE_TYPE").endsWith("TABLE")) {
                    tables.add(rows.getString("TABLE_NAME"));
                }
            }
        }
        return tables;
    }

    private static Optional<LedgerUnavailable> attempt(Runnable attempted) {
        try {
            attempted.run();
            return Optional.empty();
        } catch (LedgerUnavailable trouble) {
            return Optional.of(trouble);
        }
    }

    /** All that the ledger holds of an environment. */
    private record Snapshot(Memory memory, List<Condition> conditions, List<Event> events, Optional<Sources> sources) {
        static Snapshot of(Ledger ledger) {
            return new Snapshot(
                    ledger.recall("production"),
                    ledger.conditions("production"),
                    ledger.events(EventQuery.oldest("production", 100)).stream()
                            .map(RecordedEvent::event)
                            .toList(),
                    ledger.loadSources("production"));
        }

        /** What a ledger holds that starts from this and is written to without trouble. */
        Snapshot after(Consumer<Ledger> write) {
            InMemoryLedger undisturbed = new InMemoryLedger(KEPT);
            memory.resources().forEach(undisturbed::keep);
            undisturbed.replaceConditions("production", conditions);
            undisturbed.append(events);
            sources.ifPresent(undisturbed::saveSources);
            write.accept(undisturbed);
            return of(undisturbed);
        }
    }

    /** Every write there is. */
    @SuppressWarnings("ImmutableEnumChecker") // the lambdas capture nothing
    enum Write {
        KEEP(ledger -> ledger.keep(everything("backend").with(Optional.empty()))),
        FORGET(ledger -> ledger.forget(everything("backend"))),
        CONDITIONS(ledger -> ledger.replaceConditions(
                "production",
                List.of(
                        condition(Condition.Type.VALID, Condition.Status.FALSE),
                        condition(Condition.Type.PAUSED, Condition.Status.TRUE)))),
        EVENTS(ledger -> ledger.append(List.of(event("production", "Adopted"), event("production", "Updated")))),
        SOURCES(ledger -> ledger.saveSources(sources("0a1b2c3")));

        private final Consumer<Ledger> made;

        Write(Consumer<Ledger> made) {
            this.made = made;
        }

        void on(Ledger ledger) {
            made.accept(ledger);
        }

        private Snapshot appliedTo(Snapshot before) {
            return before.after(made);
        }
    }
}
