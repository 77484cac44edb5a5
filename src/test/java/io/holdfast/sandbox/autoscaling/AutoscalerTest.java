package io.holdfast.sandbox.autoscaling;

import static io.holdfast.sandbox.autoscaling.ScalingScene.step;
import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import software.amazon.awssdk.services.cloudwatch.model.StateValue;

class AutoscalerTest {

    private final ScalingScene scene = new ScalingScene();

    @BeforeEach
    void aTarget() {
        scene.register(2, 10);
    }

    @Test
    void loadScalesOutOnceTheAlarmHasGoneOff() {
        // Given
        scene.putHighAlarm(scene.putStepUp());
        scene.busy(90, 2);
        int early = scene.desiredCount();
        // When
        scene.busy(90, 1);
        // Then
        assertThat(early).isEqualTo(3);
        assertThat(scene.desiredCount()).isEqualTo(5);
        assertThat(scene.activities().get(0).cause()).contains("backend-high").contains("policy up");
    }

    @Test
    void loadThatStaysGoesOnScalingAfterEachCooldown() {
        // Given
        scene.putHighAlarm(scene.putStepUp());
        // When
        scene.busy(90, 5);
        // Then
        assertThat(scene.desiredCount()).isEqualTo(9);
    }

    @Test
    void nothingScalesBeyondTheBounds() {
        // Given
        scene.putHighAlarm(scene.putStepUp());
        // When
        scene.busy(90, 30);
        // Then
        assertThat(scene.desiredCount()).isEqualTo(10);
    }

    @Test
    void aSuspendedTargetDoesNotScaleOut() {
        // Given
        scene.putHighAlarm(scene.putStepUp());
        scene.register(target -> target.suspendedState(state -> state.dynamicScalingOutSuspended(true)));
        // When
        scene.busy(90, 5);
        // Then
        assertThat(scene.desiredCount()).isEqualTo(3);
    }

    @Test
    void anAlarmWithDisabledActionsScalesNothing() {
        // Given
        scene.putHighAlarm(scene.putStepUp());
        scene.cloudWatch.disableAlarmActions(names -> names.alarmNames("backend-high"));
        // When
        scene.busy(90, 5);
        // Then
        assertThat(scene.desiredCount()).isEqualTo(3);
    }

    @Test
    void aStateSetByHandScalesByTheDataPointsItBrings() {
        // Given
        scene.putHighAlarm(scene.putStepUp());
        // When
        scene.cloudWatch.setAlarmState(state -> state.alarmName("backend-high")
                .stateValue(StateValue.ALARM)
                .stateReason("drill")
                .stateReasonData("{\"recentDatapoints\": [95.0]}"));
        // Then
        assertThat(scene.desiredCount()).isEqualTo(5);
    }

    @Test
    void aStateSetByHandWithoutDataPointsScalesNothing() {
        // Given
        scene.putHighAlarm(scene.putStepUp());
        // When
        scene.cloudWatch.setAlarmState(state ->
                state.alarmName("backend-high").stateValue(StateValue.ALARM).stateReason("drill"));
        // Then
        assertThat(scene.desiredCount()).isEqualTo(3);
    }

    @ParameterizedTest(name = "{0} % of CPU leads from 3 tasks to {1}")
    @CsvSource({"75, 4", "84.9, 4", "85, 6", "100, 6"})
    void theStepThatCoversTheBreachIsTaken(double cpu, int tasks) {
        // Given
        scene.putHighAlarm(scene.putPolicy(
                "up",
                policy -> policy.stepScalingPolicyConfiguration(steps -> steps.adjustmentType("ChangeInCapacity")
                        .stepAdjustments(step(0.0, 15.0, 1), step(15.0, null, 3)))));
        // When
        scene.busy(cpu, 3);
        // Then
        assertThat(scene.desiredCount()).isEqualTo(tasks);
    }

    @ParameterizedTest(name = "{0} {1} leads from 3 tasks to {2}")
    @CsvSource({
        "ExactCapacity, 7, 7",
        "PercentChangeInCapacity, 100, 6",
        "PercentChangeInCapacity, 10, 4",
        "PercentChangeInCapacity, 50, 4"
    })
    void anAdjustmentIsMeantAsItsTypeSays(String type, int adjustment, int tasks) {
        // Given
        scene.putHighAlarm(scene.putPolicy(
                "up",
                policy -> policy.stepScalingPolicyConfiguration(
                        steps -> steps.adjustmentType(type).stepAdjustments(step(0.0, null, adjustment)))));
        // When
        scene.busy(90, 3);
        // Then
        assertThat(scene.desiredCount()).isEqualTo(tasks);
    }

    @Test
    void trackingGrowsInProportion() {
        // Given
        scene.putTracking(50);
        // When
        scene.busy(100, 3);
        // Then
        assertThat(scene.desiredCount()).isEqualTo(6);
    }

    @Test
    void trackingShrinksOnlyAfterAQuarterOfAnHour() {
        // Given
        scene.setDesiredCount(8);
        scene.putTracking(50);
        scene.busy(10, 14);
        int early = scene.desiredCount();
        // When
        scene.busy(10, 1);
        // Then
        assertThat(early).isEqualTo(8);
        assertThat(scene.desiredCount()).isEqualTo(2);
    }

    @Test
    void theSecondMomentOfTrackingWaitsForTheCooldown() {
        // Given
        scene.putTracking(50);
        scene.busy(60, 3);
        int first = scene.desiredCount();
        // When
        scene.busy(60, 4);
        int withinCooldown = scene.desiredCount();
        scene.busy(60, 2);
        // Then
        assertThat(new int[] {first, withinCooldown, scene.desiredCount()}).containsExactly(4, 4, 5);
    }

    @Test
    void whileADeploymentRunsNothingIsScaledIn() {
        // Given
        scene.setDesiredCount(8);
        scene.putTracking(50);
        scene.busy(10, 14);
        scene.deploy();
        // When
        scene.busy(10, 1);
        // Then
        assertThat(scene.desiredCount()).isEqualTo(8);
    }

    @Test
    void aServiceOfNoTasksCannotWakeItselfUp() {
        // Given
        scene.register(0, 10);
        scene.setDesiredCount(0);
        scene.putTracking(50);
        // When
        scene.advance(Duration.ofHours(1));
        // Then
        assertThat(scene.desiredCount()).isZero();
    }
}
