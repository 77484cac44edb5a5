package io.holdfast.kind;

import static org.assertj.core.api.Assertions.assertThat;

import io.holdfast.kind.scalabletarget.ScalableTargetKind;
import io.holdfast.kind.scheduledaction.ScheduledActionKind;
import io.holdfast.kind.steppolicy.StepPolicyKind;
import io.holdfast.kind.trackingpolicy.TrackingPolicyKind;
import io.holdfast.model.Plan;
import io.holdfast.model.ResourceId;
import io.holdfast.sandbox.fault.Api;
import io.holdfast.sandbox.fault.Fault;
import io.holdfast.sandbox.fault.Selector;
import java.util.List;
import org.junit.jupiter.api.Test;
import software.amazon.awssdk.services.applicationautoscaling.model.ServiceNamespace;
import software.amazon.awssdk.services.cloudwatch.model.MetricAlarm;

/** Scaling that is declared no longer: what hangs on a target goes before it, and no alarm but our own. */
class ScalingDeletionTest {
    private static final String UP = """
            adjustmentType: ChangeInCapacity
            stepAdjustments: [{metricIntervalLowerBound: 0, scalingAdjustment: 2}]
            alarm:
              metricName: CPUUtilization
              statistic: Average
              comparisonOperator: GreaterThanThreshold
              threshold: 70
              period: 60
              evaluationPeriods: 3
            """;
    private static final String TRACKING =
            "{targetValue: 60, predefinedMetricSpecification: {predefinedMetricType: ECSServiceAverageCPUUtilization}}";
    private static final String MORNING = "{schedule: 'cron(0 7 * * ? *)', min: 2, max: 9}";

    private final ScalingLoop loop = new ScalingLoop();
    private final ResourceId target = loop.declare(new ScalableTargetKind(), "backend", "{min: 2, max: 10}");

    private ResourceId stepPolicy(String yaml) {
        ResourceId policy = loop.declare(new StepPolicyKind(), "backend.up", yaml);
        loop.converge();
        loop.forgetCalls();
        return policy;
    }

    /** Passes until it has been gone for a while. */
    private void settle() {
        for (int i = 0; i < 6; i++) {
            loop.pass();
        }
    }

    private List<String> alarms() {
        return loop.alarms.describeAlarms().metricAlarms().stream()
                .map(MetricAlarm::alarmName)
                .toList();
    }

    private List<String> policies() {
        return loop
                .scaling
                .describeScalingPolicies(request -> request.serviceNamespace(ServiceNamespace.ECS))
                .scalingPolicies()
                .stream()
                .map(it -> it.policyName())
                .toList();
    }

    @Test
    void aStepPolicyGoesAfterItsAlarm() {
        // Given
        ResourceId policy = stepPolicy(UP);
        // When
        loop.undeclare(policy);
        settle();
        // Then
        assertThat(loop.writes()).containsExactly("DeleteAlarms", "DeleteScalingPolicy");
        assertThat(alarms()).isEmpty();
        assertThat(policies()).isEmpty();
    }

    @Test
    void anAlarmOfAnyNameIsFoundByThePolicyItTriggers() {
        // Given
        ResourceId policy = stepPolicy(UP + "  alarmName: busy\n");
        // When
        loop.undeclare(policy);
        settle();
        // Then
        assertThat(alarms()).isEmpty();
    }

    @Test
    void anAlarmThatWasRenamedGoesToo() {
        // Given
        stepPolicy(UP);
        ResourceId policy = stepPolicy(UP + "  alarmName: busy\n");
        // When
        loop.undeclare(policy);
        settle();
        // Then
        assertThat(loop.writes()).containsExactly("DeleteAlarms", "DeleteScalingPolicy");
        assertThat(alarms()).isEmpty();
    }

    @Test
    void somebodyElsesAlarmOnThePolicyStays() {
        // Given
        ResourceId policy = stepPolicy(UP);
        String arn = loop.alarms
                .describeAlarms()
                .metricAlarms()
                .get(0)
                .alarmActions()
                .get(0);
        loop.alarms.putMetricAlarm(alarm -> alarm.alarmName("theirs")
                .alarmActions(arn)
                .namespace("Shop")
                .metricName("Orders")
                .statistic("Sum")
                .comparisonOperator("GreaterThanThreshold")
                .threshold(1.0)
                .period(60)
                .evaluationPeriods(1));
        // When
        loop.undeclare(policy);
        settle();
        // Then
        assertThat(alarms()).containsExactly("theirs");
        assertThat(policies()).isEmpty();
    }

    @Test
    void anAlarmWhoseMarkCannotBeReadKeepsThePolicy() {
        // Given
        ResourceId policy = stepPolicy(UP);
        loop.undeclare(policy);
        loop.sandbox
                .sandbox()
                .faults()
                .inject(
                        Fault.refuse(403, "AccessDenied"),
                        Api.of("monitoring", "ListTagsForResource"),
                        Selector.always());
        // When
        settle();
        // Then
        assertThat(loop.writes()).isEmpty();
    }

    @Test
    void whatIsGoneAlreadyIsDone() {
        // Given
        ResourceId policy = stepPolicy(UP);
        loop.undeclare(policy);
        loop.pass();
        loop.pass();
        loop.sandbox
                .sandbox()
                .faults()
                .inject(
                        Fault.refuseAfterEffect(500, "InternalFailure"),
                        Api.of("application-autoscaling", "DeleteScalingPolicy"),
                        Selector.first(1));
        // When
        settle();
        // Then
        assertThat(policies()).isEmpty();
        assertThat(loop.pass().report().strays()).isEmpty();
    }

    @Test
    void aTargetGoesAfterAllThatHangsOnIt() {
        // Given
        ResourceId step = loop.declare(new StepPolicyKind(), "backend.up", UP);
        ResourceId tracking = loop.declare(new TrackingPolicyKind(), "backend.cpu", TRACKING);
        ResourceId morning = loop.declare(new ScheduledActionKind(), "backend.morning", MORNING);
        loop.converge();
        loop.forgetCalls();
        // When
        List.of(target, step, tracking, morning).forEach(loop::undeclare);
        settle();
        // Then
        assertThat(loop.writes())
                .containsExactly(
                        "DeleteAlarms",
                        "DeleteScalingPolicy",
                        "DeleteScalingPolicy",
                        "DeleteScheduledAction",
                        "DeregisterScalableTarget");
        assertThat(loop.pass().report().strays()).isEmpty();
        assertThat(loop.sandbox
                        .ecs()
                        .describeServices(request -> request.cluster("main").services("backend"))
                        .services()
                        .get(0)
                        .desiredCount())
                .as("the service keeps its count")
                .isEqualTo(3);
    }

    @Test
    void aTargetMadeAnewIsKnownAtOnceWithWhatHangsOnIt() {
        // Given
        ResourceId morning = loop.declare(new ScheduledActionKind(), "backend.morning", MORNING);
        loop.converge();
        List.of(target, morning).forEach(loop::undeclare);
        settle();
        // When
        loop.declare(new ScalableTargetKind(), "backend", "{min: 2, max: 10}");
        loop.declare(new ScheduledActionKind(), "backend.morning", MORNING);
        loop.pass();
        Plan second = loop.pass();
        // Then
        assertThat(second.changes()).isEmpty();
    }
}
