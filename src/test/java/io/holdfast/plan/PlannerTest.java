package io.holdfast.plan;

import static io.holdfast.model.Widgets.ACCOUNT;
import static io.holdfast.model.Widgets.NOON;
import static io.holdfast.model.Widgets.adopting;
import static io.holdfast.model.Widgets.declared;
import static io.holdfast.model.Widgets.desired;
import static io.holdfast.model.Widgets.facts;
import static io.holdfast.model.Widgets.id;
import static io.holdfast.model.Widgets.live;
import static io.holdfast.model.Widgets.ours;
import static org.assertj.core.api.Assertions.assertThat;

import io.holdfast.drift.DriftDetector;
import io.holdfast.model.Attempt;
import io.holdfast.model.Change;
import io.holdfast.model.Change.Action;
import io.holdfast.model.DesiredState;
import io.holdfast.model.DriftReport;
import io.holdfast.model.Excuse;
import io.holdfast.model.Facts;
import io.holdfast.model.Fault;
import io.holdfast.model.Impact;
import io.holdfast.model.Intent;
import io.holdfast.model.LiveState;
import io.holdfast.model.Memory;
import io.holdfast.model.Mode;
import io.holdfast.model.Observed;
import io.holdfast.model.Ownership;
import io.holdfast.model.Plan;
import io.holdfast.model.Remembered;
import io.holdfast.model.Standing;
import io.holdfast.model.Step;
import io.holdfast.model.Verdict;
import io.holdfast.model.Widget;
import io.holdfast.model.WidgetKind;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class PlannerTest {
    private final Widget one = Widget.named("a").withSize(1);
    private final Widget two = Widget.named("a").withSize(2);

    private static Plan plan(DesiredState desired, LiveState live, Memory memory, Instant now) {
        DriftReport report = DriftDetector.detect(desired, live, memory, now);
        return Planner.plan(new Situation(report, Optional.of(ACCOUNT), Standing.none(), now));
    }

    private static Plan plan(DesiredState desired, LiveState live) {
        return plan(desired, live, Memory.empty(), NOON);
    }

    private static Change only(Plan plan) {
        assertThat(plan.changes()).hasSize(1);
        return plan.changes().get(0);
    }

    private static String reason(Plan plan) {
        return only(plan).verdict().reason();
    }

    @Test
    void whatIsInSyncNeedsNoChange() {
        assertThat(plan(desired(one), live(one)).isEmpty()).isTrue();
    }

    @Test
    void whatIsMissingIsCreated() {
        Change change = only(plan(desired(one), live(Map.of("a", Observed.absent()))));

        assertThat(change.action()).isEqualTo(Action.CREATE);
        assertThat(change.calls()).containsExactly("test:CreateWidget");
        assertThat(change.verdict().mayProceed()).isTrue();
    }

    @Test
    void anUnseenResourceIsNeverCreated() {
        Fault fault = new Fault(Fault.Kind.THROTTLED, "test:Describe", "Throttling", "slow down");

        assertThat(plan(desired(one), live(Map.of("a", Observed.unseen(fault)))).isEmpty())
                .isTrue();
    }

    @Test
    void anUpdateSendsTheDifferingFieldsOnlyCallByCall() {
        Widget asked = two.withColour("red").withFloor(5);
        Widget found = one.withColour("blue").withFloor(9);

        Change change = only(plan(desired(asked), live(found)));

        assertThat(change.steps())
                .containsExactly(
                        new Step("test:ChangeWidget", List.of("size")), new Step("test:Paint", List.of("colour")));
    }

    @Test
    void aChangeCostsItsWorstField() {
        Change change = only(plan(desired(two.withVersion("2")), live(one.withVersion("1"))));

        assertThat(change.impact()).isEqualTo(Impact.ROLLOUT);
    }

    @Test
    void observeOnlyReportsAndProposeAsks() {
        DesiredState observing = desired(Mode.OBSERVE, declared(new WidgetKind(), two));
        DesiredState proposing = desired(Mode.PROPOSE, declared(new WidgetKind(), two));

        assertThat(reason(plan(observing, live(one)))).isEqualTo("Observing");
        assertThat(only(plan(proposing, live(one))).verdict()).isInstanceOf(Verdict.NeedsApproval.class);
        assertThat(reason(plan(proposing, live(one)))).isEqualTo("Proposed");
    }

    @Test
    void nothingIsWrittenInTheWrongAccount() {
        DriftReport report = DriftDetector.detect(desired(two), live(one), Memory.empty(), NOON);

        Plan plan = Planner.plan(new Situation(report, Optional.of("999999999999"), Standing.none(), NOON));

        assertThat(reason(plan)).isEqualTo("WrongAccount");
    }

    @Test
    void whatBelongsToSomebodyElseIsNeverTouched() {
        assertThat(reason(owned(Ownership.foreign("holdfast-2"), true))).isEqualTo("Foreign");
        assertThat(reason(owned(Ownership.unknown(), true))).isEqualTo("OwnerUnknown");
    }

    @Test
    void whatCarriesNobodysMarkIsAdoptedOnlyIfTheYamlSaysSo() {
        Change unasked = only(owned(Ownership.unowned(), false));
        Change asked = only(owned(Ownership.unowned(), true));

        assertThat(unasked.verdict().reason()).isEqualTo("Unowned");
        assertThat(asked.action()).isEqualTo(Action.ADOPT);
        assertThat(asked.verdict().mayProceed()).isTrue();
        assertThat(asked.calls()).as("adopting changes nothing else").containsExactly("test:Tag");
    }

    private Plan owned(Ownership ownership, boolean adopt) {
        var declared = declared(new WidgetKind(), two);
        Observed<Widget> observed = Observed.present(one, Facts.of("arn:test:a", ownership));
        return plan(desired(Mode.ENFORCE, adopt ? adopting(declared) : declared), live(Map.of("a", observed)));
    }

    @Test
    void nothingIsSentWhileAwsIsBusyWithIt() {
        Observed<Widget> busy = Observed.present(one, facts(one).underway("a deployment is in progress"));

        assertThat(reason(plan(desired(two), live(Map.of("a", busy))))).isEqualTo("Underway");
    }

    @Test
    void aReplacementWaitsForAPersonAndLeavesTheOtherFieldsFree() {
        Widget found = Widget.named("A").withSize(1);

        Plan plan = plan(desired(two), live(Map.of("a", ours(found))));

        assertThat(plan.changes()).extracting(Change::action).containsExactly(Action.UPDATE, Action.REPLACE);
        assertThat(plan.changes().get(0).steps().get(0).paths()).containsExactly("size");
        assertThat(plan.changes().get(1).verdict().reason()).isEqualTo("ReplaceRequired");
        assertThat(plan.changes().get(1).verdict()).isInstanceOf(Verdict.NeedsApproval.class);
    }

    @Test
    void aHeldFieldWaitsAndLeavesTheOthersFree() {
        Excuse cooldown = Excuse.cooldown("size", "not for six hours", NOON.plusSeconds(60));
        Observed<Widget> observed =
                Observed.present(one.withColour("blue"), facts(one).excused(List.of(cooldown)));

        Plan both = plan(desired(two.withColour("red")), live(Map.of("a", observed)));
        Plan heldOnly = plan(desired(two.withColour("blue")), live(Map.of("a", observed)));

        assertThat(only(both).steps()).containsExactly(new Step("test:Paint", List.of("colour")));
        assertThat(only(both).verdict().mayProceed()).isTrue();
        assertThat(only(heldOnly).verdict())
                .isEqualTo(Verdict.holdUntil(NOON.plusSeconds(60), "Cooldown", "size: not for six hours"));
    }

    @Test
    void aCreateThatMayHaveWorkedIsDoubtedBeforeItIsRepeated() {
        Remembered begun = Remembered.nothing(id("a"), "a").with(Optional.of(new Intent("token", NOON)));
        LiveState absent = live(Map.of("a", Observed.absent()));

        Plan soon = plan(desired(one), absent, new Memory(List.of(begun)), NOON.plusSeconds(60));
        Plan later = plan(desired(one), absent, new Memory(List.of(begun)), NOON.plusSeconds(121));

        assertThat(reason(soon)).isEqualTo("NotVisibleYet");
        assertThat(only(later).verdict().mayProceed()).isTrue();
    }

    @Test
    void aFailedChangeIsLeftAloneForAWhileUnlessSomethingMoved() {
        Change first = only(plan(desired(two), live(one)));
        Fault fault = new Fault(Fault.Kind.INVALID, "test:ChangeWidget", "ValidationException", "no");
        Attempt attempt = new Attempt(first.subject().fingerprint(), "9f2c1e7", 1, NOON.plusSeconds(60), fault);
        Memory failed = new Memory(List.of(first.subject().memory().attempted(Optional.of(attempt))));

        Plan tooSoon = plan(desired(two), live(one), failed, NOON.plusSeconds(30));
        Plan inTime = plan(desired(two), live(one), failed, NOON.plusSeconds(61));
        Plan another = plan(desired(two.withSize(3)), live(one), failed, NOON.plusSeconds(30));

        assertThat(reason(tooSoon)).isEqualTo("Stalled");
        assertThat(only(inTime).verdict().mayProceed()).isTrue();
        assertThat(only(another).verdict().mayProceed()).isTrue();
    }

    @Test
    void whatOthersNeedIsMadeFirstAndTheyComeAlong() {
        WidgetKind kind = new WidgetKind().needing("b", "a");
        DesiredState both = desired(Mode.ENFORCE, declared(kind, one), declared(kind, Widget.named("b")));

        Plan plan = plan(both, live(Map.of("a", Observed.absent(), "b", Observed.absent())));

        assertThat(plan.changes()).extracting(it -> it.id().name()).containsExactly("a", "b");
        assertThat(plan.changes()).allMatch(it -> it.verdict().mayProceed());
    }

    @Test
    void whoNeedsSomethingUnseenOrHeldWaits() {
        WidgetKind kind = new WidgetKind().needing("b", "a");
        DesiredState both = desired(Mode.ENFORCE, declared(kind, one), declared(kind, Widget.named("b")));
        Fault fault = new Fault(Fault.Kind.DENIED, "test:Describe", "AccessDenied", "no");
        Remembered begun = Remembered.nothing(id("a"), "a").with(Optional.of(new Intent("token", NOON)));

        Plan unseen = plan(both, live(Map.of("a", Observed.unseen(fault), "b", Observed.absent())));
        Plan held = plan(
                both,
                live(Map.of("a", Observed.absent(), "b", Observed.absent())),
                new Memory(List.of(begun)),
                NOON.plusSeconds(1));

        assertThat(reason(unseen)).isEqualTo("DependencyUnseen");
        assertThat(held.changes().get(1).verdict().reason()).isEqualTo("DependencyMissing");
    }

    @Test
    void nothingIsMadeForAResourceThatMayNotUseIt() {
        WidgetKind kind = new WidgetKind().following("b", "a");
        Widget follower = Widget.named("b").withVersion("1");
        Observed<Widget> busy = Observed.present(follower, facts(follower).underway("a deployment is in progress"));

        Plan plan = plan(
                desired(Mode.ENFORCE, declared(kind, two), declared(kind, follower)),
                live(Map.of("a", ours(one), "b", busy)));

        assertThat(plan.changes()).extracting(it -> it.verdict().reason()).containsExactly("Underway", "Underway");
    }

    @Test
    void aPlanIsKnownByWhatItIsBoundTo() {
        Plan plan = plan(desired(two), live(one));

        assertThat(plan.id()).isEqualTo(plan(desired(two), live(one)).id());
        assertThat(plan.id())
                .isNotEqualTo(plan(desired(two.withSize(3)), live(one)).id());
        assertThat(plan.id())
                .isNotEqualTo(plan(desired(two), live(one.withSize(9))).id());
    }
}
