package io.holdfast.reconcile;

import static io.holdfast.model.Widgets.adopting;
import static io.holdfast.model.Widgets.declared;
import static io.holdfast.model.Widgets.desired;
import static io.holdfast.model.Widgets.id;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.holdfast.apply.Applier;
import io.holdfast.ledger.EventQuery;
import io.holdfast.ledger.InMemoryLedger;
import io.holdfast.ledger.LedgerUnavailable;
import io.holdfast.model.Caller;
import io.holdfast.model.Cause;
import io.holdfast.model.Condition;
import io.holdfast.model.DesiredState;
import io.holdfast.model.Fault;
import io.holdfast.model.FieldDrift;
import io.holdfast.model.Flaws;
import io.holdfast.model.Health;
import io.holdfast.model.Mode;
import io.holdfast.model.ResourceDrift;
import io.holdfast.model.Sync;
import io.holdfast.model.Widget;
import io.holdfast.model.WidgetCloud;
import io.holdfast.model.WidgetKind;
import io.holdfast.report.EnvironmentStatus;
import io.holdfast.report.Operation;
import io.holdfast.report.Reporter;
import io.holdfast.report.StatusBoard;
import io.holdfast.sandbox.TestClock;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;

class PassTest {
    private static final Fault INVALID = new Fault(Fault.Kind.INVALID, "test:Change", "ValidationException", "never");
    private static final Fault THROTTLED = new Fault(Fault.Kind.THROTTLED, "test:Change", "Throttling", "slow down");
    private static final Fault UNKNOWN = new Fault(Fault.Kind.UNKNOWN_OUTCOME, "test:Create", "Lost", "no answer");

    private final TestClock clock = new TestClock();
    private final InMemoryLedger ledger = new InMemoryLedger();
    private final StatusBoard board = new StatusBoard();
    private final WidgetCloud cloud = new WidgetCloud();
    private final Widget one = Widget.named("a").withSize(1);
    private final Widget two = Widget.named("a").withSize(2);
    private Optional<String> gate = Optional.empty();

    private EnvironmentStatus pass(DesiredState desired) {
        return pass(desired, false);
    }

    /** A new process every time: nothing but the ledger carries over. */
    private EnvironmentStatus pass(DesiredState desired, boolean askedByPerson) {
        Applier applier = new Applier(ledger, clock, () -> gate, id -> Map.of());
        Reporter reporter = new Reporter(ledger, board, clock);
        EnvironmentStatus status =
                new Pass(ledger, applier, reporter, clock).run(desired, Flaws.none(), cloud, askedByPerson);
        board.post(status);
        return status;
    }

    private static Condition condition(EnvironmentStatus status, Condition.Type type) {
        return status.conditions().stream()
                .filter(it -> it.type() == type)
                .findFirst()
                .orElseThrow();
    }

    private List<String> events() {
        return ledger.events(EventQuery.oldest("test", 100)).stream()
                .map(it -> it.event().reason())
                .toList();
    }

    @Test
    void whatIsMissingIsMadeAndThenInSync() {
        EnvironmentStatus first = pass(desired(one));
        EnvironmentStatus second = pass(desired(one));

        assertThat(first.operation()).isEqualTo(Operation.APPLYING);
        assertThat(second.sync()).isEqualTo(Sync.SYNCED);
        assertThat(second.health()).isEqualTo(Health.Status.HEALTHY);
        assertThat(cloud.writes()).containsExactly("create a");
    }

    @Test
    void onceInSyncNothingIsWrittenAnyMore() {
        pass(desired(one));

        for (int i = 0; i < 5; i++) {
            clock.advance(Duration.ofMinutes(1));
            pass(desired(one));
        }

        assertThat(cloud.writes()).containsExactly("create a");
    }

    @Test
    void driftIsRepairedAndTold() {
        cloud.holding(one);
        pass(desired(one));
        cloud.holding(two);

        EnvironmentStatus drifted = pass(desired(one));
        EnvironmentStatus healed = pass(desired(one));

        assertThat(drifted.sync()).isEqualTo(Sync.OUT_OF_SYNC);
        assertThat(healed.sync()).isEqualTo(Sync.SYNCED);
        assertThat(cloud.writes()).containsExactly("update a [size]");
        assertThat(events()).contains("LiveDrift", "Updated", "InSyncTrue");
    }

    @Test
    void observingWritesNothing() {
        cloud.holding(two);

        pass(desired(Mode.OBSERVE, declared(new WidgetKind(), one)));
        EnvironmentStatus proposed = pass(desired(Mode.PROPOSE, declared(new WidgetKind(), one)));

        assertThat(cloud.writes()).isEmpty();
        assertThat(proposed.operation()).isEqualTo(Operation.AWAITING_APPROVAL);
    }

