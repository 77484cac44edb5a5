package io.holdfast.web;

import static io.holdfast.model.Widgets.ACCOUNT;
import static io.holdfast.model.Widgets.NOON;
import static io.holdfast.model.Widgets.declared;
import static io.holdfast.model.Widgets.desired;
import static io.holdfast.model.Widgets.id;
import static io.holdfast.model.Widgets.live;
import static io.holdfast.model.Widgets.ours;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasItem;

import io.holdfast.drift.DriftDetector;
import io.holdfast.model.Declared;
import io.holdfast.model.DesiredState;
import io.holdfast.model.DriftReport;
import io.holdfast.model.LiveState;
import io.holdfast.model.Location;
import io.holdfast.model.Memory;
import io.holdfast.model.Mode;
import io.holdfast.model.Pause;
import io.holdfast.model.Plan;
import io.holdfast.model.Remembered;
import io.holdfast.model.ResourceDrift;
import io.holdfast.model.Standing;
import io.holdfast.model.TurnBack;
import io.holdfast.model.Undeclared;
import io.holdfast.model.Widget;
import io.holdfast.model.WidgetKind;
import io.holdfast.model.policy.IgnoreRule;
import io.holdfast.model.policy.Policy;
import io.holdfast.model.policy.Selector;
import io.holdfast.plan.Planner;
import io.holdfast.plan.Situation;
import io.holdfast.report.EnvironmentStatus;
import io.holdfast.report.Operation;
import io.holdfast.report.Plans;
import io.holdfast.report.StatusBoard;
import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.test.junit.TestProfile;
import io.restassured.response.ValidatableResponse;
import jakarta.inject.Inject;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Why things are as they are, over HTTP: an environment with one of each, put on the board as a pass would. */
@QuarkusTest
@TestProfile(Locked.class)
class ExplainIT {
    private static final Widget HELD = Widget.named("held").withSize(1);
    private static final Widget CONTENDED = Widget.named("contended").withSize(1);
    private static final Widget IGNORED = Widget.named("ignored").withSize(1);

    @Inject
    StatusBoard board;

    @BeforeEach
    void oneOfEachIsOnTheBoard() {
        Plan plan = plan();
        board.post(new EnvironmentStatus(
                "test",
                plan.report().sync(),
                plan.report().health(),
                Operation.IDLE,
                Optional.of(Mode.ENFORCE),
                List.of(),
                List.of(),
                Optional.of(plan),
                Plans.LATER,
                Optional.empty(),
                Plans.LATER));
    }

    @AfterEach
    void theBoardIsAsBefore() {
        board.remove("test");
    }

    private static Plan plan() {
        DesiredState desired = desired(policy(), widget(HELD), widget(CONTENDED), widget(IGNORED));
        Memory agreed = memory(DriftDetector.detect(desired, live(HELD, CONTENDED, IGNORED), Memory.empty(), NOON));
        Memory turnedBack = new Memory(agreed.resources().stream()
                .map(it -> it.id().name().equals("contended") ? contended(it) : it)
                .toList());
        LiveState found = live(HELD.withSize(2), CONTENDED.withSize(2), IGNORED.withSize(2));
        LiveState now = new LiveState(Plans.LATER, found.resources(), List.of(stray()));
        DriftReport report = DriftDetector.detect(desired, now, turnedBack, Plans.LATER);
        Pause pause = new Pause("test", "a restore", "olga", NOON, Optional.empty());
        return Planner.plan(
                new Situation(report, Optional.of(ACCOUNT), new Standing(List.of(), List.of(pause)), Plans.LATER));
    }

    private static Policy policy() {
        Policy plain = Policy.of(Mode.ENFORCE);
        IgnoreRule rule = new IgnoreRule(
                new Selector("widget", "ignored", Optional.of("size")),
                false,
                false,
                "sized by the load test",
                Optional.of("team-load"),
                Optional.of(NOON.plus(Duration.ofDays(30))),
                new Location("environments/test.yaml", 3, 5));
        return new Policy(
                plain.mode(),
                plain.modes(),
                List.of(rule),
                plain.windows(),
                plain.limits(),
                plain.prune(),
                plain.approvals());
    }

    private static Declared<Widget> widget(Widget state) {
        return declared(new WidgetKind(), state);
    }

    private static Memory memory(DriftReport report) {
        return new Memory(report.resources().stream().map(ResourceDrift::memory).toList());
    }

    private static Remembered contended(Remembered known) {
        return known.turnedBack(new TreeMap<>(
                Map.of("size", new TurnBack(3, NOON, NOON.plusSeconds(90), "9f2c1e7", "2", Optional.empty()))));
    }

    private static Undeclared<Widget> stray() {
        return new Undeclared<>(new WidgetKind(), Remembered.nothing(id("old"), "old"), ours(Widget.named("old")));
    }

    private static ValidatableResponse explained(String query) {
        return Callers.as("viewer-everywhere")
                .get("/api/v1/environments/test/explain?resource=widget/" + query)
                .then()
                .statusCode(200)
                .body("schema", equalTo("holdfast.explain/v1"));
    }

    @Test
    void whatIsHeldNamesTheGuardrailAndTheLine() {
        explained("held")
                .body("state", equalTo("Drifted"))
                .body("next", containsString("is held"))
                .body("next", containsString("olga"))
                .body("guardrails.objections.flatten().reason", hasItem("Paused"))
                .body("fields.state", contains("Drifted"))
                .body("fields[0].declaredAt.line", equalTo(12));
    }

    @Test
    void whatIsContendedTellsOfTheRival() {
        explained("contended&field=size")
                .body("fields.state", contains("Contended"))
                .body("fields[0].why", containsString("put back 3 times"))
                .body("fields[0].why", containsString("a person resumes it"))
                .body("fields[0].live", equalTo(2));
    }

    @Test
    void whatIsIgnoredTellsTheRuleItsOwnerAndItsEnd() {
        explained("ignored&field=size")
                .body("state", equalTo("InSync"))
                .body("fields.state", contains("Ignored"))
                .body("fields[0].why", containsString("sized by the load test"))
                .body("fields[0].why", containsString("team-load"))
                .body("fields[0].why", containsString("until 2026-03-31"));
    }

    @Test
    void aStrayIsToldSinceWhenAndWhetherItWillBeDeleted() {
        explained("old")
                .body("state", equalTo("Stray"))
                .body("name", equalTo("old"))
                .body("why", containsString("nothing declares it since"))
                .body("why", containsString("pruning is off"));
        explained("nobody").body("state", equalTo("NotManaged"));
    }

    @Test
    void whoMayNotSeeTheEnvironmentIsExplainedNothing() {
        Callers.as("viewer-staging")
                .get("/api/v1/environments/test/explain?resource=widget/held")
                .then()
                .statusCode(404);
    }
}
