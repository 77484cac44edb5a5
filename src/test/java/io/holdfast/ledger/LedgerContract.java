package io.holdfast.ledger;

import static org.assertj.core.api.Assertions.assertThat;

import io.holdfast.ledger.EventRows.Kept;
import io.holdfast.model.Actor;
import io.holdfast.model.Attempt;
import io.holdfast.model.Authored;
import io.holdfast.model.Change;
import io.holdfast.model.Condition;
import io.holdfast.model.Decision;
import io.holdfast.model.Event;
import io.holdfast.model.Excuse;
import io.holdfast.model.Expectation;
import io.holdfast.model.Fault;
import io.holdfast.model.FirstLook;
import io.holdfast.model.Intent;
import io.holdfast.model.KindName;
import io.holdfast.model.Memory;
import io.holdfast.model.Normal;
import io.holdfast.model.Pause;
import io.holdfast.model.Rejection;
import io.holdfast.model.Remembered;
import io.holdfast.model.ResourceId;
import io.holdfast.model.Resumption;
import io.holdfast.model.Revision;
import io.holdfast.model.RuleUse;
import io.holdfast.model.Straying;
import io.holdfast.model.TurnBack;
import java.math.BigDecimal;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.concurrent.CompletableFuture;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** What every ledger keeps to, on whichever database. */
abstract class LedgerContract {
    /** How many events of an environment the ledgers of these tests keep. */
    static final int EVENTS_KEPT = 7;

    /** The same, with as many deeds. */
    static final Kept KEPT = new Kept(EVENTS_KEPT, 5);

    static final Instant NOW = Instant.parse("2026-03-01T08:30:00.123456Z");

    private static final KindName SERVICE = new KindName("service", "ecs-service");

    /** The ledger under test, empty. */
    abstract Ledger ledger();

    /** The same ledger as another process, or this one after a restart, sees it. */
    abstract Ledger reopened();

    @Test
    void anEnvironmentNeverHeardOfHasAnEmptyMemory() {
        // When
        Memory memory = ledger().recall("production");

        // Then
        assertThat(memory).isEqualTo(Memory.empty());
        assertThat(ledger().conditions("production")).isEmpty();
        assertThat(ledger().loadSources("production")).isEmpty();
        assertThat(ledger().events(EventQuery.newest("production", 10))).isEmpty();
    }

    @Test
    void whatWasKeptOfAResourceComesBackEqual() {
        // Given
        Remembered all = everything("backend");
        Remembered little = Remembered.nothing(id("production", "worker"), "worker-prod");

        // When
        ledger().keep(all);
        ledger().keep(little);

        // Then
        assertThat(ledger().recall("production").resources()).containsExactly(all, little);
    }

    @Test
    void aRestartKeepsEverything() {
        // Given
        Remembered resource = everything("backend");
        Condition condition = condition(Condition.Type.IN_SYNC, Condition.Status.FALSE);
        Event event = event("production", "Updated");
        Sources sources = sources("9f2c1e7");
        ledger().keep(resource);
        ledger().replaceConditions("production", List.of(condition));
        ledger().append(List.of(event));
        ledger().saveSources(sources);
        Decision yes = decision("1", "production", NOW.plusSeconds(3600));
        Pause fleet = new Pause(Pause.FLEET, "incident 7", "bob", NOW, Optional.empty());
        Pause own = new Pause("production", "load test", "alice", NOW, Optional.of(NOW.plusSeconds(60)));
        RuleUse used = new RuleUse("a", NOW, Optional.of(NOW.plusSeconds(5)));
        ledger().decide(yes);
        ledger().pause(fleet);
        ledger().pause(own);
        ledger().replaceRuleUses("production", List.of(used));

        // When
        Ledger later = reopened();

        // Then
        assertThat(later.recall("production").resources()).containsExactly(resource);
        assertThat(later.conditions("production")).containsExactly(condition);
        assertThat(later.events(EventQuery.newest("production", 10)))
                .extracting(RecordedEvent::event)
                .containsExactly(event);
        assertThat(later.loadSources("production")).contains(sources);
        assertThat(later.standing("production").decisions()).containsExactly(yes);
        assertThat(later.standing("production").pauses()).containsExactlyInAnyOrder(fleet, own);
        assertThat(later.recall("production").rules()).containsExactly(used);
    }

