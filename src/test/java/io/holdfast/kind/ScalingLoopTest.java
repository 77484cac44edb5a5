package io.holdfast.kind;

import static org.assertj.core.api.Assertions.assertThat;

import io.holdfast.kind.scalabletarget.ScalableTargetKind;
import io.holdfast.kind.scheduledaction.ScheduledActionKind;
import io.holdfast.kind.steppolicy.StepPolicyKind;
import io.holdfast.kind.trackingpolicy.TrackingPolicyKind;
import io.holdfast.model.Plan;
import io.holdfast.model.ResourceId;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** The scaling kinds together, as an environment declares them. */
class ScalingLoopTest {
    private final ScalingLoop loop = new ScalingLoop();

    @Test
    void everythingDeclaredIsMadeOnceAndThenLeftAlone() {
        // Given
        declareAll();
        loop.forgetCalls();
        // When
        loop.converge();
        var made = loop.writes();
        for (int passes = 0; passes < 5; passes++) {
            loop.pass();
        }
        // Then
        assertThat(made)
                .containsExactlyInAnyOrder(
                        "RegisterScalableTarget",
                        "PutScalingPolicy",
                        "PutScalingPolicy",
                        "PutMetricAlarm",
                        "PutScheduledAction");
        assertThat(loop.writes()).isEqualTo(made);
    }

    @Test
    void aSecondInstallationOfTheSameYamlFindsItForeign() {
        // Given
        ResourceId target = loop.declare(new ScalableTargetKind(), "backend", "{min: 2, max: 10}");
        loop.scaling.registerScalableTarget(request -> request.serviceNamespace("ecs")
                .scalableDimension("ecs:service:DesiredCount")
                .resourceId(ScalingLoop.RESOURCE_ID)
                .minCapacity(1)
                .maxCapacity(4)
                .tags(Map.of("holdfast:owner", "them")));
        loop.forgetCalls();
        // When
        Plan plan = loop.pass();
        // Then
        assertThat(ScalingLoop.paths(plan, target)).containsExactly("min", "max");
        assertThat(loop.writes()).isEmpty();
    }

    @Test
    void aSteadyLookCostsOneCallForEachList() {
        // Given
        declareAll();
        loop.converge();
        loop.forgetCalls();
        // When
        loop.pass();
        // Then
        assertThat(loop.sandbox.sandbox().log().entries())
                .extracting(it -> it.operation())
                .filteredOn(operation -> !operation.equals("GetCallerIdentity"))
                .containsExactlyInAnyOrder(
                        "DescribeScalableTargets",
                        "DescribeScalingPolicies",
                        "DescribeScalingPolicies",
                        "DescribeAlarms",
                        "DescribeScheduledActions");
    }

    private void declareAll() {
        loop.declare(new ScalableTargetKind(), "backend", "{min: 2, max: 10}");
        loop.declare(new StepPolicyKind(), "backend.up", """
                adjustmentType: ChangeInCapacity
                metricAggregationType: Average
                cooldown: 60
                stepAdjustments: [{metricIntervalLowerBound: 0, scalingAdjustment: 2}]
                alarm:
                  metricName: CPUUtilization
                  statistic: Average
                  comparisonOperator: GreaterThanThreshold
                  threshold: 70
                  period: 60
                  evaluationPeriods: 3
                """);
        loop.declare(new TrackingPolicyKind(), "backend.memory", """
                targetValue: 60
                predefinedMetricSpecification: {predefinedMetricType: ECSServiceAverageMemoryUtilization}
                """);
        loop.declare(
                new ScheduledActionKind(),
                "backend.night",
                "{schedule: 'cron(0 22 ? * MON-FRI *)', timezone: America/New_York, min: 0, max: 0}");
    }
}
