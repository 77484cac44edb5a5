package io.holdfast.reconcile;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.holdfast.apply.Applier;
import io.holdfast.ledger.InMemoryLedger;
import io.holdfast.model.AwsTarget;
import io.holdfast.model.Condition;
import io.holdfast.model.DesiredState;
import io.holdfast.model.Flaws;
import io.holdfast.model.Mode;
import io.holdfast.model.Remembered;
import io.holdfast.model.Resumption;
import io.holdfast.model.Revision;
import io.holdfast.model.Standing;
import io.holdfast.model.Sync;
import io.holdfast.model.TurnBack;
import io.holdfast.model.Widget;
import io.holdfast.model.WidgetCloud;
import io.holdfast.model.Widgets;
import io.holdfast.model.policy.Policy;
import io.holdfast.report.EnvironmentStatus;
import io.holdfast.report.Heard;
import io.holdfast.report.Reporter;
import io.holdfast.report.StatusBoard;
import io.holdfast.sandbox.TestClock;
import java.time.Duration;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.concurrent.Executor;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;

class ReconcilerTest {
    private static final AwsTarget HERE = new AwsTarget(Widgets.ACCOUNT, "eu-central-1", Optional.empty());
    private static final AwsTarget THERE = new AwsTarget(Widgets.ACCOUNT, "us-east-1", Optional.empty());

    private final TestClock clock = new TestClock();
    private Runnable whileAPassRuns = () -> {};
    private final InMemoryLedger ledger = new InMemoryLedger() {
        @Override
        public synchronized Standing standing(String environment) {
            whileAPassRuns.run();
            return super.standing(environment);
        }
    };
    private final StatusBoard board = new StatusBoard();
    private final Map<AwsTarget, WidgetCloud> clouds = new HashMap<>();
    private final Deque<Runnable> started = new ArrayDeque<>();
    private final List<Loaded> source = new ArrayList<>();
    private Optional<String> trouble = Optional.empty();
    private boolean keepsInTrouble;
    private Optional<RuntimeException> slip = Optional.empty();
    private boolean noWay;
    private int readings;
    private Executor readers = Runnable::run;
    private Reconciler reconciler = reconciler();

    private Reconciler reconciler() {
        Applier applier = new Applier(ledger, clock, Optional::empty, id -> Map.of());
        Reporter reporter = new Reporter(ledger, board, clock);
        return new Reconciler(
                this::read,
                this::way,
                new Pass(ledger, applier, reporter, clock),
                reporter,
                board,
                new Rhythm(Duration.ofSeconds(60), Duration.ofSeconds(10), Duration.ofSeconds(5), new Random(7)),
                it -> readers.execute(it),
                started::add,
                clock);
    }

    private WidgetCloud way(AwsTarget target) {
        if (noWay) {
            throw new IllegalArgumentException("no such region");
        }
        return clouds.computeIfAbsent(target, it -> new WidgetCloud().holding(Widget.named("w")));
    }

    private Source.Reading read() {
        readings++;
        slip.ifPresent(it -> {
            throw it;
        });
        return new Source.Reading(trouble.isPresent() && !keepsInTrouble ? List.of() : source, trouble);
    }

    private void declare(String environment, AwsTarget target, String commit) {
        source.removeIf(it -> it.environment().equals(environment));
        DesiredState desired = new DesiredState(
                environment,
                target,
                Policy.of(Mode.ENFORCE),
                environment + ".yaml",
                Revision.of(commit),
                false,
                List.of());
        source.add(new Loaded(environment, Optional.of(desired), Flaws.none()));
    }

    /** Ticks for a while, running each pass as it is started; answers how many ran. */
    private int passesWithin(Duration time) {
        int passes = 0;
        for (long second = 0; second < time.toSeconds(); second++) {
            reconciler.tick();
            passes += run();
            clock.advance(Duration.ofSeconds(1));
        }
        return passes;
    }

    private int run() {
        int passes = 0;
        while (!started.isEmpty()) {
            started.poll().run();
            passes++;
        }
        return passes;
    }

    @Test
    void aQuietEnvironmentIsLookedAtOnceAMinuteGiveOrTakeATenth() {
        declare("a", HERE, "1");

        assertThat(passesWithin(Duration.ofMinutes(10))).isBetween(9, 12);
    }

    @Test
    void oneEnvironmentHasOnePassAtATime() {
        declare("a", HERE, "1");
        reconciler.tick();
        assertThat(started).hasSize(1);

        reconciler.request("a");
        for (int i = 0; i < 300; i++) {
            clock.advance(Duration.ofSeconds(1));
            reconciler.tick();
        }

        assertThat(started).as("while the first has not ended").hasSize(1);
    }