    @Test
    void keepingAResourceAgainReplacesWhatWasKnown() {
        // Given
        ledger().keep(everything("backend"));
        Remembered blank = Remembered.nothing(id("production", "backend"), "backend-prod");

        // When
        ledger().keep(blank);

        // Then
        assertThat(ledger().recall("production").resources()).containsExactly(blank);
    }

    @Test
    void aResourceUnderAnotherAwsNameIsRememberedBesideTheOldOne() {
        // Given
        Remembered old = Remembered.nothing(id("production", "backend"), "backend-old");
        Remembered renamed = Remembered.nothing(id("production", "backend"), "backend-prod");

        // When
        ledger().keep(old);
        ledger().keep(renamed);

        // Then
        assertThat(ledger().recall("production").resources()).containsExactly(old, renamed);
    }

    @Test
    void forgettingTakesOneResourceAndNoOther() {
        // Given
        Remembered old = Remembered.nothing(id("production", "backend"), "backend-old");
        Remembered renamed = Remembered.nothing(id("production", "backend"), "backend-prod");
        Remembered elsewhere = Remembered.nothing(id("staging", "backend"), "backend-old");
        Stream.of(old, renamed, elsewhere).forEach(ledger()::keep);

        // When
        ledger().forget(old);
        ledger().forget(old);

        // Then
        assertThat(ledger().recall("production").resources()).containsExactly(renamed);
        assertThat(ledger().recall("staging").resources()).containsExactly(elsewhere);
    }

    @Test
    void theConditionsOfAnEnvironmentAreTheLastOnesGivenInTheOrderOfTheirTypes() {
        // Given
        Condition paused = condition(Condition.Type.PAUSED, Condition.Status.TRUE);
        Condition valid = condition(Condition.Type.VALID, Condition.Status.TRUE);
        Condition healthy = condition(Condition.Type.HEALTHY, Condition.Status.UNKNOWN);
        ledger().replaceConditions("production", List.of(paused));
        ledger().replaceConditions("staging", List.of(paused));

        // When
        ledger().replaceConditions("production", List.of(healthy, valid));

        // Then
        assertThat(ledger().conditions("production")).containsExactly(valid, healthy);
        assertThat(ledger().conditions("staging")).containsExactly(paused);
    }

    @Test
    void eventsArePagedFromBothEndsWithoutGapOrRepetition() {
        // Given
        List<Event> happened = named("first", "second", "third", "fourth", "fifth");
        ledger().append(happened.subList(0, 2));
        ledger().append(List.of(event("staging", "elsewhere")));
        ledger().append(happened.subList(2, 5));

        // When
        List<String> forwards = pagedThrough(EventQuery.oldest("production", 2));
        List<String> backwards = pagedThrough(EventQuery.newest("production", 2));

        // Then
        assertThat(forwards).containsExactly("first", "second", "third", "fourth", "fifth");
        assertThat(backwards).containsExactly("fifth", "fourth", "third", "second", "first");
    }

    @Test
    void anEventKeepsItsTimeResourceAndMessage() {
        // Given
        Event ofResource = event("production", "Updated");
        Event ofEnvironment =
                new Event(NOW, "production", Optional.empty(), "Paused", "until Monday; see “runbook” 7 \u2713", "c");

        // When
        ledger().append(List.of(ofResource, ofEnvironment));

        // Then
        assertThat(ledger().events(EventQuery.oldest("production", 5)))
                .extracting(RecordedEvent::event)
                .containsExactly(ofResource, ofEnvironment);
    }

    @Test
    void anEventKeepsWhoAskedForIt() {
        // Given
        Event asked = event("production", "ReconcileRequested").by(Actor.byToken("ci ✓"));
        Event byItself = event("production", "Updated");

        // When
        ledger().append(List.of(asked, byItself));

        // Then
        assertThat(ledger().events(EventQuery.oldest("production", 5)))
                .extracting(it -> it.event().actor())
                .containsExactly(Optional.of(Actor.byToken("ci ✓")), Optional.empty());
    }

