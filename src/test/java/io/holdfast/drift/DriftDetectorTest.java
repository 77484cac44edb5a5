package io.holdfast.drift;

import static io.holdfast.model.Widgets.NOON;
import static io.holdfast.model.Widgets.declared;
import static io.holdfast.model.Widgets.desired;
import static io.holdfast.model.Widgets.facts;
import static io.holdfast.model.Widgets.id;
import static io.holdfast.model.Widgets.live;
import static io.holdfast.model.Widgets.ours;
import static org.assertj.core.api.Assertions.assertThat;

import io.holdfast.model.Cause;
import io.holdfast.model.DesiredState;
import io.holdfast.model.DriftReport;
import io.holdfast.model.Excuse;
import io.holdfast.model.Excuse.Reason;
import io.holdfast.model.Expectation;
import io.holdfast.model.Fault;
import io.holdfast.model.FieldDrift;
import io.holdfast.model.Health;
import io.holdfast.model.Intent;
import io.holdfast.model.LiveState;
import io.holdfast.model.Memory;
import io.holdfast.model.Mode;
import io.holdfast.model.Normal;
import io.holdfast.model.Observed;
import io.holdfast.model.Ownership;
import io.holdfast.model.Remembered;
import io.holdfast.model.ResourceDrift;
import io.holdfast.model.Rollout;
import io.holdfast.model.Suppressed;
import io.holdfast.model.Sync;
import io.holdfast.model.Timetable;
import io.holdfast.model.Undeclared;
import io.holdfast.model.Widget;
import io.holdfast.model.WidgetKind;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class DriftDetectorTest {
    private final Widget one = Widget.named("a").withSize(1);
    private final Widget two = Widget.named("a").withSize(2);

    private static DriftReport detect(DesiredState desired, LiveState live, Memory memory, Instant now) {
        return DriftDetector.detect(desired, live, memory, now);
    }

    private static ResourceDrift only(DriftReport report) {
        return report.resources().get(0);
    }

    /** What is remembered once desired and live have agreed. */
    private static Memory agreedOn(Widget widget) {
        return memoryOf(detect(desired(widget), live(widget), Memory.empty(), NOON));
    }

    private static Memory memoryOf(DriftReport report) {
        return new Memory(report.resources().stream().map(ResourceDrift::memory).toList());
    }

    private static Memory expecting(Memory memory, Expectation expectation) {
        return new Memory(List.of(memory.resources().get(0).expecting(Optional.of(expectation))));
    }

    private static Optional<Cause> cause(Widget applied, Widget desired, Widget live) {
        return only(detect(desired(desired), live(live), agreedOn(applied), NOON))
                .cause();
    }

    @Test
    void whoMovedIsToldByThreeWayComparison() {
        Widget three = Widget.named("a").withSize(3);

        assertThat(cause(one, one, one)).isEmpty();
        assertThat(cause(one, two, one)).contains(Cause.PENDING_CHANGE);
        assertThat(cause(one, one, two)).contains(Cause.LIVE_DRIFT);
        assertThat(cause(one, two, three)).contains(Cause.CONFLICT);
    }

    @Test
    void withoutMemoryNobodyCanSayWhoMoved() {
        ResourceDrift drift = only(detect(desired(one), live(two), Memory.empty(), NOON));

        assertThat(drift.cause()).contains(Cause.FIRST_OBSERVATION);
        assertThat(drift.fields().get(0).lastApplied()).isEmpty();
    }

    @Test
    void aMemberTakenOutOfTheYamlIsAPendingChangeAndOneAddedLiveIsDrift() {
        Widget left = Widget.named("a").withPart("left", Widget.Part.of(1));
        Widget both = left.withPart("right", Widget.Part.of(1));

        assertThat(cause(both, left, both)).contains(Cause.PENDING_CHANGE);
        assertThat(cause(left, left, both)).contains(Cause.LIVE_DRIFT);
        assertThat(cause(left, both, left)).contains(Cause.PENDING_CHANGE);
        assertThat(cause(both, both, left)).contains(Cause.LIVE_DRIFT);
    }

    @Test
    void aSecretThatMovedIsToldByItsDigest() {
        Widget old = Widget.named("a").withSecret("K", "1");
        Widget other = Widget.named("a").withSecret("K", "2");

        assertThat(cause(old, other, old)).contains(Cause.PENDING_CHANGE);
        assertThat(cause(old, old, other)).contains(Cause.LIVE_DRIFT);
    }

    @Test
    void sinceStaysPutWhileTheFieldDiffers() {
        DriftReport first = detect(desired(one), live(two), agreedOn(one), NOON);

        DriftReport later = detect(desired(one), live(one.withSize(9)), memoryOf(first), NOON.plusSeconds(600));

        assertThat(only(later).since()).contains(NOON);
        assertThat(only(later).fields().get(0).since()).isEqualTo(NOON);
    }

    @Test
    void sinceBeginsAnewAfterAgreement() {
        Memory drifted = memoryOf(detect(desired(one), live(two), agreedOn(one), NOON));
        Memory healed = memoryOf(detect(desired(one), live(one), drifted, NOON.plusSeconds(60)));

        DriftReport again = detect(desired(one), live(two), healed, NOON.plusSeconds(120));

        assertThat(only(again).since()).contains(NOON.plusSeconds(120));
    }

    @Test
    void aDifferenceSaysWhereItWasDeclared() {
        FieldDrift field = only(detect(desired(one), live(two), Memory.empty(), NOON))
                .fields()
                .get(0);

        assertThat(field.declaredAt()).hasToString("environments/test.yaml:12:7");
    }

    @Test
    void anAbsentResourceIsMissing() {
        DriftReport report = detect(desired(one), live(Map.of("a", Observed.absent())), Memory.empty(), NOON);

        assertThat(only(report).cause()).contains(Cause.MISSING);
        assertThat(only(report).health().status()).isEqualTo(Health.Status.MISSING);
        assertThat(report.sync()).isEqualTo(Sync.OUT_OF_SYNC);
    }

    @Test
    void anUnseenResourceIsNeitherMissingNorInSync() {
        Fault denied = new Fault(Fault.Kind.DENIED, "test:Describe", "AccessDenied", "no");

        DriftReport report = detect(desired(one), live(Map.of("a", Observed.unseen(denied))), agreedOn(one), NOON);

        assertThat(only(report).sync()).isEqualTo(Sync.UNKNOWN);
        assertThat(only(report).cause()).isEmpty();
        assertThat(report.sync()).isEqualTo(Sync.UNKNOWN);
        assertThat(report.isComplete()).isFalse();
        assertThat(report.notSeen()).containsEntry(id("a"), denied);
    }

    @Test
    void aResourceNobodyLookedAtIsUnseen() {
        DriftReport report = detect(desired(one), live(Map.of()), Memory.empty(), NOON);

        assertThat(only(report).sync()).isEqualTo(Sync.UNKNOWN);
    }

    @Test
    void aDelegatedFieldIsListedAndNeverDrifts() {
        DriftReport report = withExcuse(one, two, Excuse.delegated("size", "owned by Application Auto Scaling"));

        assertThat(report.sync()).isEqualTo(Sync.SYNCED);
        assertThat(report.suppressed())
                .containsExactly(
                        new Suppressed(id("a"), "size", Reason.DELEGATED, "owned by Application Auto Scaling"));
    }

    @Test
    void aValueThatWaitsForTheWindowIsNoDrift() {
        DriftReport report = withExcuse(two, one, Excuse.coming("size", Reason.PENDING_WINDOW, 2, "on Sunday"));

        assertThat(report.sync()).isEqualTo(Sync.SYNCED);
        assertThat(report.suppressed()).extracting(Suppressed::reason).containsExactly(Reason.PENDING_WINDOW);
    }

    @Test
    void aParkedValueNobodyAskedForIsDriftAlthoughLiveStillAgrees() {
        DriftReport report = withExcuse(one, one, Excuse.coming("size", Reason.PENDING_WINDOW, 7, "on Sunday"));

        assertThat(only(report).fields()).extracting(FieldDrift::path).containsExactly("size");
        assertThat(only(report).fields().get(0).difference().live()).contains(Normal.of(7));
    }

    @Test
    void aCooldownKeepsTheDriftAndHoldsIt() {
        Excuse cooldown = Excuse.cooldown("size", "6 hours between storage changes", NOON.plusSeconds(3600));

        FieldDrift field = only(withExcuse(two, one, cooldown)).fields().get(0);

        assertThat(field.hold()).contains(cooldown);
    }

    private DriftReport withExcuse(Widget asked, Widget found, Excuse excuse) {
        Observed<Widget> observed = Observed.present(found, facts(found).excused(List.of(excuse)));
        return detect(desired(asked), live(Map.of("a", observed)), agreedOn(found), NOON);
    }

    @Test
    void whatAScheduleHasSetIsAsScheduled() {
        Instant fired = NOON.minus(Duration.ofHours(3));

        DriftReport asScheduled = atNight(0, fired);
        DriftReport turnedBack = atNight(1, fired);
        DriftReport justFired = atNight(1, NOON.minusSeconds(30));

        assertThat(asScheduled.sync()).isEqualTo(Sync.SYNCED);
        assertThat(asScheduled.suppressed()).extracting(Suppressed::reason).containsExactly(Reason.AS_SCHEDULED);
        assertThat(only(turnedBack).fields().get(0).hold().map(Excuse::reason)).contains(Reason.AS_SCHEDULED);
        assertThat(justFired.sync()).isEqualTo(Sync.SYNCED);
    }

    @Test
    void aScheduleThatMayBeYoungerThanItsLastTimeLeavesTheDeclaredValueRightToo() {
        Instant fired = NOON.minus(Duration.ofHours(3));

        DriftReport asDeclared = atNight(1, fired, false);
        DriftReport asScheduled = atNight(0, fired, false);
        DriftReport asNeither = atNight(5, fired, false);

        assertThat(asDeclared.sync()).isEqualTo(Sync.SYNCED);
        assertThat(asDeclared.suppressed()).isEmpty();
        assertThat(asScheduled.suppressed()).extracting(Suppressed::reason).containsExactly(Reason.AS_SCHEDULED);
        assertThat(only(asNeither).fields().get(0).hold().map(Excuse::reason)).contains(Reason.AS_SCHEDULED);
    }

    private DriftReport atNight(int size, Instant fired) {
        return atNight(size, fired, true);
    }

    private DriftReport atNight(int size, Instant fired, boolean certain) {
        Timetable night = new Timetable(id("a"), fired, Map.of("size", 0), "night", certain);
        WidgetKind kind = new WidgetKind().scheduling(night);
        return detect(
                desired(Mode.ENFORCE, declared(kind, one)),
                live(Widget.named("a").withSize(size)),
                agreedOn(one),
                NOON);
    }

    @Test
    void ourOwnChangeUnderwayIsNoDrift() {
        Expectation asked = expectation(two, true, List.of("size"), NOON);
        Memory memory = expecting(agreedOn(one), asked);
        Observed<Widget> modifying = Observed.present(one, facts(one).underway("modifying"));

        DriftReport report = detect(desired(two), live(Map.of("a", modifying)), memory, NOON.plusSeconds(300));

        assertThat(report.sync()).isEqualTo(Sync.SYNCED);
        assertThat(report.suppressed()).extracting(Suppressed::reason).containsExactly(Reason.IN_PROGRESS);
    }

    @Test
    void readbackProvesAChange() {
        Memory memory = expecting(agreedOn(one), expectation(two, true, List.of("size"), NOON));

        DriftReport report = detect(desired(two), live(two), memory, NOON.plusSeconds(300));

        assertThat(only(report).memory().expectation()).isEmpty();
        assertThat(report.sync()).isEqualTo(Sync.SYNCED);
    }

    @Test
    void whatReadbackHasProvedIsOverAtOnceAndALaterDifferenceIsDriftAgain() {
        Memory memory = expecting(agreedOn(one), expectation(two, true, List.of(), NOON));
        Memory proved = memoryOf(detect(desired(two), live(two), memory, NOON.plusSeconds(10)));

        DriftReport meddled = detect(desired(two), live(one), proved, NOON.plusSeconds(20));

        assertThat(proved.resources().get(0).expectation()).isEmpty();
        assertThat(only(meddled).cause()).contains(Cause.LIVE_DRIFT);
    }

    @Test
    void anOldValueInASteadyStateMeansThatAwsUndidIt() {
        Memory memory = expecting(agreedOn(one), expectation(two, true, List.of("size"), NOON));

        DriftReport report = detect(desired(two), live(one), memory, NOON.plusSeconds(300));

        assertThat(only(report).memory().rejection().map(it -> it.reason())).contains(Reason.REJECTED);
        assertThat(only(report).fields().get(0).hold().map(Excuse::reason)).contains(Reason.REJECTED);
        assertThat(only(report).health().status()).isEqualTo(Health.Status.DEGRADED);
    }

    @Test
    void aChangeThatMayNeverHaveArrivedIsNotCalledRefused() {
        Memory memory = expecting(agreedOn(one), expectation(two, false, List.of("size"), NOON));

        DriftReport report = detect(desired(two), live(one), memory, NOON.plusSeconds(300));

        assertThat(only(report).memory().rejection()).isEmpty();
        assertThat(only(report).memory().expectation()).isEmpty();
        assertThat(only(report).fields().get(0).hold()).isEmpty();
    }

    @Test
    void aRefusalIsForgottenOnceTheYamlAsksForSomethingElse() {
        Memory memory = expecting(agreedOn(one), expectation(two, true, List.of("size"), NOON));
        Memory refused = memoryOf(detect(desired(two), live(one), memory, NOON.plusSeconds(300)));

        DriftReport other = detect(desired(one.withSize(3)), live(one), refused, NOON.plusSeconds(400));

        assertThat(only(other).fields().get(0).hold()).isEmpty();
    }

    @Test
    void aRolloutIsJudgedByWhatAwsSaysOfIt() {
        assertThat(afterRollout(Rollout.Status.UNDERWAY).expectation()).isPresent();
        assertThat(afterRollout(Rollout.Status.COMPLETED).expectation()).isEmpty();
        assertThat(afterRollout(Rollout.Status.COMPLETED).rejection()).isEmpty();
        assertThat(afterRollout(Rollout.Status.ROLLED_BACK).rejection().map(it -> it.reason()))
                .contains(Reason.ROLLED_BACK);
    }

    private Remembered afterRollout(Rollout.Status status) {
        Expectation expectation =
                new Expectation(digest(two), "deployment-1", List.of("size"), true, NOON, NOON.plusSeconds(3600));
        Observed<Widget> observed =
                Observed.present(one, facts(one).rollingOut(new Rollout("deployment-1", status, "says AWS")));
        DriftReport report = detect(
                desired(two),
                live(Map.of("a", observed)),
                expecting(agreedOn(one), expectation),
                NOON.plusSeconds(300));
        return only(report).memory();
    }

    @Test
    void aChangePastItsDeadlineIsReportedAndStillAwaited() {
        Memory memory = expecting(agreedOn(one), expectation(two, true, List.of("size"), NOON));
        Observed<Widget> stuck = Observed.present(one, facts(one).underway("modifying"));

        DriftReport report = detect(desired(two), live(Map.of("a", stuck)), memory, NOON.plusSeconds(7200));

        assertThat(only(report).health().status()).isEqualTo(Health.Status.DEGRADED);
        assertThat(only(report).memory().expectation()).isPresent();
        assertThat(only(report).fields()).hasSize(1);
    }

    private static Expectation expectation(Widget asked, boolean accepted, List<String> paths, Instant since) {
        return new Expectation(digest(asked), "", paths, accepted, since, since.plusSeconds(3600));
    }

    private static String digest(Widget widget) {
        return only(detect(desired(widget), live(widget), Memory.empty(), NOON)).digest();
    }

    @Test
    void aFieldThatFollowsAnotherResourceDiffersWhileThatOneDoes() {
        WidgetKind kind = new WidgetKind().following("b", "a");
        Widget follower = Widget.named("b").withVersion("1");
        DesiredState both = desired(Mode.ENFORCE, declared(kind, two), declared(kind, follower));
        Memory agreed = memoryOf(detect(
                desired(Mode.ENFORCE, declared(kind, one), declared(kind, follower)),
                live(one, follower),
                Memory.empty(),
                NOON));

        DriftReport behind = detect(both, live(one, follower), agreed, NOON);
        DriftReport level = detect(both, live(two, follower), agreed, NOON);

        assertThat(behind.resources().get(1).fields())
                .extracting(FieldDrift::path, FieldDrift::cause)
                .containsExactly(org.assertj.core.groups.Tuple.tuple("version", Cause.PENDING_CHANGE));
        assertThat(level.sync()).isEqualTo(Sync.SYNCED);
        assertThat(behind.resources().get(1).digest())
                .as("another wish for the one it follows is another wish for it")
                .isNotEqualTo(detect(
                                desired(Mode.ENFORCE, declared(kind, one), declared(kind, follower)),
                                live(one, follower),
                                agreed,
                                NOON)
                        .resources()
                        .get(1)
                        .digest());
    }

    @Test
    void aCreateThatWasBegunIsProgressingNotMissing() {
        Remembered begun = Remembered.nothing(id("a"), "a").with(Optional.of(new Intent("token", NOON)));

        DriftReport report =
                detect(desired(one), live(Map.of("a", Observed.absent())), new Memory(List.of(begun)), NOON);

        assertThat(only(report).health().status()).isEqualTo(Health.Status.PROGRESSING);
    }

    @Test
    void seeingAResourceSettlesTheIntentToCreateIt() {
        Remembered begun = Remembered.nothing(id("a"), "a").with(Optional.of(new Intent("token", NOON)));

        DriftReport report = detect(desired(one), live(one), new Memory(List.of(begun)), NOON);

        assertThat(only(report).memory().intent()).isEmpty();
    }

    @Test
    void whatIsOursAndDeclaredNoLongerIsAStray() {
        Remembered known = Remembered.nothing(id("old"), "old");
        LiveState state = new LiveState(
                NOON,
                Map.of(id("a"), ours(one)),
                List.of(new Undeclared<>(new WidgetKind(), known, ours(Widget.named("old")))));

        DriftReport report = detect(desired(one), state, Memory.empty(), NOON);

        assertThat(report.strays()).extracting(it -> it.key()).containsExactly("old");
        assertThat(report.byCause()).containsEntry(Cause.STRAY, 1L);
    }

    @Test
    void whatSomebodyElseOwnsIsNoStrayOfOurs() {
        Remembered known = Remembered.nothing(id("old"), "old");
        Widget old = Widget.named("old");
        Observed<Widget> foreign =
                Observed.present(old, io.holdfast.model.Facts.of("arn", Ownership.foreign("another")));

        DriftReport report = detect(
                desired(one),
                new LiveState(
                        NOON, Map.of(id("a"), ours(one)), List.of(new Undeclared<>(new WidgetKind(), known, foreign))),
                Memory.empty(),
                NOON);

        assertThat(report.strays()).isEmpty();
    }

    @Test
    void theSameInputGivesTheSameReport() {
        DesiredState desired = desired(two, Widget.named("b").withZones("y", "x"));
        LiveState live = live(one, Widget.named("b").withZones("x"));

        assertThat(detect(desired, live, agreedOn(one), NOON)).isEqualTo(detect(desired, live, agreedOn(one), NOON));
    }
}