    @Test
    void aSlowEnvironmentDelaysNoOther() {
        declare("slow", HERE, "1");
        declare("swift", THERE, "1");
        reconciler.tick();
        Runnable slow = started.poll();
        assertThat(slow).isNotNull();

        int swift = run() + passesWithin(Duration.ofMinutes(5));

        assertThat(swift).isGreaterThanOrEqualTo(5);
        assertThat(board.find("slow")).isEmpty();
    }

    @Test
    void neighboursInOneAccountAndRegionGoTogetherHoweverTheyAreShaken() {
        for (int i = 0; i < 20; i++) {
            declare("env" + i, HERE, "1");
        }
        passesWithin(Duration.ofMinutes(1));
        List<Integer> sizes = new ArrayList<>();

        for (int second = 0; second < 600; second++) {
            clock.advance(Duration.ofSeconds(1));
            reconciler.tick();
            if (!started.isEmpty()) {
                sizes.add(run());
            }
        }

        assertThat(sizes).allMatch(it -> it == 20);
    }

    @Test
    void aNewCommitIsTakenUpWithinThePollInterval() {
        declare("a", HERE, "1");
        passesWithin(Duration.ofSeconds(1));
        declare("a", HERE, "2");

        passesWithin(Duration.ofSeconds(6));

        assertThat(board.find("a").orElseThrow().conditions().get(0).commit()).isEqualTo("2");
    }

    @Test
    void aPersonWhoAsksGetsAPassAtOnce() {
        declare("a", HERE, "1");
        passesWithin(Duration.ofSeconds(1));

        assertThat(reconciler.request("a")).isTrue();

        assertThat(started).hasSize(1);
        assertThat(reconciler.request("unknown")).isFalse();
    }

    @Test
    void aSourceThatCannotBeReadLeavesEverythingInForce() {
        declare("a", HERE, "1");
        passesWithin(Duration.ofSeconds(1));
        trouble = Optional.of("folder environments is missing");

        int passes = passesWithin(Duration.ofMinutes(5));

        assertThat(passes).isGreaterThanOrEqualTo(4);
        assertThat(reconciler.trouble()).contains("folder environments is missing");
        assertThat(board.find("a")).isPresent();
    }

    @Test
    void aSourceInTroubleAtTheStartBringsWhatWasLastGoodIntoForce() {
        declare("a", HERE, "1");
        keepsInTrouble = true;
        trouble = Optional.of("folder environments is missing");

        passesWithin(Duration.ofSeconds(1));

        assertThat(board.find("a")).isPresent();
        assertThat(reconciler.trouble()).isPresent();
    }

    @Test
    void noPassWaitsForASourceThatHangsAndAllSayThatTheyMayBeOld() {
        // Given
        declare("a", HERE, "1");
        passesWithin(Duration.ofSeconds(1));
        Deque<Runnable> hanging = new ArrayDeque<>();
        readers = hanging::add;

        // When
        int passes = passesWithin(Duration.ofMinutes(5));

        // Then
        assertThat(passes).isBetween(4, 7);
        assertThat(hanging).hasSize(1);
        assertThat(reconciler.trouble()).contains("the source could not be read within 10 s");
        assertThat(problems("a")).containsExactly("the source could not be read within 10 s");
        assertThat(isStale("a")).isTrue();
        assertThat(valid("a")).isEqualTo(Condition.Status.UNKNOWN);

        // When it answers
        readers = Runnable::run;
        hanging.remove().run();
        run();

        // Then
        assertThat(reconciler.trouble()).isEmpty();
        assertThat(problems("a")).isEmpty();
        assertThat(isStale("a")).isFalse();
    }

    @Test
    void aSourceThatFailsInAWayNobodyThoughtOfIsToldAndReadAgain() {
        // Given
        declare("a", HERE, "1");
        passesWithin(Duration.ofSeconds(1));
        slip = Optional.of(new IllegalStateException("a slip of ours"));

        // When
        passesWithin(Duration.ofSeconds(6));

        // Then
        assertThat(reconciler.trouble())
                .contains("Holdfast failed to read the source: java.lang.IllegalStateException: a slip of ours");
        assertThat(isStale("a")).isTrue();
        slip = Optional.empty();
        passesWithin(Duration.ofSeconds(6));
        assertThat(reconciler.trouble()).isEmpty();
        assertThat(isStale("a")).isFalse();
    }

    @Test
    void whoeverAsksWhileTheSourceIsReadGetsAPassOnWhatIsThereByThen() {
        // Given a reading that has begun
        declare("a", HERE, "1");
        passesWithin(Duration.ofSeconds(6));
        Deque<Runnable> slow = new ArrayDeque<>();
        readers = slow::add;
        reconciler.wake();
        reconciler.tick();
        Runnable first = slow.remove();

        // When
        reconciler.request("a");
        first.run();
        int tooEarly = run();
        declare("a", HERE, "2");
        slow.remove().run();

        // Then
        assertThat(tooEarly).isZero();
        assertThat(run()).isEqualTo(1);
        assertThat(board.find("a").orElseThrow().conditions().get(0).commit()).isEqualTo("2");
    }