    @Test
    void theOldestEventsOfAnEnvironmentThatHasTooManyAreDropped() {
        // Given
        ledger().append(List.of(event("staging", "untouched")));
        List<Event> happened = IntStream.rangeClosed(1, EVENTS_KEPT + 3)
                .mapToObj(i -> event("production", "E" + i))
                .toList();

        // When
        happened.forEach(event -> ledger().append(List.of(event)));

        // Then
        assertThat(ledger().events(EventQuery.oldest("production", 100)))
                .extracting(RecordedEvent::event)
                .isEqualTo(happened.subList(3, EVENTS_KEPT + 3));
        assertThat(ledger().events(EventQuery.oldest("staging", 100))).hasSize(1);
    }

    @Test
    void whatWasDoneOutlivesAnyAmountOfWhatWasOnlySeen() {
        // Given
        Event said = event("production", "PlanApproved").by(Actor.byToken("ana"));
        Event done = event("production", "Updated");
        ledger().append(List.of(said, done));

        // When
        IntStream.range(0, 3 * EVENTS_KEPT).forEach(i -> ledger().append(List.of(event("production", "Drifted" + i))));

        // Then
        assertThat(ledger().history(HistoryQuery.ofAll(100)))
                .extracting(RecordedEvent::event)
                .containsExactly(done, said);
        assertThat(ledger().events(EventQuery.oldest("production", 100))).hasSize(2 + EVENTS_KEPT);
        for (int i = 0; i < 2 * KEPT.done(); i++) {
            ledger().append(List.of(event("production", "Created")));
        }
        assertThat(reopened().history(HistoryQuery.ofAll(100)))
                .as("and has a bound of its own")
                .hasSize(KEPT.done())
                .allMatch(it -> it.event().reason().equals("Created"));
    }

    @Test
    void theHistoryOfSeveralEnvironmentsIsOnePagedStory() {
        // Given
        List<Event> happened = Stream.of("production", "staging", "gone", "staging", "production")
                .map(it -> event(it, "Updated"))
                .toList();
        happened.forEach(it -> ledger().append(List.of(it, event(it.environment(), "Drifted"))));

        // When
        List<RecordedEvent> first = ledger().history(HistoryQuery.ofAll(2));
        List<RecordedEvent> rest =
                ledger().history(HistoryQuery.ofAll(10).after(first.get(1).id()));

        // Then
        assertThat(Stream.concat(first.stream(), rest.stream())
                        .map(it -> it.event().environment()))
                .containsExactly("production", "staging", "gone", "staging", "production");
        assertThat(ledger().history(HistoryQuery.of(new TreeSet<>(List.of("gone", "staging")), 10)))
                .extracting(it -> it.event().environment())
                .containsExactly("staging", "gone", "staging");
        assertThat(ledger().history(HistoryQuery.of(new TreeSet<>(), 10))).isEmpty();
    }

    @Test
    void theSourcesOfAnEnvironmentAreTheLastOnesSaved() {
        // Given
        Sources earlier = sources("9f2c1e7");
        Sources unversioned = Sources.of(
                "production",
                Revision.of("sha256:ab"),
                "environments/production",
                Map.of("environments/production/a.yaml", "kind: Environment\n# “quoted” ✓\n".repeat(50_000)));
        ledger().saveSources(earlier);

        // When
        ledger().saveSources(unversioned);

        // Then
        assertThat(ledger().loadSources("production")).contains(unversioned);
        assertThat(ledger().sourcedEnvironments()).containsExactly("production");
    }

    @Test
    void writersBesideEachOtherLoseNothing() {
        // Given
        int writers = 6;
        int each = 10;

        // When
        CompletableFuture<?>[] running = IntStream.range(0, writers)
                .mapToObj(writer -> CompletableFuture.runAsync(() -> write(writer, each)))
                .toArray(CompletableFuture[]::new);
        CompletableFuture.allOf(running).join();

        // Then
        assertThat(ledger().recall("production").resources()).hasSize(writers * each);
        for (int writer = 0; writer < writers; writer++) {
            assertThat(pagedThrough(EventQuery.oldest("env-" + writer, 3))).hasSize(EVENTS_KEPT);
        }
    }