    @Test
    void nothingIsLookedAtOrWrittenInTheWrongAccount() {
        cloud.calledBy(Caller.of("999999999999"));

        EnvironmentStatus status = pass(desired(one));

        assertThat(cloud.writes()).isEmpty();
        assertThat(cloud.looks()).isZero();
        assertThat(status.sync()).isEqualTo(Sync.UNKNOWN);
        assertThat(condition(status, Condition.Type.OBSERVED).message()).contains("999999999999");
    }

    /** What the ledger knows and nothing declares is looked at as well, and so it is not seen either. */
    @Test
    void fromTheWrongAccountWhatIsDeclaredNoLongerIsNotSeenEither() {
        pass(desired(one));
        cloud.calledBy(Caller.of("999999999999"));

        EnvironmentStatus status = pass(desired());

        assertThat(status.sync()).isEqualTo(Sync.UNKNOWN);
        assertThat(status.plan().orElseThrow().report().notSeen()).containsOnlyKeys(id("a"));
    }

    @Test
    void nothingIsWrittenOnceTheCredentialsLeadElsewhere() {
        cloud.beforeEachLook(() -> cloud.calledBy(Caller.of("999999999999")));

        EnvironmentStatus status = pass(desired(one));

        assertThat(status.plan().orElseThrow().changes()).isNotEmpty();
        assertThat(cloud.writes()).isEmpty();
    }

    @Test
    void aBlindLookNeverLeadsToAWrite() {
        pass(desired(one));
        cloud.lose("a");
        cloud.blindBy(THROTTLED);

        EnvironmentStatus status = pass(desired(one));

        assertThat(cloud.writes()).containsExactly("create a");
        assertThat(status.sync()).isEqualTo(Sync.UNKNOWN);
        assertThat(condition(status, Condition.Type.OBSERVED).status()).isEqualTo(Condition.Status.FALSE);
    }

    @Test
    void whatCannotBeLookedAtFromTheBeginningIsToldOnce() {
        cloud.blindBy(THROTTLED);

        pass(desired(one));
        clock.advance(Duration.ofMinutes(1));
        pass(desired(one));

        assertThat(events()).containsExactly("ObservedFalse");
    }

    @Test
    void whatMovedBetweenTheLookAndTheActIsLeftForTheNextPass() {
        cloud.holding(one);
        pass(desired(one));
        cloud.holding(two);
        int before = cloud.looks();
        cloud.beforeEachLook(() -> {
            if (cloud.looks() == before + 2) {
                cloud.holding(one.withSize(7));
            }
        });

        pass(desired(one));

        assertThat(cloud.writes()).isEmpty();
        assertThat(cloud.widget("a").size()).contains(7);
    }

    @Test
    void aFailureIsTriedAgainLaterAndLater() {
        cloud.holding(two);
        cloud.refuseNext(THROTTLED);
        cloud.refuseNext(THROTTLED);

        pass(desired(one));
        clock.advance(Duration.ofSeconds(9));
        pass(desired(one));
        assertThat(cloud.writes()).as("not before ten seconds").hasSize(1);

        clock.advance(Duration.ofSeconds(1));
        pass(desired(one));
        clock.advance(Duration.ofSeconds(19));
        pass(desired(one));
        assertThat(cloud.writes()).as("then not before twenty").hasSize(2);

        clock.advance(Duration.ofSeconds(1));
        pass(desired(one));
        assertThat(pass(desired(one)).sync()).isEqualTo(Sync.SYNCED);
    }

    @Test
    void whatOnlyAPersonCanMendStallsAndIsProbedSlowly() {
        cloud.holding(two);
        cloud.refuseNext(INVALID);

        pass(desired(one));
        clock.advance(Duration.ofMinutes(59));
        EnvironmentStatus stalled = pass(desired(one));

        assertThat(cloud.writes()).hasSize(1);
        assertThat(condition(stalled, Condition.Type.STALLED).status()).isEqualTo(Condition.Status.TRUE);
        assertThat(condition(stalled, Condition.Type.STALLED).message()).contains("ValidationException");

        clock.advance(Duration.ofMinutes(1));
        pass(desired(one));
        assertThat(cloud.writes()).hasSize(2);
    }

    @Test
    void aPersonWhoAsksIsNotToldToWait() {
        cloud.holding(two);
        cloud.refuseNext(INVALID);
        pass(desired(one));

        pass(desired(one), true);

        assertThat(cloud.writes()).hasSize(2);
    }

    @Test
    void aCreateWhoseReplyIsLostIsNotRepeatedAtOnce() {
        cloud.refuseNext(UNKNOWN);

        pass(desired(one));
        clock.advance(Duration.ofSeconds(30));
        pass(desired(one));
        assertThat(cloud.writes()).containsExactly("create a");

        clock.advance(Duration.ofMinutes(2));
        pass(desired(one));
        assertThat(cloud.writes()).containsExactly("create a", "create a");
    }

