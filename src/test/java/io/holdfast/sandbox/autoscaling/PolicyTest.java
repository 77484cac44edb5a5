package io.holdfast.sandbox.autoscaling;

import static io.holdfast.sandbox.autoscaling.ScalingScene.step;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.tuple;

import java.util.function.Consumer;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import software.amazon.awssdk.services.applicationautoscaling.model.AdjustmentType;
import software.amazon.awssdk.services.applicationautoscaling.model.Alarm;
import software.amazon.awssdk.services.applicationautoscaling.model.ObjectNotFoundException;
import software.amazon.awssdk.services.applicationautoscaling.model.PutScalingPolicyRequest;
import software.amazon.awssdk.services.applicationautoscaling.model.ServiceNamespace;
import software.amazon.awssdk.services.applicationautoscaling.model.StepAdjustment;
import software.amazon.awssdk.services.applicationautoscaling.model.StepScalingPolicyConfiguration;
import software.amazon.awssdk.services.applicationautoscaling.model.ValidationException;
import software.amazon.awssdk.services.cloudwatch.model.ComparisonOperator;
import software.amazon.awssdk.services.cloudwatch.model.MetricAlarm;

class PolicyTest {

    private final ScalingScene scene = new ScalingScene();

    @BeforeEach
    void aTarget() {
        scene.register(2, 10);
    }

    @Test
    void aPolicyNeedsATarget() {
        // Given
        scene.deregister();
        // When, Then
        assertThatThrownBy(scene::putStepUp).isInstanceOf(ObjectNotFoundException.class);
    }

    @Test
    void aStepPolicyComesBackAsItWasPut() {
        // Given
        var steps = StepScalingPolicyConfiguration.builder()
                .adjustmentType(AdjustmentType.PERCENT_CHANGE_IN_CAPACITY)
                .minAdjustmentMagnitude(2)
                .cooldown(90)
                .metricAggregationType("Maximum")
                .stepAdjustments(
                        StepAdjustment.builder()
                                .metricIntervalLowerBound(0.0)
                                .metricIntervalUpperBound(15.5)
                                .scalingAdjustment(10)
                                .build(),
                        StepAdjustment.builder()
                                .metricIntervalLowerBound(15.5)
                                .scalingAdjustment(50)
                                .build())
                .build();
        // When
        scene.putPolicy("up", policy -> policy.policyType("StepScaling").stepScalingPolicyConfiguration(steps));
        // Then
        assertThat(scene.policies()).singleElement().satisfies(policy -> {
            assertThat(policy.stepScalingPolicyConfiguration()).isEqualTo(steps);
            assertThat(policy.policyARN())
                    .startsWith("arn:aws:autoscaling:eu-central-1:123456789012:scalingPolicy:")
                    .endsWith(":resource/ecs/service/main/backend:policyName/up");
            assertThat(policy.alarms()).isEmpty();
        });
    }

    @Test
    void whatWasNotSentIsNotFilledIn() {
        // When
        scene.putPolicy(
                "up",
                policy -> policy.stepScalingPolicyConfiguration(step ->
                        step.adjustmentType(AdjustmentType.EXACT_CAPACITY).stepAdjustments(step(null, null, 4))));
        // Then
        var configuration = scene.policies().get(0).stepScalingPolicyConfiguration();
        assertThat(configuration.cooldown()).isNull();
        assertThat(configuration.metricAggregationType()).isNull();
    }

    @Test
    void anUpdateKeepsTheArn() {
        // Given
        var arn = scene.putStepUp();
        // When
        var again = scene.putStepUp();
        // Then
        assertThat(again).isEqualTo(arn);
        assertThat(scene.policies()).hasSize(1);
    }

    @Test
    void aPolicyListsTheAlarmsThatActOnIt() {
        // Given
        scene.putHighAlarm(scene.putStepUp());
        // When
        var alarms = scene.policies().get(0).alarms();
        // Then
        assertThat(alarms).extracting(Alarm::alarmName).containsExactly("backend-high");
    }

    @Test
    void deletingAStepPolicyLeavesItsAlarmWithoutTheAction() {
        // Given
        scene.putHighAlarm(scene.putStepUp());
        // When
        scene.deletePolicy("up");
        // Then
        assertThat(scene.cloudWatch.describeAlarms().metricAlarms())
                .singleElement()
                .satisfies(alarm -> assertThat(alarm.alarmActions()).isEmpty());
    }

