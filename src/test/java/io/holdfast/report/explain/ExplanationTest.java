package io.holdfast.report.explain;

import static io.holdfast.model.Widgets.desired;
import static io.holdfast.model.Widgets.live;
import static org.assertj.core.api.Assertions.assertThat;

import io.holdfast.ledger.RecordedEvent;
import io.holdfast.model.Actor;
import io.holdfast.model.Event;
import io.holdfast.model.Fault;
import io.holdfast.model.Mode;
import io.holdfast.model.Observed;
import io.holdfast.model.Plan;
import io.holdfast.model.Widget;
import io.holdfast.model.WidgetKind;
import io.holdfast.model.Widgets;
import io.holdfast.report.Plans;
import io.holdfast.report.document.ExplainedDocument;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class ExplanationTest {
    private static final String ID = "test/widget/a";

    private final Widget hundred = Widget.named("a").withSize(101);

    private static ExplainedDocument explained(Plan plan) {
        return new Explanation(plan, Plans.LATER, List.of()).of(ID, Optional.empty());
    }

    private static ExplainedDocument.Field field(Plan plan, String path) {
        return new Explanation(plan, Plans.LATER, List.of())
                .of(ID, Optional.of(path))
                .fields()
                .get(0);
    }

    @Test
    void whatDiffersIsExplainedByWhoMovedAndTheLineThatAsks() {
        // When
        ExplainedDocument explained = explained(Plans.drifted(hundred, hundred.withSize(51)));

        // Then
        assertThat(explained.state()).isEqualTo("Drifted");
        assertThat(explained.why()).isEqualTo("1 field differs (LiveDrift)");
        assertThat(explained.next()).startsWith("update with test:ChangeWidget in the next pass");
        assertThat(explained.fields()).singleElement().satisfies(it -> {
            assertThat(it.path()).isEqualTo("size");
            assertThat(it.why()).contains("somebody changed it in AWS");
            assertThat(it.desired()).hasToString("Optional[101]");
            assertThat(it.live()).hasToString("Optional[51]");
            assertThat(it.lastApplied()).hasToString("Optional[101]");
            assertThat(it.declaredAt()).hasToString("Optional[environments/test.yaml:12]");
        });
    }

    @Test
    void whereNobodyKnowsWhoMovedNobodyIsNamed() {
        ExplainedDocument.Field field = field(Plans.of(desired(hundred), live(hundred.withSize(51))), "size");

        assertThat(field.cause()).contains("FirstObservation");
        assertThat(field.why())
                .isEqualTo("the two have differed since they were first compared, and neither has moved since;"
                        + " nobody can say who did before");
    }

    @Test
    void aFieldInSyncIsShownWithItsValue() {
        ExplainedDocument.Field field = field(Plans.of(desired(hundred), live(hundred)), "size");

        assertThat(field.state()).isEqualTo("InSync");
        assertThat(field.live()).hasToString("Optional[101]");
    }

    @Test
    void aValueThatMayBeSecretIsNotShown() {
        Widget secret = hundred.withSecret("key", "hunter2");

        ExplainedDocument.Field field = field(Plans.of(desired(secret), live(secret)), "secrets.key");

        assertThat(field.state()).isEqualTo("InSync");
        assertThat(field.toString()).doesNotContain("hunter2").contains("(hidden)");
    }

    @Test
    void whatTheYamlLeavesOutIsToldFromWhatNobodyKnows() {
        Plan plan = Plans.of(desired(hundred), live(hundred));

        assertThat(field(plan, "colour").why()).contains("leaves it out");
        assertThat(field(plan, "parts.any.power").why()).contains("leaves it out");
        assertThat(field(plan, "clour").why()).contains("no field of this name");
    }

    @Test
    void whatWaitsForAPersonSaysForWhichPlan() {
        Plan plan = Plans.of(
                desired(Mode.PROPOSE, Widgets.declared(new WidgetKind(), hundred)), live(hundred.withSize(51)));

        ExplainedDocument explained = explained(plan);

        assertThat(explained.next()).contains("waits for a person").contains(plan.id());
        assertThat(explained.guardrails())
                .singleElement()
                .satisfies(it ->
                        assertThat(it.objections()).extracting("guardrail").containsExactly("Mode"));
    }

    @Test
    void whatCouldNotBeLookedAtIsNotMissing() {
        Fault throttled = new Fault(Fault.Kind.THROTTLED, "test:Describe", "Throttling", "slow down");

        ExplainedDocument explained =
                explained(Plans.of(desired(hundred), live(Map.of("a", Observed.unseen(throttled)))));

        assertThat(explained.state()).isEqualTo("Unseen");
        assertThat(explained.why()).contains("slow down");
        assertThat(explained(Plans.of(desired(hundred), live(Map.of("a", Observed.absent()))))
                        .state())
                .isEqualTo("Missing");
    }

    @Test
    void whatNothingDeclaresIsNotManaged() {
        Plan plan = Plans.of(desired(), live());

        assertThat(explained(plan).state()).isEqualTo("NotManaged");
    }

    @Test
    void theLastEventAndTheLastWordAreOfThisResourceAlone() {
        // Given
        Plan plan = Plans.drifted(hundred, hundred.withSize(51));
        Event other = new Event(Plans.LATER, "test", Optional.of(Widgets.id("ab")), "Updated", "another", "9f2c1e7");
        Event own = new Event(Plans.LATER, "test", Optional.of(Widgets.id("a")), "LiveDrift", "its own", "9f2c1e7");
        Event ofAnother = new Event(
                        Plans.LATER,
                        "test",
                        Optional.empty(),
                        "PlanApproved",
                        "approved create test/widget/ab",
                        "9f2c1e7")
                .by(Actor.byToken("ben"));
        Event word = new Event(
                        Plans.LATER,
                        "test",
                        Optional.empty(),
                        "PlanRejected",
                        "rejected update test/widget/a, x",
                        "9f2c1e7")
                .by(Actor.byToken("ana"));
        List<RecordedEvent> events = List.of(
                new RecordedEvent(4, other),
                new RecordedEvent(3, ofAnother),
                new RecordedEvent(2, own),
                new RecordedEvent(1, word));

        // When
        ExplainedDocument explained = new Explanation(plan, Plans.LATER, events).of(ID, Optional.empty());

        // Then
        assertThat(explained.lastEvent().orElseThrow().message()).isEqualTo("its own");
        assertThat(explained.lastWord().orElseThrow().actor().orElseThrow().name())
                .isEqualTo("ana");
    }
}
