package io.holdfast.kind.steppolicy;

import static io.holdfast.model.Impact.IN_PLACE;

import io.holdfast.aws.MetricMath;
import io.holdfast.model.Comparison;
import io.holdfast.model.Field;
import io.holdfast.model.FieldTable;
import java.util.Optional;
import java.util.function.Function;

/** What we manage of an alarm. Its name is what it is found by, so it never differs. */
final class StepAlarmFields {
    static final String PUT = "cloudwatch:PutMetricAlarm";

    static final FieldTable<StepAlarm> TABLE = FieldTable.<StepAlarm>changedBy(PUT)
            .row(field("metricName", StepAlarm::metricName, Comparison.exact()))
            .row(field("namespace", StepAlarm::namespace, Comparison.exact()))
            .row(field("dimensions", StepAlarm::dimensions, Comparison.exact().emptyIsAbsent()))
            .row(field("statistic", StepAlarm::statistic, Comparison.exact()))
            .row(field("extendedStatistic", StepAlarm::extendedStatistic, Comparison.exact()))
            .row(field("unit", StepAlarm::unit, Comparison.exact()))
            .row(field("metrics", StepAlarm::metrics, Comparison.exact().in(MetricMath::of)))
            .row(field("threshold", StepAlarm::threshold, Comparison.exact()))
            .row(field("comparisonOperator", StepAlarm::comparisonOperator, Comparison.exact()))
            .row(field("period", StepAlarm::period, Comparison.exact()))
            .row(field("evaluationPeriods", StepAlarm::evaluationPeriods, Comparison.exact()))
            .row(field("datapointsToAlarm", StepAlarm::datapointsToAlarm, Comparison.exact()))
            .row(field(
                    "treatMissingData",
                    StepAlarm::treatMissingData,
                    Comparison.exact().defaultsTo("missing")))
            .row(field(
                    "evaluateLowSampleCountPercentile",
                    StepAlarm::evaluateLowSampleCountPercentile,
                    Comparison.exact()))
            .row(field(
                    "actionsEnabled",
                    StepAlarm::actionsEnabled,
                    Comparison.exact().defaultsTo(true)))
            .row(field("triggersPolicy", StepAlarm::triggersPolicy, Comparison.exact()))
            .row(field("alarmActions", StepAlarm::alarmActions, Comparison.unordered()))
            .row(field("okActions", StepAlarm::okActions, Comparison.unordered()))
            .row(field("insufficientDataActions", StepAlarm::insufficientDataActions, Comparison.unordered()))
            .row(field(
                    "alarmDescription",
                    StepAlarm::alarmDescription,
                    Comparison.exact().emptyIsAbsent()))
            .build();

    private StepAlarmFields() {}

    private static Field<StepAlarm> field(String path, Function<StepAlarm, Optional<?>> get, Comparison rule) {
        return Field.of(path, get, IN_PLACE).compared(rule);
    }
}