    @Test
    void whoeverAsksOfASourceThatHangsGetsAPassOnWhatWasReadBefore() {
        // Given
        declare("a", HERE, "1");
        passesWithin(Duration.ofSeconds(1));
        readers = hanging -> {};

        // When
        reconciler.request("a");

        // Then
        assertThat(passesWithin(Duration.ofSeconds(10))).isZero();
        assertThat(passesWithin(Duration.ofSeconds(1))).isEqualTo(1);
    }

    private Condition.Status valid(String environment) {
        return board.find(environment).orElseThrow().conditions().stream()
                .filter(it -> it.type() == Condition.Type.VALID)
                .findFirst()
                .orElseThrow()
                .status();
    }

    private List<String> problems(String environment) {
        return board.find(environment).orElseThrow().problems();
    }

    private boolean isStale(String environment) {
        return board.find(environment)
                .orElseThrow()
                .plan()
                .orElseThrow()
                .report()
                .desired()
                .stale();
    }

    @Test
    void withoutAWayToAwsTheStatusSaysWhyAndTheNextPassTriesAgain() {
        declare("a", HERE, "1");
        noWay = true;
        passesWithin(Duration.ofSeconds(1));
        EnvironmentStatus broken = board.find("a").orElseThrow();
        noWay = false;

        passesWithin(Duration.ofSeconds(70));

        assertThat(broken.conditions()).anyMatch(it -> it.message().contains("no such region"));
        assertThat(board.find("a").orElseThrow().sync()).isEqualTo(Sync.SYNCED);
    }

    @Test
    void newsOfTheSourceNeedNoTickToBecomeAPass() {
        declare("a", HERE, "1");
        passesWithin(Duration.ofSeconds(1));
        declare("a", HERE, "2");

        reconciler.news();

        assertThat(run()).isEqualTo(1);
        assertThat(board.find("a").orElseThrow().conditions().get(0).commit()).isEqualTo("2");
    }

    @Test
    void whoeverWakesTheLoopOnlyAsksForALook() {
        declare("a", HERE, "1");
        passesWithin(Duration.ofSeconds(1));
        int before = readings;

        for (int i = 0; i < 1000; i++) {
            reconciler.wake();
        }
        reconciler.tick();

        assertThat(readings).isEqualTo(before + 1);
        assertThat(started).isEmpty();
    }

    @Test
    void anEnvironmentThatIsGoneIsNoLongerLookedAfter() {
        declare("a", HERE, "1");
        passesWithin(Duration.ofSeconds(1));
        source.clear();

        passesWithin(Duration.ofSeconds(6));

        assertThat(board.all()).isEmpty();
        assertThat(passesWithin(Duration.ofMinutes(3))).isZero();
    }

    @Test
    void anEnvironmentThatNeverLoadedSaysWhyAndIsNotLookedAt() {
        source.add(
                new Loaded("bad", Optional.empty(), new Flaws(Flaws.Of.FILES, List.of("bad.yaml:3:1: unknown key"))));

        passesWithin(Duration.ofSeconds(1));

        EnvironmentStatus status = board.find("bad").orElseThrow();
        assertThat(status.sync()).isEqualTo(Sync.UNKNOWN);
        assertThat(status.conditions())
                .anyMatch(it -> it.type() == Condition.Type.VALID
                        && it.status() == Condition.Status.FALSE
                        && it.message().contains("bad.yaml:3:1"));
        assertThat(status.whyNoPlan()).isEqualTo("no desired state has ever loaded: bad.yaml:3:1: unknown key");
        assertThat(clouds).isEmpty();
    }

    @Test
    void anEnvironmentWhoseFirstPassBreaksSaysWhyNobodyLooked() {
        declare("a", HERE, "1");
        ledger.failNext(1000);

        passesWithin(Duration.ofSeconds(1));

        assertThat(board.find("a").orElseThrow().whyNoPlan())
                .isEqualTo("recall a in the ledger at memory failed: refused by the test");
    }

    @Test
    void aBrokenPassIsReportedAndTheNextOneStartsAfresh() {
        declare("a", HERE, "1");
        passesWithin(Duration.ofSeconds(1));
        ledger.failNext(1);
        reconciler.request("a");

        passesWithin(Duration.ofSeconds(1));
        EnvironmentStatus broken = board.find("a").orElseThrow();
        passesWithin(Duration.ofSeconds(70));

        assertThat(broken.conditions())
                .anyMatch(
                        it -> it.type() == Condition.Type.STALLED && it.reason().equals("LedgerUnavailable"));
        assertThat(board.find("a").orElseThrow().sync()).isEqualTo(Sync.SYNCED);
    }

