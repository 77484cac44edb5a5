package io.holdfast.kind.trackingpolicy;

import static org.assertj.core.api.Assertions.assertThat;

import io.holdfast.kind.ScalingLoop;
import io.holdfast.kind.scalabletarget.ScalableTargetKind;
import io.holdfast.model.Plan;
import io.holdfast.model.ResourceId;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import software.amazon.awssdk.services.cloudwatch.model.MetricAlarm;

class TrackingPolicyRepairTest {
    private final ScalingLoop loop = new ScalingLoop();
    private ResourceId policy;

    @BeforeEach
    void aPolicyInSync() {
        loop.declare(new ScalableTargetKind(), "backend", "{min: 2, max: 10}");
        policy = loop.declare(
                new TrackingPolicyKind(),
                "backend.cpu",
                "{targetValue: 60, predefinedMetricSpecification: {predefinedMetricType: ECSServiceAverageCPUUtilization}}");
        loop.converge();
        loop.forgetCalls();
    }

    @Test
    void aMovedTargetValueIsRepairedAndWhatNobodyDeclaredStays() {
        // Given
        loop.scaling.putScalingPolicy(request -> request.serviceNamespace("ecs")
                .scalableDimension("ecs:service:DesiredCount")
                .resourceId(ScalingLoop.RESOURCE_ID)
                .policyName("cpu")
                .policyType("TargetTrackingScaling")
                .targetTrackingScalingPolicyConfiguration(tracking -> tracking.targetValue(90.0)
                        .disableScaleIn(true)
                        .predefinedMetricSpecification(
                                metric -> metric.predefinedMetricType("ECSServiceAverageCPUUtilization"))));
        loop.forgetCalls();
        // When
        Plan found = loop.pass();
        // Then
        assertThat(ScalingLoop.paths(found, policy)).containsExactly("targetValue");
        assertThat(loop.writes()).containsExactly("PutScalingPolicy");
        var repaired = loop.scaling
                .describeScalingPolicies(request -> request.serviceNamespace("ecs"))
                .scalingPolicies()
                .get(0)
                .targetTrackingScalingPolicyConfiguration();
        assertThat(repaired.targetValue()).isEqualTo(60.0);
        assertThat(repaired.disableScaleIn()).isTrue();
    }

    @Test
    void theAlarmsAwsMadeForItAreNoneOfOurBusiness() {
        // Given
        String alarm = loop.alarms.describeAlarms().metricAlarms().get(0).alarmName();
        loop.alarms.disableAlarmActions(names -> names.alarmNames(alarm));
        loop.forgetCalls();
        // When
        Plan plan = loop.pass();
        // Then
        assertThat(plan.isEmpty()).isTrue();
        assertThat(loop.sandbox.sandbox().log().entries())
                .noneMatch(call -> call.service().equals("monitoring"));
        assertThat(loop.alarms
                        .describeAlarms(request -> request.alarmNames(alarm))
                        .metricAlarms())
                .extracting(MetricAlarm::actionsEnabled)
                .containsExactly(false);
    }

    @Test
    void anotherMetricReplacesTheOneBefore() {
        // When
        loop.declare(new TrackingPolicyKind(), "backend.cpu", """
                targetValue: 60
                customizedMetricSpecification:
                  namespace: Shop
                  metricName: Backlog
                  statistic: Average
                  dimensions: {Queue: orders}
                """);
        loop.converge();
        // Then
        var live = loop.scaling
                .describeScalingPolicies(request -> request.serviceNamespace("ecs"))
                .scalingPolicies()
                .get(0)
                .targetTrackingScalingPolicyConfiguration();
        assertThat(live.predefinedMetricSpecification()).isNull();
        assertThat(live.customizedMetricSpecification().metricName()).isEqualTo("Backlog");
        assertThat(live.customizedMetricSpecification().dimensions())
                .singleElement()
                .satisfies(dimension -> assertThat(dimension.value()).isEqualTo("orders"));
    }

    @Test
    void aStepPolicyOfItsNameIsNeverOverwritten() {
        // Given
        loop.scaling.deleteScalingPolicy(request -> request.serviceNamespace("ecs")
                .scalableDimension("ecs:service:DesiredCount")
                .resourceId(ScalingLoop.RESOURCE_ID)
                .policyName("cpu"));
        loop.scaling.putScalingPolicy(request -> request.serviceNamespace("ecs")
                .scalableDimension("ecs:service:DesiredCount")
                .resourceId(ScalingLoop.RESOURCE_ID)
                .policyName("cpu")
                .policyType("StepScaling")
                .stepScalingPolicyConfiguration(steps -> steps.adjustmentType("ExactCapacity")
                        .stepAdjustments(
                                software.amazon.awssdk.services.applicationautoscaling.model.StepAdjustment.builder()
                                        .scalingAdjustment(4)
                                        .build())));
        loop.forgetCalls();
        // When
        Plan plan = loop.pass();
        // Then
        assertThat(ScalingLoop.paths(plan, policy)).contains("policyType");
        assertThat(loop.writes()).isEmpty();
    }
}
