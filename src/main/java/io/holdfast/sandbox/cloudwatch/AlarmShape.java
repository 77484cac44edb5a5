package io.holdfast.sandbox.cloudwatch;

import static java.util.Map.entry;

import io.holdfast.sandbox.wire.Input;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** The members of {@code PutMetricAlarm} that {@code DescribeAlarms} repeats (CloudWatch service model, {@code MetricAlarm}). */
final class AlarmShape {

    private static final Map.Entry<String, Member> DIMENSIONS =
            entry("Dimensions", Member.structures(table(entry("Name", Input::string), entry("Value", Input::string))));

    private static final Map<String, Member> METRIC =
            table(entry("Namespace", Input::string), entry("MetricName", Input::string), DIMENSIONS);

    private static final Map<String, Member> METRIC_STAT = table(
            entry("Metric", Member.structure(METRIC)),
            entry("Period", Input::integer),
            entry("Stat", Input::string),
            entry("Unit", Input::string));

    private static final Map<String, Member> METRIC_DATA_QUERY = table(
            entry("Id", Input::string),
            entry("MetricStat", Member.structure(METRIC_STAT)),
            entry("Expression", Input::string),
            entry("Label", Input::string),
            entry("ReturnData", Input::bool),
            entry("Period", Input::integer),
            entry("AccountId", Input::string));

    static final Map<String, Member> MEMBERS = table(
            entry("AlarmDescription", Input::string),
            entry(
                    "ActionsEnabled",
                    (input, name) -> Optional.of(input.bool(name).orElse(true))),
            entry("OKActions", Member.texts()),
            entry("AlarmActions", Member.texts()),
            entry("InsufficientDataActions", Member.texts()),
            entry("MetricName", Input::string),
            entry("Namespace", Input::string),
            entry("Statistic", Input::string),
            entry("ExtendedStatistic", Input::string),
            DIMENSIONS,
            entry("Period", Input::integer),
            entry("Unit", Input::string),
            entry("EvaluationPeriods", Input::integer),
            entry("DatapointsToAlarm", Input::integer),
            entry("Threshold", Input::decimal),
            entry("ComparisonOperator", Input::string),
            entry("TreatMissingData", Input::string),
            entry("EvaluateLowSampleCountPercentile", Input::string),
            // Not repeated empty, unlike the other lists: an alarm on one metric has no such member.
            entry(
                    "Metrics",
                    (input, name) -> Member.structures(METRIC_DATA_QUERY)
                            .read(input, name)
                            .filter(queries -> !List.of().equals(queries))),
            entry("ThresholdMetricId", Input::string));

    private AlarmShape() {}

    @SafeVarargs
    private static Map<String, Member> table(Map.Entry<String, Member>... rows) {
        var table = new LinkedHashMap<String, Member>();
        for (var row : rows) {
            table.put(row.getKey(), row.getValue());
        }
        return Collections.unmodifiableMap(table);
    }
}