    @Test
    void aLedgerThatStaysAwayIsToldOnceAndInOneLine() {
        // Given
        declare("a", HERE, "1");
        passesWithin(Duration.ofSeconds(1));
        ledger.failNext(1000);
        try (Heard heard = Heard.from()) {
            // When
            passesWithin(Duration.ofMinutes(10));

            // Then
            assertThat(heard.lines())
                    .filteredOn(it -> !it.startsWith("FINE") && !it.startsWith("DEBUG"))
                    .singleElement()
                    .satisfies(it -> assertThat(it)
                            .contains("environment=a reason=LedgerUnavailable")
                            .endsWith("each pass tries again"));
        }
    }

    @Test
    void onceStoppedNothingStarts() {
        declare("a", HERE, "1");
        reconciler.stop();

        assertThat(passesWithin(Duration.ofMinutes(2))).isZero();
        assertThat(readings).isZero();
    }

    /** A widget somebody keeps changing back, and what a person says of one of its fields. */
    private Resumption contended() {
        source.add(new Loaded("test", Optional.of(Widgets.desired(Widget.named("w"))), Flaws.none()));
        passesWithin(Duration.ofSeconds(1));
        TurnBack often = new TurnBack(3, clock.instant(), clock.instant(), "9f2c1e7", "7", Optional.empty());
        Remembered contended = Remembered.nothing(Widgets.id("w"), "w")
                .turnedBack(new TreeMap<>(Map.of("size", often, "tags", often)));
        ledger.keep(contended);
        return new Resumption("test", contended.id().toString(), new TreeSet<>(Set.of("size")));
    }

    private Set<String> turnedBack() {
        return ledger.recall("test").resources().stream()
                .flatMap(it -> it.turnedBack().keySet().stream())
                .collect(Collectors.toSet());
    }

    @Test
    void aContendedFieldIsEnforcedAgainByTheNextPassAndNoOtherIs() {
        // Given
        Resumption word = contended();

        // When
        ledger.keep(word);
        boolean isKnown = reconciler.hurry("test");
        reconciler.tick();
        run();

        // Then
        assertThat(isKnown).isTrue();
        assertThat(turnedBack()).containsExactly("tags");
        assertThat(ledger.resumptions("test")).isEmpty();
    }

    /** A pass writes what it knew before, so that only a later one can hear it. */
    @Test
    void whatIsSaidWhileAPassRunsIsHeardByTheNextOne() {
        // Given
        Resumption word = contended();
        whileAPassRuns = () -> ledger.keep(word);
        reconciler.hurry("test");
        reconciler.tick();
        run();
        whileAPassRuns = () -> {};

        // When
        reconciler.hurry("test");
        reconciler.tick();
        run();

        // Then
        assertThat(turnedBack()).containsExactly("tags");
    }

    @Test
    void whatWasSaidOutlivesAProcessThatDiesAtAnyWrite() {
        // Given
        Resumption word = contended();
        Remembered contended = ledger.recall("test").resources().get(0);
        for (int write = 1; write <= 3; write++) {
            ledger.keep(contended);
            ledger.keep(word);
            AtomicInteger left = new AtomicInteger(write);
            ledger.beforeEachWrite(attempted -> {
                if (left.decrementAndGet() == 0) {
                    throw new Died();
                }
            });
            reconciler = reconciler();
            reconciler.tick();
            assertThatThrownBy(this::run).as("at write " + write).isInstanceOf(Died.class);
            ledger.beforeEachWrite(attempted -> {});

            // When
            reconciler = reconciler();
            reconciler.tick();
            run();

            // Then
            assertThat(turnedBack()).as("after write " + write).containsExactly("tags");
            assertThat(ledger.resumptions("test")).isEmpty();
        }
    }

    @Test
    void whatIsSaidInAPassOutlivesTheProcessThatDiesInIt() {
        // Given
        Resumption word = contended();
        whileAPassRuns = () -> {
            ledger.keep(word);
            throw new Died();
        };
        reconciler.hurry("test");
        reconciler.tick();
        assertThatThrownBy(this::run).isInstanceOf(Died.class);
        whileAPassRuns = () -> {};

        // When
        reconciler = reconciler();
        reconciler.tick();
        run();

        // Then
        assertThat(turnedBack()).containsExactly("tags");
    }

    /** What no pass survives. */
    private static final class Died extends Error {
        private static final long serialVersionUID = 1;
    }

    @Test
    void nobodyIsToldThatAPassComesWhereNobodyLooks() {
        assertThat(reconciler.hurry("nowhere")).isFalse();
    }
}
