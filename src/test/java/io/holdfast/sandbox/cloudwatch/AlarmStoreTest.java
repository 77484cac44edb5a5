package io.holdfast.sandbox.cloudwatch;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import java.util.List;
import java.util.function.Consumer;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import software.amazon.awssdk.services.cloudwatch.model.AlarmType;
import software.amazon.awssdk.services.cloudwatch.model.CloudWatchException;
import software.amazon.awssdk.services.cloudwatch.model.MetricAlarm;
import software.amazon.awssdk.services.cloudwatch.model.MetricDataQuery;
import software.amazon.awssdk.services.cloudwatch.model.PutMetricAlarmRequest;
import software.amazon.awssdk.services.cloudwatch.model.ResourceNotFoundException;
import software.amazon.awssdk.services.cloudwatch.model.StateValue;
import software.amazon.awssdk.services.cloudwatch.model.Tag;

class AlarmStoreTest {

    private final AlarmScene scene = new AlarmScene();

    @Test
    void anAlarmComesBackAsItWasPut() {
        // Given
        scene.putCpuAlarm(
                "high",
                alarm -> alarm.alarmDescription("busy <&> \"hot\"")
                        .alarmActions(
                                "arn:aws:sns:eu-central-1:123456789012:b", "arn:aws:sns:eu-central-1:123456789012:a")
                        .datapointsToAlarm(2)
                        .treatMissingData("notBreaching"));
        // When
        var alarm = scene.alarm("high");
        // Then
        assertThat(alarm.alarmArn()).isEqualTo("arn:aws:cloudwatch:eu-central-1:123456789012:alarm:high");
        assertThat(alarm.alarmDescription()).isEqualTo("busy <&> \"hot\"");
        assertThat(alarm.alarmActions())
                .containsExactly("arn:aws:sns:eu-central-1:123456789012:b", "arn:aws:sns:eu-central-1:123456789012:a");
        assertThat(alarm.okActions()).isEmpty();
        assertThat(alarm.actionsEnabled()).isTrue();
        assertThat(alarm.dimensions()).containsExactly(AlarmScene.SERVICE);
        assertThat(alarm.period()).isEqualTo(60);
        assertThat(alarm.evaluationPeriods()).isEqualTo(3);
        assertThat(alarm.datapointsToAlarm()).isEqualTo(2);
        assertThat(alarm.threshold()).isEqualTo(70.0);
        assertThat(alarm.treatMissingData()).isEqualTo("notBreaching");
        assertThat(alarm.hasMetrics()).isFalse();
        assertThat(alarm.alarmConfigurationUpdatedTimestamp()).isEqualTo(scene.now());
    }

    @Test
    void aFreshAlarmHasInsufficientData() {
        // Given
        scene.putCpuAlarm("high");
        // When
        var state = scene.stateOf("high");
        // Then
        assertThat(state).isEqualTo(StateValue.INSUFFICIENT_DATA);
    }