    @Test
    void adoptingTagsFirstAndChangesInALaterPass() {
        cloud.holding(two);
        cloud.disown("a");
        DesiredState desired = desired(Mode.ENFORCE, adopting(declared(new WidgetKind(), one)));

        pass(desired);
        assertThat(cloud.writes()).containsExactly("adopt a");

        EnvironmentStatus adopted = pass(desired);
        assertThat(cloud.writes()).containsExactly("adopt a", "update a [size]");
        assertThat(cause(adopted)).contains(Cause.FIRST_OBSERVATION);
    }

    private static Optional<Cause> cause(EnvironmentStatus status) {
        return status.plan().orElseThrow().report().resources().get(0).cause();
    }

    @Test
    void aCrashAtAnyWriteExplainsNoDifferenceNobodyCouldExplain() {
        DesiredState proposed = desired(Mode.PROPOSE, declared(new WidgetKind(), one.withVersion("1")));
        cloud.holding(two.withVersion("1"));
        int writes = 0;
        for (int crashAt = 0; crashAt <= writes; crashAt++) {
            ledger.recall("test").resources().forEach(ledger::forget);
            AtomicInteger begun = new AtomicInteger();
            int here = crashAt;
            ledger.beforeEachWrite(attempted -> {
                if (begun.incrementAndGet() == here) {
                    throw new IllegalStateException("the process dies");
                }
            });
            try {
                pass(proposed);
                writes = begun.get();
            } catch (IllegalStateException died) {
                assertThat(died).hasMessage("the process dies");
            }
            ledger.beforeEachWrite(attempted -> {});

            assertThat(cause(pass(proposed)))
                    .as("after a crash at write %s", here)
                    .contains(Cause.FIRST_OBSERVATION);
            assertThat(cause(pass(proposed))).contains(Cause.FIRST_OBSERVATION);
        }
        assertThat(writes).isGreaterThan(1);
    }

    @Test
    void afterTheGateClosedNothingIsSent() {
        gate = Optional.of("Holdfast is shutting down");

        pass(desired(one));

        assertThat(cloud.writes()).isEmpty();
    }

    @Test
    void whatCannotBeWrittenDownIsNotDone() {
        ledger.beforeEachWrite(attempted -> {
            throw new LedgerUnavailable(attempted, "memory", new java.io.IOException("No space left on device"));
        });

        assertThatThrownBy(() -> pass(desired(one))).isInstanceOf(LedgerUnavailable.class);
        assertThat(cloud.writes()).isEmpty();
    }

    @Test
    void sinceSurvivesARestartAndStaysPut() {
        cloud.holding(two);
        DesiredState observing = desired(Mode.OBSERVE, declared(new WidgetKind(), one));
        var began = pass(observing).lastPassAt();
        clock.advance(Duration.ofHours(5));

        EnvironmentStatus later = pass(observing);

        assertThat(condition(later, Condition.Type.IN_SYNC).since()).isEqualTo(began);
        ResourceDrift drift = later.plan().orElseThrow().report().resources().get(0);
        assertThat(drift.since()).contains(began);
        assertThat(drift.fields()).extracting(FieldDrift::since).containsExactly(began);
    }

    @Test
    void aRenameLeavesAStrayAndDeletesNothing() {
        pass(desired(one));
        DesiredState renamed = desired(
                Mode.ENFORCE,
                new io.holdfast.model.Declared<>(
                        io.holdfast.model.Widgets.id("a"),
                        new WidgetKind(),
                        Widget.named("b").withSize(1),
                        declared(new WidgetKind(), one).origin(),
                        declared(new WidgetKind(), one).terms()));

        EnvironmentStatus status = pass(renamed);

        assertThat(status.plan().orElseThrow().report().strays())
                .extracting(it -> it.key())
                .containsExactly("a");
        assertThat(cloud.writes()).containsExactly("create a", "create b");
        assertThat(cloud.widget("a")).isNotNull();
    }

    @Test
    void aLostLedgerMakesNothingWorse() {
        pass(desired(one));
        cloud.holding(two);
        InMemoryLedger lost = new InMemoryLedger();
        Applier applier = new Applier(lost, clock, () -> gate, id -> Map.of());

        EnvironmentStatus status = new Pass(lost, applier, new Reporter(lost, board, clock), clock)
                .run(desired(one), Flaws.none(), cloud, false);

        assertThat(cause(status)).contains(Cause.FIRST_OBSERVATION);
        assertThat(cloud.writes()).containsExactly("create a", "update a [size]");
    }
}
