package io.holdfast.sandbox.autoscaling;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import java.time.Instant;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import software.amazon.awssdk.services.applicationautoscaling.model.ObjectNotFoundException;
import software.amazon.awssdk.services.applicationautoscaling.model.PutScheduledActionRequest;
import software.amazon.awssdk.services.applicationautoscaling.model.ScalingActivityStatusCode;
import software.amazon.awssdk.services.applicationautoscaling.model.ServiceNamespace;
import software.amazon.awssdk.services.applicationautoscaling.model.ValidationException;

class ScheduledActionTest {

    private final ScalingScene scene = new ScalingScene();

    @BeforeEach
    void aTarget() {
        scene.register(2, 10);
    }

    @Test
    void aFiringOverwritesTheBoundsForGood() {
        // Given
        scene.schedule("night", action -> at(action, "at(2026-03-05T22:00:00)", 0, 1));
        // When
        scene.advanceTo("2026-03-05T21:59:59Z");
        var before = scene.target();
        scene.advanceTo("2026-03-10T00:00:00Z");
        // Then
        assertThat(before.maxCapacity()).isEqualTo(10);
        assertThat(scene.target().minCapacity()).isZero();
        assertThat(scene.target().maxCapacity()).isEqualTo(1);
    }

    @Test
    void aFiringBringsTheDesiredCountIntoTheNewBounds() {
        // Given
        scene.schedule("night", action -> at(action, "at(2026-03-05T22:00:00)", 0, 1));
        // When
        scene.advanceTo("2026-03-05T22:00:00Z");
        // Then
        assertThat(scene.desiredCount()).isEqualTo(1);
        assertThat(scene.activities().get(0).cause()).isEqualTo("scheduled action name night was triggered");
    }

    @Test
    void nightAndMorningTakeTurns() {
        // Given
        scene.schedule("night", action -> at(action, "cron(0 22 ? * MON-FRI *)", 0, 0));
        scene.schedule("morning", action -> at(action, "cron(0 7 ? * MON-FRI *)", 2, 10));
        // When: Thursday night, Friday morning, the weekend, Monday morning
        scene.advanceTo("2026-03-05T23:00:00Z");
        int thursdayNight = scene.desiredCount();
        scene.advanceTo("2026-03-06T08:00:00Z");
        int fridayMorning = scene.desiredCount();
        scene.advanceTo("2026-03-08T12:00:00Z");
        int sunday = scene.desiredCount();
        scene.advanceTo("2026-03-09T07:00:00Z");
        int mondayMorning = scene.desiredCount();
        // Then
        assertThat(new int[] {thursdayNight, fridayMorning, sunday, mondayMorning})
                .containsExactly(0, 2, 0, 2);
    }

    @Test
    void theWallClockOfTheTimeZoneCountsAlsoAfterTheClocksHaveChanged() {
        // Given: Europe goes to summer time on 2026-03-29
        scene.schedule("night", action -> at(action, "cron(0 22 * * ? *)", 0, 1).timezone("Europe/Berlin"));
        scene.advanceTo("2026-03-28T21:00:00Z");
        var inWinter = scene.target().maxCapacity();
        scene.register(2, 10);
        // When
        scene.advanceTo("2026-03-29T19:59:59Z");
        var justBefore = scene.target().maxCapacity();
        scene.advanceTo("2026-03-29T20:00:00Z");
        // Then
        assertThat(inWinter).isEqualTo(1);
        assertThat(justBefore).isEqualTo(10);
        assertThat(scene.target().maxCapacity()).isEqualTo(1);
    }

    @Test
    void aRateFiresAgainAndAgain() {
        // Given
        scene.schedule("often", action -> at(action, "rate(2 hours)", 3, 10));
        scene.advance(Duration.ofHours(2));
        var first = scene.target().minCapacity();
        scene.register(1, 10);
        // When
        scene.advance(Duration.ofHours(2));
        // Then
        assertThat(first).isEqualTo(3);
        assertThat(scene.target().minCapacity()).isEqualTo(3);
    }

    @Test
    void nothingFiresOutsideStartAndEnd() {
        // Given
        scene.schedule(
                "nightly",
                action -> at(action, "cron(0 22 * * ? *)", 3, 10)
                        .startTime(Instant.parse("2026-03-06T00:00:00Z"))
                        .endTime(Instant.parse("2026-03-07T00:00:00Z")));
        // When
        scene.advanceTo("2026-03-05T23:00:00Z");
        var before = scene.target().minCapacity();
        scene.advanceTo("2026-03-06T23:00:00Z");
        var within = scene.target().minCapacity();
        scene.register(1, 10);
        scene.advanceTo("2026-03-15T23:00:00Z");
        // Then
        assertThat(before).isEqualTo(2);
        assertThat(within).isEqualTo(3);
        assertThat(scene.target().minCapacity()).isEqualTo(1);
    }

    @Test
    void oneBoundAloneLeavesTheOther() {
        // Given
        scene.schedule(
                "cap",
                action -> action.schedule("at(2026-03-05T22:00:00)")
                        .scalableTargetAction(bounds -> bounds.maxCapacity(4)));
        // When
        scene.advanceTo("2026-03-06T00:00:00Z");
        // Then
        assertThat(scene.target().minCapacity()).isEqualTo(2);
        assertThat(scene.target().maxCapacity()).isEqualTo(4);
    }