    @Test
    void aTrackingPolicyMakesItsOwnPairOfAlarms() {
        // When
        var arn = scene.putTracking(50);
        // Then
        var alarms = scene.cloudWatch
                .describeAlarms(query -> query.alarmNamePrefix("TargetTracking-service/main/backend-"))
                .metricAlarms();
        assertThat(alarms).hasSize(2).allSatisfy(alarm -> {
            assertThat(alarm.alarmActions()).containsExactly(arn);
            assertThat(alarm.alarmDescription()).startsWith("DO NOT EDIT OR DELETE");
            assertThat(alarm.metricName()).isEqualTo("CPUUtilization");
        });
        assertThat(alarms)
                .extracting(MetricAlarm::comparisonOperator, MetricAlarm::threshold)
                .containsExactly(
                        tuple(ComparisonOperator.GREATER_THAN_THRESHOLD, 50.0),
                        tuple(ComparisonOperator.LESS_THAN_THRESHOLD, 45.0));
    }

    @Test
    void anUpdatedTrackingPolicyKeepsItsAlarmsAndMovesTheirThresholds() {
        // Given
        scene.putTracking(50);
        var before = scene.policies().get(0).alarms();
        // When
        scene.putTracking(60);
        // Then
        assertThat(scene.policies().get(0).alarms()).isEqualTo(before);
        assertThat(scene.cloudWatch.describeAlarms().metricAlarms())
                .extracting(MetricAlarm::threshold)
                .containsExactly(60.0, 54.0);
    }

    @Test
    void aTrackingPolicyTakesItsAlarmsWithIt() {
        // Given
        scene.putTracking(50);
        // When
        scene.deletePolicy("cpu");
        // Then
        assertThat(scene.cloudWatch.describeAlarms().metricAlarms()).isEmpty();
    }

    @Test
    void aPolicyDoesNotChangeItsType() {
        // Given
        scene.putTracking(50);
        // When, Then
        assertThatThrownBy(() -> scene.putPolicy(
                        "cpu",
                        policy -> policy.policyType("StepScaling")
                                .stepScalingPolicyConfiguration(step ->
                                        step.adjustmentType("ExactCapacity").stepAdjustments(step(null, null, 4)))))
                .isInstanceOf(ValidationException.class);
    }

    @Test
    void aPolicyThatIsNotThereCannotBeDeleted() {
        // When, Then
        assertThatThrownBy(() -> scene.deletePolicy("none")).isInstanceOf(ObjectNotFoundException.class);
    }

    @Test
    void aPageHoldsTenPolicies() {
        // Given
        IntStream.range(0, 11)
                .forEach(number -> scene.putPolicy(
                        "p" + number,
                        policy -> policy.stepScalingPolicyConfiguration(
                                step -> step.adjustmentType("ExactCapacity").stepAdjustments(step(null, null, 4)))));
        // When
        var first = scene.scaling.describeScalingPolicies(query -> query.serviceNamespace(ServiceNamespace.ECS));
        // Then
        assertThat(first.scalingPolicies()).hasSize(10);
        assertThat(scene.policies()).hasSize(11);
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("refused")
    void anImpossiblePolicyIsRefused(String what, Consumer<PutScalingPolicyRequest.Builder> mistake) {
        // When, Then
        assertThatThrownBy(() -> scene.putPolicy("bad", mistake)).as(what).isInstanceOf(ValidationException.class);
        assertThat(scene.policies()).isEmpty();
    }

    static Stream<Arguments> refused() {
        return Stream.of(
                refused("no configuration", policy -> policy.policyType("StepScaling")),
                refused("no steps", steps(AdjustmentType.CHANGE_IN_CAPACITY)),
                refused("a gap", steps(AdjustmentType.CHANGE_IN_CAPACITY, step(0.0, 10.0, 1), step(20.0, null, 1))),
                refused("an overlap", steps(AdjustmentType.CHANGE_IN_CAPACITY, step(0.0, 10.0, 1), step(5.0, null, 1))),
                refused("an empty interval", steps(AdjustmentType.CHANGE_IN_CAPACITY, step(10.0, 10.0, 1))),
                refused(
                        "no metric to track",
                        policy -> policy.policyType("TargetTrackingScaling")
                                .targetTrackingScalingPolicyConfiguration(tracking -> tracking.targetValue(50.0))),
                refused(
                        "an unknown metric",
                        policy -> policy.policyType("TargetTrackingScaling")
                                .targetTrackingScalingPolicyConfiguration(tracking -> tracking.targetValue(50.0)
                                        .predefinedMetricSpecification(
                                                metric -> metric.predefinedMetricType("Mood")))));
    }

    private static Arguments refused(String what, Consumer<PutScalingPolicyRequest.Builder> mistake) {
        return Arguments.of(what, mistake);
    }

    private static Consumer<PutScalingPolicyRequest.Builder> steps(AdjustmentType type, StepAdjustment... steps) {
        return policy -> policy.policyType("StepScaling")
                .stepScalingPolicyConfiguration(
                        step -> step.adjustmentType(type).stepAdjustments(steps));
    }
}
