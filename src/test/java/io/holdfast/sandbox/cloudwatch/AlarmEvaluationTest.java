package io.holdfast.sandbox.cloudwatch;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import software.amazon.awssdk.services.cloudwatch.model.CloudWatchException;
import software.amazon.awssdk.services.cloudwatch.model.Metric;
import software.amazon.awssdk.services.cloudwatch.model.StandardUnit;
import software.amazon.awssdk.services.cloudwatch.model.StateValue;

class AlarmEvaluationTest {

    private final AlarmScene scene = new AlarmScene();

    @Test
    void anAlarmGoesOffAfterAsManyBreachesAsItAsksFor() {
        // Given
        scene.putCpuAlarm("high");
        scene.minuteAt(90);
        scene.minuteAt(90);
        var before = scene.stateOf("high");
        // When
        scene.minuteAt(90);
        // Then
        assertThat(before).isNotEqualTo(StateValue.ALARM);
        assertThat(scene.stateOf("high")).isEqualTo(StateValue.ALARM);
        assertThat(scene.alarm("high").stateUpdatedTimestamp()).isEqualTo(scene.now());
        assertThat(scene.alarm("high").stateReasonData()).contains("\"recentDatapoints\":[90.0,90.0,90.0]");
    }

    @Test
    void someBreachesOutOfMorePeriodsAreEnoughWhenAskedForSo() {
        // Given
        scene.putCpuAlarm("high", alarm -> alarm.datapointsToAlarm(2));
        scene.minuteAt(90);
        scene.minuteAt(20);
        // When
        scene.minuteAt(90);
        // Then
        assertThat(scene.stateOf("high")).isEqualTo(StateValue.ALARM);
    }

    @Test
    void theThresholdItselfIsNotAboveIt() {
        // Given
        scene.putCpuAlarm("high");
        scene.minuteAt(70);
        scene.minuteAt(70);
        // When
        scene.minuteAt(70);
        // Then
        assertThat(scene.stateOf("high")).isEqualTo(StateValue.OK);
    }

    @Test
    void anAlarmCalmsDownAgain() {
        // Given
        scene.putCpuAlarm("high");
        scene.minuteAt(90);
        scene.minuteAt(90);
        scene.minuteAt(90);
        // When
        scene.minuteAt(10);
        // Then
        assertThat(scene.stateOf("high")).isEqualTo(StateValue.OK);
    }

    @ParameterizedTest(name = "{0} leads to {1}")
    @CsvSource({
        "missing, INSUFFICIENT_DATA",
        "ignore, ALARM",
        "breaching, ALARM",
        "notBreaching, OK",
    })
    void silenceAfterAnAlarmMeansWhatTheAlarmSaysItMeans(String treatment, StateValue state) {
        // Given
        scene.putCpuAlarm("high", alarm -> alarm.treatMissingData(treatment));
        scene.minuteAt(90);
        scene.minuteAt(90);
        scene.minuteAt(90);
        // When
        scene.advance(Duration.ofMinutes(10));
        // Then
        assertThat(scene.stateOf("high")).isEqualTo(state);
    }

    @Test
    void theStateDoesNotDependOnHowOftenOneLooks() {
        // Given
        scene.putCpuAlarm("high");
        scene.minuteAt(90);
        scene.minuteAt(90);
        scene.minuteAt(90);
        var wentOffAt = scene.now();
        // When
        scene.advance(Duration.ofHours(5));
        // Then
        assertThat(scene.stateOf("high")).isEqualTo(StateValue.INSUFFICIENT_DATA);
        assertThat(scene.alarm("high").stateUpdatedTimestamp()).isEqualTo(wentOffAt.plus(Duration.ofMinutes(3)));
    }

    @Test
    void aWrongUnitMutesTheAlarm() {
        // Given
        scene.putCpuAlarm("high", alarm -> alarm.unit(StandardUnit.BYTES));
        scene.minuteAt(90);
        scene.minuteAt(90);
        // When
        scene.minuteAt(90);
        // Then
        assertThat(scene.stateOf("high")).isEqualTo(StateValue.INSUFFICIENT_DATA);
    }

    @Test
    void wrongDimensionsMuteTheAlarm() {
        // Given
        scene.putCpuAlarm(
                "high",
                alarm -> alarm.dimensions(
                        AlarmScene.SERVICE,
                        AlarmScene.SERVICE.toBuilder().name("ClusterName").build()));
        scene.minuteAt(90);
        scene.minuteAt(90);
        // When
        scene.minuteAt(90);
        // Then
        assertThat(scene.stateOf("high")).isEqualTo(StateValue.INSUFFICIENT_DATA);
    }

    @Test
    void aStateSetByHandLastsUntilTheNextLook() {
        // Given
        scene.putCpuAlarm("high");
        // When
        scene.cloudWatch.setAlarmState(
                state -> state.alarmName("high").stateValue(StateValue.ALARM).stateReason("drill"));
        var atFirst = scene.alarm("high");
        scene.advance(Duration.ofMinutes(1));
        // Then
        assertThat(atFirst.stateValue()).isEqualTo(StateValue.ALARM);
        assertThat(atFirst.stateReason()).isEqualTo("drill");
        assertThat(scene.stateOf("high")).isEqualTo(StateValue.INSUFFICIENT_DATA);
    }

    @Test
    void aStateIsNotSetWithReasonDataThatIsNotJson() {
        // Given
        scene.putCpuAlarm("high");
        // When, Then
        assertThatThrownBy(() -> scene.cloudWatch.setAlarmState(state -> state.alarmName("high")
                        .stateValue(StateValue.ALARM)
                        .stateReason("drill")
                        .stateReasonData("{")))
                .isInstanceOfSatisfying(
                        CloudWatchException.class,
                        refusal -> assertThat(refusal.awsErrorDetails().errorCode())
                                .isEqualTo("InvalidFormat"));
    }

    @Test
    void metricsAreListedByWhatTheyHaveData() {
        // Given
        scene.minuteAt(50);
        // When
        var all = scene.cloudWatch.listMetrics(query -> query.namespace("AWS/ECS"));
        var others = scene.cloudWatch.listMetrics(query -> query.metricName("MemoryUtilization"));
        // Then
        assertThat(all.metrics())
                .containsExactly(Metric.builder()
                        .namespace("AWS/ECS")
                        .metricName("CPUUtilization")
                        .dimensions(AlarmScene.SERVICE)
                        .build());
        assertThat(others.metrics()).isEmpty();
    }
}