    @Test
    void aBoundThatDoesNotFitTheOtherFailsAndChangesNothing() {
        // Given
        scene.schedule(
                "cap",
                action -> action.schedule("at(2026-03-05T22:00:00)")
                        .scalableTargetAction(bounds -> bounds.maxCapacity(1)));
        // When
        scene.advanceTo("2026-03-06T00:00:00Z");
        // Then
        assertThat(scene.target().maxCapacity()).isEqualTo(10);
        assertThat(scene.activities().get(0).statusCode()).isEqualTo(ScalingActivityStatusCode.FAILED);
    }

    @Test
    void aReplacedScheduleNoLongerFires() {
        // Given
        scene.schedule("night", action -> at(action, "at(2026-03-05T20:00:00)", 0, 0));
        scene.schedule("night", action -> at(action, "at(2026-03-05T22:00:00)", 0, 1));
        // When
        scene.advanceTo("2026-03-05T21:00:00Z");
        var atNine = scene.target().maxCapacity();
        scene.advanceTo("2026-03-05T22:00:00Z");
        // Then
        assertThat(atNine).isEqualTo(10);
        assertThat(scene.target().maxCapacity()).isEqualTo(1);
    }

    @Test
    void aDeletedActionNoLongerFires() {
        // Given
        scene.schedule("night", action -> at(action, "at(2026-03-05T20:00:00)", 0, 0));
        scene.deleteAction("night");
        // When
        scene.advanceTo("2026-03-06T00:00:00Z");
        // Then
        assertThat(scene.target().maxCapacity()).isEqualTo(10);
    }

    @Test
    void aSuspendedTargetSleepsThroughItsSchedule() {
        // Given
        scene.schedule("night", action -> at(action, "at(2026-03-05T20:00:00)", 0, 0));
        scene.register(target -> target.suspendedState(state -> state.scheduledScalingSuspended(true)));
        // When
        scene.advanceTo("2026-03-06T00:00:00Z");
        // Then
        assertThat(scene.target().maxCapacity()).isEqualTo(10);
    }

    @Test
    void aPutReplacesEverythingButTheArnAndTheTimeOfCreation() {
        // Given
        scene.schedule(
                "night",
                action -> at(action, "cron(0 22 * * ? *)", 0, 1)
                        .timezone("Europe/Berlin")
                        .startTime(Instant.parse("2026-04-01T00:00:00Z"))
                        .endTime(Instant.parse("2026-05-01T00:00:00Z")));
        var before = scene.actions().get(0);
        scene.advance(Duration.ofHours(1));
        // When
        scene.schedule(
                "night",
                action -> action.schedule("cron(0 23 * * ? *)").scalableTargetAction(bounds -> bounds.minCapacity(1)));
        // Then
        var after = scene.actions().get(0);
        assertThat(before.timezone()).isEqualTo("Europe/Berlin");
        assertThat(before.startTime()).isEqualTo("2026-04-01T00:00:00Z");
        assertThat(after.schedule()).isEqualTo("cron(0 23 * * ? *)");
        assertThat(after.timezone()).isNull();
        assertThat(after.startTime()).isNull();
        assertThat(after.endTime()).isNull();
        assertThat(after.scalableTargetAction().maxCapacity()).isNull();
        assertThat(after.scheduledActionARN()).isEqualTo(before.scheduledActionARN());
        assertThat(after.creationTime()).isEqualTo(before.creationTime());
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "every evening",
                "cron(0 22 * * ?)",
                "cron(0 25 * * ? *)",
                "cron(0 22 * * * *)",
                "rate(0 hours)",
                "rate(5 fortnights)",
                "at(2026-02-30T00:00:00)",
                "at(tomorrow)"
            })
    void aScheduleThatCannotBeReadIsRefused(String schedule) {
        // When, Then
        assertThatThrownBy(() -> scene.schedule("night", action -> at(action, schedule, 0, 1)))
                .isInstanceOf(ValidationException.class);
        assertThat(scene.actions()).isEmpty();
    }

    @Test
    void aTimeZoneThatDoesNotExistIsRefused() {
        // When, Then
        assertThatThrownBy(() -> scene.schedule(
                        "night", action -> at(action, "rate(1 day)", 0, 1).timezone("Mars/Base")))
                .isInstanceOf(ValidationException.class);
    }

    @ParameterizedTest
    @ValueSource(strings = {"a:b", "a/b", "a|b", " a", "a "})
    void aNameWithReservedCharactersIsRefused(String name) {
        // When, Then
        assertThatThrownBy(() -> scene.schedule(name, action -> at(action, "rate(1 day)", 0, 1)))
                .isInstanceOf(ValidationException.class);
    }

    @Test
    void anActionNeedsATarget() {
        // Given
        scene.deregister();
        // When, Then
        assertThatThrownBy(() -> scene.schedule("night", action -> at(action, "rate(1 day)", 0, 1)))
                .isInstanceOf(ObjectNotFoundException.class);
    }

    @Test
    void actionsAreFoundByName() {
        // Given
        scene.schedule("night", action -> at(action, "rate(1 day)", 0, 1));
        scene.schedule("morning", action -> at(action, "rate(1 day)", 1, 1));
        // When
        var found = scene.scaling.describeScheduledActions(
                query -> query.serviceNamespace(ServiceNamespace.ECS).scheduledActionNames("night", "noon"));
        // Then
        assertThat(found.scheduledActions())
                .singleElement()
                .satisfies(action -> assertThat(action.scheduledActionName()).isEqualTo("night"));
    }

    private static PutScheduledActionRequest.Builder at(
            PutScheduledActionRequest.Builder action, String schedule, int min, int max) {
        return action.schedule(schedule)
                .scalableTargetAction(bounds -> bounds.minCapacity(min).maxCapacity(max));
    }
}
