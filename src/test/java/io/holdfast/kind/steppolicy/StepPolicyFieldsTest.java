package io.holdfast.kind.steppolicy;

import static io.holdfast.model.Impact.IN_PLACE;
import static io.holdfast.model.Impact.REPLACEMENT;

import io.holdfast.kind.FieldPairs;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class StepPolicyFieldsTest {
    private static final String PUT_POLICY = "application-autoscaling:PutScalingPolicy";
    private static final String PUT_ALARM = "cloudwatch:PutMetricAlarm";

    private final StepPolicyKind kind = new StepPolicyKind();

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '~',
            value = {
                "{} | {cooldown: 60, adjustmentType: ExactCapacity, alarm: {threshold: 1}}",
                "{cooldown: 300, metricAggregationType: Average} | {}",
                "{stepAdjustments: [{metricIntervalLowerBound: 0, scalingAdjustment: 1}]}"
                        + " | {stepAdjustments: [{metricIntervalLowerBound: 0.0, scalingAdjustment: 1}]}",
                "{stepAdjustments: [{metricIntervalUpperBound: 9, scalingAdjustment: 1}, {metricIntervalLowerBound: 9, scalingAdjustment: 2}]}"
                        + " | {stepAdjustments: [{metricIntervalLowerBound: 9, scalingAdjustment: 2}, {metricIntervalUpperBound: 9, scalingAdjustment: 1}]}",
                "{alarm: {threshold: 70}} | {alarm: {threshold: 70.0, period: 60}}",
                "{alarm: {treatMissingData: missing, actionsEnabled: true}} | {alarm: {}}",
                "{alarm: {dimensions: {a: 1, b: 2}}} | {alarm: {dimensions: {b: 2, a: 1}}}",
                "{alarm: {dimensions: {}}} | {alarm: {}}",
                "{alarm: {okActions: [x, y]}} | {alarm: {okActions: [y, x]}}",
                "{alarm: {alarmActions: [], insufficientDataActions: []}} | {alarm: {}}",
                "{alarm: {metrics: [{id: e, expression: 'a / b'}]}}"
                        + " | {alarm: {metrics: [{id: e, expression: 'a  / b', returnData: true}]}}",
                "{alarm: {metrics: [{id: m, metricStat: {metric: {namespace: a, metricName: b}, period: 60, stat: Sum}}]}}"
                        + " | {alarm: {metrics: [{id: m, metricStat: {metric: {namespace: a, metricName: b, dimensions: {}}, period: 60, stat: Sum}}]}}",
            })
    void theseAreTheSame(String desired, String live) {
        FieldPairs.assertEqual(kind, desired, live);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '~',
            value = {
                "{adjustmentType: ExactCapacity} | {adjustmentType: ChangeInCapacity} | adjustmentType",
                "{cooldown: 60} | {} | cooldown",
                "{cooldown: 300} | {cooldown: 60} | cooldown",
                "{minAdjustmentMagnitude: 2} | {} | minAdjustmentMagnitude",
                "{metricAggregationType: Maximum} | {} | metricAggregationType",
                "{stepAdjustments: [{metricIntervalLowerBound: 0, scalingAdjustment: 1}]}"
                        + " | {stepAdjustments: [{scalingAdjustment: 1}]} | stepAdjustments",
                "{stepAdjustments: [{scalingAdjustment: 1}]} | {stepAdjustments: [{scalingAdjustment: -1}]} | stepAdjustments",
            })
    void thesePoliciesDiffer(String desired, String live, String path) {
        FieldPairs.assertDifferent(kind, desired, live, path, IN_PLACE, PUT_POLICY);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '~',
            value = {
                "metricName: CPUUtilization | metricName: MemoryUtilization | metricName",
                "namespace: AWS/ECS | namespace: Shop | namespace",
                "dimensions: {a: 1} | dimensions: {a: 1, b: 2} | dimensions",
                "statistic: Average | statistic: Maximum | statistic",
                "extendedStatistic: p99 | statistic: Maximum | extendedStatistic",
                "unit: Percent | period: 60 | unit",
                "metrics: [{id: e, expression: a}] | metrics: [{id: e, expression: b}] | metrics",
                "threshold: 70 | threshold: 70.1 | threshold",
                "comparisonOperator: LessThanThreshold | comparisonOperator: GreaterThanThreshold | comparisonOperator",
                "period: 60 | period: 300 | period",
                "evaluationPeriods: 3 | evaluationPeriods: 2 | evaluationPeriods",
                "datapointsToAlarm: 2 | datapointsToAlarm: 3 | datapointsToAlarm",
                "treatMissingData: ignore | period: 60 | treatMissingData",
                "evaluateLowSampleCountPercentile: ignore | period: 60 | evaluateLowSampleCountPercentile",
                "actionsEnabled: true | actionsEnabled: false | actionsEnabled",
                "triggersPolicy: true | triggersPolicy: false | triggersPolicy",
                "alarmActions: [x] | alarmActions: [x, y] | alarmActions",
                "okActions: [] | okActions: [x] | okActions",
                "insufficientDataActions: [x] | period: 60 | insufficientDataActions",
                "alarmDescription: busy | alarmDescription: idle | alarmDescription",
            })
    void theseAlarmsDiffer(String desired, String live, String path) {
        FieldPairs.assertDifferent(
                kind, "{alarm: {" + desired + "}}", "{alarm: {" + live + "}}", "alarm." + path, IN_PLACE, PUT_ALARM);
    }

    @Test
    void anAlarmThatIsNotThereIsADifferenceInWhatItShouldBe() {
        FieldPairs.assertDifferent(
                kind, "{alarm: {threshold: 70, actionsEnabled: true}}", "{}", "alarm.threshold", IN_PLACE, PUT_ALARM);
    }

    @Test
    void anotherTypeOfPolicyCanOnlyBeReplaced() {
        FieldPairs.assertDifferent(
                kind,
                "{policyType: StepScaling}",
                "{policyType: TargetTrackingScaling}",
                "policyType",
                REPLACEMENT,
                PUT_POLICY);
    }
}
