package io.holdfast.kind.steppolicy;

import static org.assertj.core.api.Assertions.assertThat;

import io.holdfast.kind.ScalingLoop;
import io.holdfast.kind.scalabletarget.ScalableTargetKind;
import io.holdfast.model.Cause;
import io.holdfast.model.Plan;
import io.holdfast.model.ResourceId;
import java.util.List;
import java.util.function.Consumer;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import software.amazon.awssdk.services.cloudwatch.model.Dimension;
import software.amazon.awssdk.services.cloudwatch.model.MetricAlarm;
import software.amazon.awssdk.services.cloudwatch.model.PutMetricAlarmRequest;
import software.amazon.awssdk.services.cloudwatch.model.Tag;

class StepPolicyRepairTest {
    private static final String ALARM = "main/backend/up";
    private static final String UP = """
            adjustmentType: ChangeInCapacity
            cooldown: 60
            stepAdjustments: [{metricIntervalLowerBound: 0, scalingAdjustment: 2}]
            alarm:
              metricName: CPUUtilization
              statistic: Average
              comparisonOperator: GreaterThanThreshold
              threshold: 70
              period: 60
              evaluationPeriods: 3
            """;

    private final ScalingLoop loop = new ScalingLoop();
    private final ResourceId target = loop.declare(new ScalableTargetKind(), "backend", "{min: 2, max: 10}");

    private ResourceId converged() {
        ResourceId policy = loop.declare(new StepPolicyKind(), "backend.up", UP);
        loop.converge();
        loop.forgetCalls();
        return policy;
    }

