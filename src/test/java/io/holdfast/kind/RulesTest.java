package io.holdfast.kind;

import static org.assertj.core.api.Assertions.assertThat;

import io.holdfast.kind.scheduledaction.ScheduledActionKind;
import io.holdfast.kind.steppolicy.StepPolicyKind;
import io.holdfast.kind.trackingpolicy.TrackingPolicyKind;
import io.holdfast.model.Kind;
import io.holdfast.model.Problem;
import io.holdfast.model.References;
import io.holdfast.model.ResourceId;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What the YAML of the scaling kinds gets wrong is told before AWS is asked. */
class RulesTest {

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '~',
            value = {
                "{schedule: 'cron(0 22 * * ? *)', min: 0, max: 0} | none",
                "{schedule: 'cron(0 22 * * ?)', min: 0} | schedule",
                "{schedule: 'cron(0 25 * * ? *)', min: 0} | schedule",
                "{schedule: 'rate(0 hours)', min: 0} | schedule",
                "{schedule: 'at(2026-02-30T00:00:00)', min: 0} | schedule",
                "{schedule: 'rate(1 day)', timezone: Mars/Base, min: 0} | timezone",
                "{schedule: 'rate(1 day)', startTime: tomorrow, min: 0} | startTime",
                "{schedule: 'rate(1 day)', endTime: '2026-03-01', min: 0} | endTime",
                "{schedule: 'rate(1 day)', min: 2, max: 1} | min",
                "{schedule: 'rate(1 day)'} | whole",
                "{schedule: 'rate(1 day)', min: 0, resourceId: x} | resourceId",
                "{schedule: 'rate(1 day)', min: 0, createdAt: x} | createdAt",
            })
    void aScheduledActionThatCannotBe(String yaml, String path) {
        assertThat(paths(new ScheduledActionKind(), yaml)).isEqualTo(path);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '~',
            value = {
                "{targetValue: 60, predefinedMetricSpecification: {predefinedMetricType: ECSServiceAverageCPUUtilization}} | none",
                "{predefinedMetricSpecification: {predefinedMetricType: ECSServiceAverageCPUUtilization}} | targetValue",
                "{targetValue: 60} | whole",
                "{targetValue: 60, predefinedMetricSpecification: {predefinedMetricType: ALBRequestCountPerTarget}}"
                        + " | predefinedMetricSpecification.resourceLabel",
            })
    void aTrackingPolicyThatCannotBe(String yaml, String path) {
        assertThat(paths(new TrackingPolicyKind(), yaml)).isEqualTo(path);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '~',
            value = {
                "[{scalingAdjustment: 1}] | period: 60 | none",
                "[{metricIntervalUpperBound: 5, scalingAdjustment: 1}, {metricIntervalLowerBound: 6, scalingAdjustment: 2}]"
                        + " | period: 60 | stepAdjustments",
                "[{metricIntervalLowerBound: 6, metricIntervalUpperBound: 5, scalingAdjustment: 1}]"
                        + " | period: 60 | stepAdjustments",
                "[{scalingAdjustment: 1}] | period: 45 | alarm.period",
                "[{scalingAdjustment: 1}] | {} | alarm.period",
                "[{scalingAdjustment: 1}] | period: 60, datapointsToAlarm: 4 | alarm.datapointsToAlarm",
                "[{scalingAdjustment: 1}] | period: 60, extendedStatistic: p99 | alarm",
                "[{scalingAdjustment: 1}] | period: 60, metrics: [{id: e, expression: a}] | alarm",
                "[{scalingAdjustment: 1}] | period: 60, triggersPolicy: false | alarm.triggersPolicy",
            })
    void aStepPolicyThatCannotBe(String steps, String alarm, String path) {
        String base =
                "metricName: m, statistic: Sum, threshold: 1, comparisonOperator: LessThanThreshold, evaluationPeriods: 3";
        String yaml = "{adjustmentType: ExactCapacity, stepAdjustments: " + steps + ", alarm: {" + base
                + (alarm.equals("{}") ? "" : ", " + alarm) + "}}";
        assertThat(paths(new StepPolicyKind(), yaml)).isEqualTo(path);
    }

    private static <S extends Record> String paths(Kind<S> kind, String yaml) {
        var self = new ResourceId("test", kind.name(), "backend.x");
        List<String> paths = kind.check(self, Yaml.read(kind.stateType(), yaml), References.of(Map.of())).stream()
                .map(Problem::path)
                .map(path -> path.isEmpty() ? "whole" : path)
                .toList();
        return paths.isEmpty() ? "none" : String.join(", ", paths);
    }
}