    private void write(int writer, int each) {
        for (int i = 0; i < each; i++) {
            ledger().keep(everything("service-" + writer + "-" + i));
            ledger().append(List.of(event("env-" + writer, "E" + i)));
        }
    }

    @Test
    void ofWritersOfTheSameThingOneIsTheLast() {
        // Given
        List<Remembered> versions = IntStream.range(0, 8)
                .mapToObj(i -> Remembered.nothing(id("production", "backend"), "backend-prod")
                        .with(Optional.of(new Intent("token-" + i, NOW))))
                .toList();

        // When
        CompletableFuture.allOf(versions.stream()
                        .map(version -> CompletableFuture.runAsync(() -> ledger().keep(version)))
                        .toArray(CompletableFuture[]::new))
                .join();

        // Then
        assertThat(ledger().recall("production").resources()).hasSize(1).isSubsetOf(versions);
    }

    @Test
    void aUsableLedgerHasNoTrouble() {
        assertThat(ledger().trouble()).isEmpty();
    }

    private List<String> pagedThrough(EventQuery first) {
        List<String> reasons = new java.util.ArrayList<>();
        EventQuery query = first;
        List<RecordedEvent> page = ledger().events(query);
        while (!page.isEmpty()) {
            page.forEach(it -> reasons.add(it.event().reason()));
            query = query.after(page.get(page.size() - 1).id());
            page = ledger().events(query);
        }
        return reasons;
    }

    @Test
    void whatPeopleSaidComesBackAsItWasSaid() {
        // Given
        Decision yes = decision("1", "production", NOW.plusSeconds(3600));
        Decision elsewhere = decision("2", "staging", NOW.plusSeconds(3600));
        Pause fleet = new Pause(Pause.FLEET, "incident 7", "bob", NOW, Optional.empty());
        Pause own = new Pause("production", "load test", "alice", NOW, Optional.of(NOW.plusSeconds(60)));

        // When
        ledger().decide(yes);
        ledger().decide(elsewhere);
        ledger().pause(own);
        ledger().pause(fleet);

        // Then
        assertThat(ledger().standing("production").decisions()).containsExactly(yes);
        assertThat(ledger().standing("production").pauses()).containsExactlyInAnyOrder(fleet, own);
        assertThat(ledger().pauses()).containsExactlyInAnyOrder(fleet, own);
    }

    @Test
    void aPauseReplacesTheEarlierOneOfItsScopeAndIsForgottenByIt() {
        ledger().pause(new Pause("production", "first", "alice", NOW, Optional.empty()));
        Pause second = new Pause("production", "second", "bob", NOW, Optional.empty());
        ledger().pause(second);
        assertThat(ledger().pauses()).containsExactly(second);

        ledger().resume("production");
        ledger().resume("production");

        assertThat(ledger().pauses()).isEmpty();
    }

    @Test
    void whatIsToBeEnforcedAgainIsKeptUntilItIsTakenUp() {
        // Given
        Resumption size = new Resumption("production", "production/service/a", new TreeSet<>(List.of("size", "")));
        Resumption tags = new Resumption("production", "production/service/a", new TreeSet<>(List.of("tags")));
        Resumption elsewhere = new Resumption("staging", "staging/service/a", new TreeSet<>(List.of("size")));
        Stream.of(size, tags, elsewhere, size).forEach(ledger()::keep);

        // When
        Ledger later = reopened();
        List<Resumption> said = later.resumptions("production");
        later.forget(size);
        later.forget(size);

        // Then
        assertThat(said).containsExactlyInAnyOrder(size, tags);
        assertThat(later.resumptions("production")).containsExactly(tags);
        assertThat(later.resumptions("staging")).containsExactly(elsewhere);
    }