    @Test
    void theAlarmWatchesTheServiceAndTriggersThePolicy() {
        // When
        converged();
        // Then
        MetricAlarm alarm = alarm();
        assertThat(alarm.namespace()).isEqualTo("AWS/ECS");
        assertThat(alarm.dimensions())
                .containsExactlyInAnyOrder(dimension("ClusterName", "main"), dimension("ServiceName", "backend"));
        assertThat(alarm.alarmActions()).singleElement().asString().endsWith(":policyName/up");
        assertThat(tags()).contains(tag("holdfast:resource", "scaling-step/backend.up"), tag("holdfast:owner", "us"));
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("changes")
    void whatIsChangedOnTheAlarmIsFoundNamedAndRepaired(String path, Consumer<PutMetricAlarmRequest.Builder> change) {
        // Given
        ResourceId policy = converged();
        MetricAlarm before = alarm();
        overwrite(change);
        loop.forgetCalls();
        // When
        Plan found = loop.pass();
        // Then
        assertThat(ScalingLoop.paths(found, policy)).containsExactly(path);
        assertThat(ScalingLoop.drift(found, policy).cause()).contains(Cause.LIVE_DRIFT);
        assertThat(loop.writes()).containsExactly("PutMetricAlarm");
        assertThat(loop.pass().isEmpty()).isTrue();
        assertThat(configuration(alarm())).isEqualTo(configuration(before));
    }

    static Stream<Arguments> changes() {
        return Stream.of(
                change("alarm.threshold", alarm -> alarm.threshold(95.0)),
                change("alarm.period", alarm -> alarm.period(300)),
                change("alarm.metricName", alarm -> alarm.metricName("MemoryUtilization")),
                change("alarm.namespace", alarm -> alarm.namespace("Shop")),
                change("alarm.dimensions", alarm -> alarm.dimensions(dimension("ClusterName", "main"))),
                change("alarm.statistic", alarm -> alarm.statistic("Maximum")),
                change(
                        "alarm.statistic",
                        alarm -> alarm.statistic((String) null).extendedStatistic("p99")),
                change("alarm.comparisonOperator", alarm -> alarm.comparisonOperator("LessThanThreshold")),
                change("alarm.evaluationPeriods", alarm -> alarm.evaluationPeriods(5)),
                change("alarm.triggersPolicy", alarm -> alarm.alarmActions(List.of())));
    }

    @Test
    void whatNobodyDeclaredOnTheAlarmSurvivesARepair() {
        // Given
        ResourceId policy = converged();
        overwrite(alarm -> alarm.alarmDescription("call Dana")
                .treatMissingData("breaching")
                .datapointsToAlarm(2)
                .okActions("arn:aws:sns:eu-central-1:123456789012:calm")
                .threshold(95.0));
        // When
        Plan found = loop.pass();
        // Then
        assertThat(ScalingLoop.paths(found, policy)).containsExactly("alarm.threshold");
        assertThat(alarm().threshold()).isEqualTo(70.0);
        assertThat(alarm().alarmDescription()).isEqualTo("call Dana");
        assertThat(alarm().treatMissingData()).isEqualTo("breaching");
        assertThat(alarm().datapointsToAlarm()).isEqualTo(2);
        assertThat(alarm().okActions()).containsExactly("arn:aws:sns:eu-central-1:123456789012:calm");
    }

    @Test
    void aFurtherActionOfSomebodyElseSurvivesARepair() {
        // Given
        converged();
        String topic = "arn:aws:sns:eu-central-1:123456789012:hot";
        overwrite(alarm -> alarm.alarmActions(topic));
        // When
        loop.pass();
        // Then
        assertThat(alarm().alarmActions()).hasSize(2).contains(topic);
    }

    @Test
    void aDeletedAlarmComesBack() {
        // Given
        converged();
        MetricAlarm before = alarm();
        loop.alarms.deleteAlarms(names -> names.alarmNames(ALARM));
        // When
        loop.converge();
        // Then
        assertThat(configuration(alarm())).isEqualTo(configuration(before));
    }

    @Test
    void aDeletedPolicyComesBackAndItsAlarmTriggersTheNewOne() {
        // Given
        converged();
        String before = alarm().alarmActions().get(0);
        loop.scaling.deleteScalingPolicy(request -> request.serviceNamespace("ecs")
                .scalableDimension("ecs:service:DesiredCount")
                .resourceId(ScalingLoop.RESOURCE_ID)
                .policyName("up"));
        // When
        loop.converge();
        // Then
        assertThat(alarm().alarmActions())
                .singleElement()
                .asString()
                .endsWith(":policyName/up")
                .isNotEqualTo(before);
    }

    @Test
    void aChangedPolicyIsRepairedWithoutWhatNobodyDeclared() {
        // Given
        ResourceId policy = converged();
        loop.scaling.putScalingPolicy(request -> request.serviceNamespace("ecs")
                .scalableDimension("ecs:service:DesiredCount")
                .resourceId(ScalingLoop.RESOURCE_ID)
                .policyName("up")
                .policyType("StepScaling")
                .stepScalingPolicyConfiguration(steps -> steps.adjustmentType("ChangeInCapacity")
                        .cooldown(900)
                        .metricAggregationType("Maximum")
                        .stepAdjustments(
                                software.amazon.awssdk.services.applicationautoscaling.model.StepAdjustment.builder()
                                        .metricIntervalLowerBound(0.0)
                                        .scalingAdjustment(2)
                                        .build())));
        loop.forgetCalls();
        // When
        Plan found = loop.pass();
        // Then
        assertThat(ScalingLoop.paths(found, policy)).containsExactly("cooldown");
        assertThat(loop.writes()).containsExactly("PutScalingPolicy");
        var repaired = loop.scaling
                .describeScalingPolicies(request -> request.serviceNamespace("ecs"))
                .scalingPolicies()
                .get(0)
                .stepScalingPolicyConfiguration();
        assertThat(repaired.cooldown()).isEqualTo(60);
        assertThat(repaired.metricAggregationTypeAsString()).isEqualTo("Maximum");
    }

    @Test
    void anAlarmOfItsNameThatIsNotOursIsNeverOverwritten() {
        // Given
        loop.converge();
        putSomebodysAlarm();
        loop.forgetCalls();
        // When
        ResourceId policy = loop.declare(new StepPolicyKind(), "backend.up", UP);
        loop.pass();
        Plan held = loop.pass();
        // Then
        assertThat(held.find(policy).orElseThrow().verdict().mayProceed()).isFalse();
        assertThat(loop.writes()).containsExactly("PutScalingPolicy");
        assertThat(alarm().threshold()).isEqualTo(1.0);
    }

    @Test
    void anAlarmThatMayBeAdoptedIsTaggedFirstAndRepairedThen() {
        // Given
        loop.converge();
        putSomebodysAlarm();
        loop.forgetCalls();
        // When
        loop.adopt(new StepPolicyKind(), "backend.up", UP);
        loop.converge();
        // Then
        assertThat(loop.writes()).containsExactly("PutScalingPolicy", "TagResource", "PutMetricAlarm");
        assertThat(alarm().threshold()).isEqualTo(70.0);
        assertThat(alarm().alarmDescription()).isEqualTo("somebody's");
        assertThat(tags()).contains(tag("holdfast:owner", "us"));
    }

    @Test
    void aPolicyWaitsForItsTarget() {
        // Given
        loop.declare(new StepPolicyKind(), "backend.up", UP);
        // When
        Plan first = loop.pass();
        // Then
        assertThat(first.changes()).extracting(it -> it.id()).startsWith(target);
        assertThat(loop.writes()).containsSubsequence("RegisterScalableTarget", "PutScalingPolicy");
    }

    /** An alarm of the name the policy's would get, made by somebody. */
    private void putSomebodysAlarm() {
        loop.alarms.putMetricAlarm(alarm -> alarm.alarmName(ALARM)
                .alarmDescription("somebody's")
                .namespace("Shop")
                .metricName("Orders")
                .statistic("Sum")
                .period(60)
                .evaluationPeriods(1)
                .threshold(1.0)
                .comparisonOperator("LessThanThreshold"));
    }

    private void overwrite(Consumer<PutMetricAlarmRequest.Builder> change) {
        MetricAlarm live = alarm();
        var request = PutMetricAlarmRequest.builder()
                .alarmName(ALARM)
                .namespace(live.namespace())
                .metricName(live.metricName())
                .dimensions(live.dimensions())
                .statistic(live.statistic())
                .period(live.period())
                .evaluationPeriods(live.evaluationPeriods())
                .threshold(live.threshold())
                .comparisonOperator(live.comparisonOperator())
                .alarmActions(live.alarmActions());
        change.accept(request);
        loop.alarms.putMetricAlarm(request.build());
    }

    private MetricAlarm alarm() {
        return loop.alarms
                .describeAlarms(request -> request.alarmNames(ALARM))
                .metricAlarms()
                .get(0);
    }

    private List<Tag> tags() {
        return loop.alarms
                .listTagsForResource(request -> request.resourceARN(alarm().alarmArn()))
                .tags();
    }

    /** The alarm without what moves by itself. */
    private static MetricAlarm configuration(MetricAlarm alarm) {
        return alarm.toBuilder()
                .alarmConfigurationUpdatedTimestamp(null)
                .stateValue((String) null)
                .stateReason(null)
                .stateReasonData(null)
                .stateUpdatedTimestamp(null)
                .stateTransitionedTimestamp(null)
                .build();
    }

    private static Arguments change(String path, Consumer<PutMetricAlarmRequest.Builder> change) {
        return Arguments.of(path, change);
    }

    private static Dimension dimension(String name, String value) {
        return Dimension.builder().name(name).value(value).build();
    }

    private static Tag tag(String key, String value) {
        return Tag.builder().key(key).value(value).build();
    }
}