    @Test
    void aPutOverwritesEverythingButStateAndTags() {
        // Given
        scene.putCpuAlarm(
                "high",
                alarm -> alarm.alarmDescription("first").datapointsToAlarm(2).tags(tag("team", "payments")));
        scene.cloudWatch.setAlarmState(
                state -> state.alarmName("high").stateValue(StateValue.OK).stateReason("by hand"));
        // When
        scene.putCpuAlarm("high", alarm -> alarm.threshold(80.0).tags(tag("team", "other")));
        // Then
        var alarm = scene.alarm("high");
        assertThat(alarm.threshold()).isEqualTo(80.0);
        assertThat(alarm.alarmDescription()).isNull();
        assertThat(alarm.datapointsToAlarm()).isNull();
        assertThat(alarm.stateValue()).isEqualTo(StateValue.OK);
        assertThat(tagsOf(alarm)).containsExactly(tag("team", "payments"));
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("refused")
    void anImpossibleAlarmIsRefused(String what, Consumer<PutMetricAlarmRequest.Builder> mistake, String explanation) {
        // When, Then
        assertThatThrownBy(() -> scene.putCpuAlarm("high", mistake))
                .as(what)
                .isInstanceOfSatisfying(
                        CloudWatchException.class,
                        refusal -> assertThat(refusal.awsErrorDetails().errorCode())
                                .isEqualTo("ValidationError"))
                .hasMessageContaining(explanation);
        assertThat(scene.alarms("high")).isEmpty();
    }

    static Stream<Arguments> refused() {
        return Stream.of(
                refused("a period of 7 s", alarm -> alarm.period(7), "Period"),
                refused("a period of 90 s", alarm -> alarm.period(90), "Period"),
                refused("no period", alarm -> alarm.period(null), "Period"),
                refused("more datapoints than periods", alarm -> alarm.datapointsToAlarm(4), "DatapointsToAlarm"),
                refused("no datapoints", alarm -> alarm.datapointsToAlarm(0), "DatapointsToAlarm"),
                refused("no periods", alarm -> alarm.evaluationPeriods(0), "EvaluationPeriods"),
                refused("more than a day", alarm -> alarm.evaluationPeriods(1441), "a day"),
                refused("two statistics", alarm -> alarm.extendedStatistic("p99"), "ExtendedStatistic"),
                refused("an unknown comparison", alarm -> alarm.comparisonOperator("Above"), "comparisonOperator"),
                refused("no threshold", alarm -> alarm.threshold(null), "Threshold"),
                refused("an unknown treatment", alarm -> alarm.treatMissingData("guess"), "treatMissingData"),
                refused("six actions", alarm -> alarm.okActions("1", "2", "3", "4", "5", "6"), "OKActions"),
                refused("a metric and math", alarm -> alarm.metrics(math("m1 * 2")), "MetricName"));
    }

    @Test
    void metricMathIsRepeatedInItsOwnTypes() {
        // Given
        scene.putCpuAlarm(
                "ratio",
                alarm -> alarm.namespace(null)
                        .metricName(null)
                        .dimensions(List.of())
                        .statistic((String) null)
                        .period(null)
                        .metrics(
                                math("m1 / 2"),
                                MetricDataQuery.builder()
                                        .id("m1")
                                        .returnData(false)
                                        .metricStat(stat -> stat.period(60)
                                                .stat("Average")
                                                .metric(metric -> metric.namespace("AWS/ECS")
                                                        .metricName("CPUUtilization")
                                                        .dimensions(AlarmScene.SERVICE)))
                                        .build()));
        // When
        var metrics = scene.alarm("ratio").metrics();
        // Then
        assertThat(metrics).hasSize(2);
        assertThat(metrics.get(0).expression()).isEqualTo("m1 / 2");
        assertThat(metrics.get(1).returnData()).isFalse();
        assertThat(metrics.get(1).metricStat().period()).isEqualTo(60);
        assertThat(metrics.get(1).metricStat().metric().dimensions()).containsExactly(AlarmScene.SERVICE);
    }

    @Test
    void aNameThatDoesNotExistIsSimplyNotInTheAnswer() {
        // Given
        scene.putCpuAlarm("high");
        // When
        var found = scene.alarms("high", "low");
        // Then
        assertThat(found).extracting(MetricAlarm::alarmName).containsExactly("high");
    }

    @Test
    void metricAlarmsAreLeftOutWhenOnlyCompositeOnesAreAskedFor() {
        // Given
        scene.putCpuAlarm("high");
        // When
        var found = scene.cloudWatch.describeAlarms(query -> query.alarmTypes(AlarmType.COMPOSITE_ALARM));
        // Then
        assertThat(found.metricAlarms()).isEmpty();
    }

    @Test
    void aPageHoldsAHundredAlarms() {
        // Given
        IntStream.range(0, 101).forEach(number -> scene.putCpuAlarm("alarm-%03d".formatted(number)));
        // When
        var first = scene.cloudWatch.describeAlarms(query -> query.alarmNamePrefix("alarm-"));
        var all = scene.cloudWatch.describeAlarmsPaginator(query -> query.alarmNamePrefix("alarm-"));
        // Then
        assertThat(first.metricAlarms()).hasSize(100);
        assertThat(all.metricAlarms().stream().map(MetricAlarm::alarmName).distinct())
                .hasSize(101);
    }

    @Test
    void aForeignTokenIsRefused() {
        // When, Then
        assertThatThrownBy(() -> scene.cloudWatch.describeAlarms(query -> query.nextToken("%%%")))
                .isInstanceOfSatisfying(
                        CloudWatchException.class,
                        refusal -> assertThat(refusal.awsErrorDetails().errorCode())
                                .isEqualTo("InvalidNextToken"));
    }

    @Test
    void alarmsAreFoundByPrefixOfTheirActions() {
        // Given
        scene.putCpuAlarm("with", alarm -> alarm.alarmActions("arn:aws:autoscaling:x"));
        scene.putCpuAlarm("without");
        // When
        var found = scene.cloudWatch.describeAlarms(query -> query.actionPrefix("arn:aws:autoscaling:"));
        // Then
        assertThat(found.metricAlarms()).extracting(MetricAlarm::alarmName).containsExactly("with");
    }

    @Test
    void deletingForgivesWrongNames() {
        // Given
        scene.putCpuAlarm("high");
        scene.putCpuAlarm("low");
        // When
        scene.cloudWatch.deleteAlarms(names -> names.alarmNames("high", "never-there"));
        // Then
        assertThat(scene.alarms("high", "low"))
                .extracting(MetricAlarm::alarmName)
                .containsExactly("low");
    }

    @Test
    void disablingActionsIsASettingLikeAnyOther() {
        // Given
        scene.putCpuAlarm("high");
        scene.advance(Duration.ofSeconds(5));
        // When
        scene.cloudWatch.disableAlarmActions(names -> names.alarmNames("high"));
        // Then
        assertThat(scene.alarm("high").actionsEnabled()).isFalse();
        assertThat(scene.alarm("high").alarmConfigurationUpdatedTimestamp()).isEqualTo(scene.now());
    }

    @Test
    void tagsAreAddedReplacedAndRemovedByKey() {
        // Given
        scene.putCpuAlarm("high", alarm -> alarm.tags(tag("keep", "1"), tag("change", "1"), tag("drop", "1")));
        var arn = scene.alarm("high").alarmArn();
        // When
        scene.cloudWatch.tagResource(tags -> tags.resourceARN(arn).tags(tag("change", "2"), tag("new", "1")));
        scene.cloudWatch.untagResource(tags -> tags.resourceARN(arn).tagKeys("drop"));
        // Then
        assertThat(tagsOf(scene.alarm("high"))).containsExactly(tag("change", "2"), tag("keep", "1"), tag("new", "1"));
    }

    @Test
    void tagsOfAMissingAlarmAreNotFound() {
        // When, Then
        assertThatThrownBy(() -> scene.cloudWatch.listTagsForResource(
                        query -> query.resourceARN("arn:aws:cloudwatch:eu-central-1:123456789012:alarm:none")))
                .isInstanceOf(ResourceNotFoundException.class);
    }

    @Test
    void whatTheSandboxLacksIsSaid() {
        // When, Then
        assertThatThrownBy(() -> scene.cloudWatch.putCompositeAlarm(
                        alarm -> alarm.alarmName("all").alarmRule("ALARM(high)")))
                .isInstanceOfSatisfying(
                        CloudWatchException.class,
                        refusal -> assertThat(refusal.statusCode()).isEqualTo(501));
    }

    private List<Tag> tagsOf(MetricAlarm alarm) {
        return scene.cloudWatch
                .listTagsForResource(query -> query.resourceARN(alarm.alarmArn()))
                .tags();
    }

    private static Arguments refused(String what, Consumer<PutMetricAlarmRequest.Builder> mistake, String explanation) {
        return Arguments.of(what, mistake, explanation);
    }

    private static MetricDataQuery math(String expression) {
        return MetricDataQuery.builder()
                .id("e1")
                .expression(expression)
                .returnData(true)
                .build();
    }

    private static Tag tag(String key, String value) {
        return Tag.builder().key(key).value(value).build();
    }
}