    @Test
    void theUsesOfRulesAreKeptPerEnvironment() {
        RuleUse used = new RuleUse("a", NOW, Optional.of(NOW.plusSeconds(5)));
        RuleUse never = new RuleUse("b", NOW, Optional.empty());

        ledger().replaceRuleUses("production", List.of(used, never));
        ledger().replaceRuleUses("staging", List.of(used));
        ledger().replaceRuleUses("production", List.of(never));

        assertThat(ledger().recall("production").rules()).containsExactly(never);
        assertThat(ledger().recall("staging").rules()).containsExactly(used);
    }

    private static Decision decision(String id, String environment, Instant expiresAt) {
        Decision.Item item = new Decision.Item(
                environment + "/service/backend",
                "main/backend",
                Change.Action.UPDATE,
                "wish",
                "",
                List.of("0123", "4567"),
                true);
        return new Decision(
                id,
                environment,
                "plan",
                "9f2c1e7",
                true,
                "alice",
                Optional.of("looks right"),
                NOW,
                expiresAt,
                List.of(item));
    }

    /** A resource of which everything there is to know is known. */
    static Remembered everything(String name) {
        Fault fault = new Fault(Fault.Kind.THROTTLED, "ecs:UpdateService", "ThrottlingException", "Rate exceeded");
        return new Remembered(
                id("production", name),
                name + "-prod",
                Optional.of("arn:aws:ecs:us-east-1:123456789012:service/main/" + name),
                applied(),
                Optional.of(new FirstLook(
                        applied(),
                        new TreeMap<>(Map.of("family", "\u2713", "memory", 512)),
                        new TreeSet<>(List.of("desiredCount")))),
                new TreeMap<>(Map.of("", NOW, "desiredCount", NOW.plusNanos(1))),
                Optional.of(new Intent("0123456789abcdef", NOW)),
                Optional.of(new Attempt("fingerprint", "9f2c1e7", 4, NOW.plusSeconds(40), fault)),
                Optional.of(new Expectation(
                        "digest", "ecs-svc/1", List.of("desiredCount"), true, NOW, NOW.plusSeconds(1800))),
                Optional.of(new Rejection("digest", Excuse.Reason.ROLLED_BACK, "circuit breaker", NOW)),
                true,
                Optional.of(new Straying(NOW, 1)),
                new TreeMap<>(Map.of(
                        "desiredCount",
                        new TurnBack(2, NOW, NOW.plusSeconds(9), "9f2c1e7", "5", Optional.empty()),
                        "tags.team",
                        new TurnBack(5, NOW, NOW.plusSeconds(9), "9f2c1e7", "nothing", Optional.of("digest")))));
    }

    /** Each form a value can have. */
    private static SortedMap<String, Object> applied() {
        SortedMap<String, Object> values = new TreeMap<>();
        values.put("desiredCount", Normal.of(100));
        values.put("threshold", Normal.of(new BigDecimal("12345678901234567890.123456789")));
        values.put("circuitBreaker", Normal.of(true));
        values.put("name", Normal.of("a \"quoted\" name\nin two lines, 3 \u2713"));
        values.put("subnets", Normal.of(List.of("b", "a", 1.50)));
        values.put("logs", Normal.of(Map.of("driver", "awslogs", "options", Map.of("mode", List.of(7, false)))));
        return values;
    }

    static ResourceId id(String environment, String name) {
        return new ResourceId(environment, SERVICE, name);
    }

    static Condition condition(Condition.Type type, Condition.Status status) {
        return new Condition(type, status, "Drifted", "2 resources of 23 have drifted", "9f2c1e7", NOW);
    }

    static Event event(String environment, String reason) {
        return new Event(
                NOW, environment, Optional.of(id(environment, "backend")), reason, "UpdateService: done", "9f2c1e7");
    }

    static Sources sources(String commit) {
        return Sources.of(
                "production",
                new Revision(
                        commit,
                        Optional.of(NOW),
                        Optional.of(new Authored("Ana “Ops” Lee", "ana@example.com", NOW, "fix: \uD83D\uDD25"))),
                "environments/production.yaml",
                Map.of("environments/production.yaml", "a: 1\n", "environments/_base.yaml", "b: \"2\"\n"));
    }

    private static List<Event> named(String... reasons) {
        return Stream.of(reasons).map(it -> event("production", it)).toList();
    }
}
