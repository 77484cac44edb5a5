package io.holdfast.kind.trackingpolicy;

import static java.util.Objects.requireNonNull;

import jakarta.validation.constraints.Pattern;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * One series of CloudWatch, or the result of metric math.
 *
 * @param namespace such as {@code Shop/Queue}
 * @param metricName such as {@code BacklogPerTask}
 * @param dimensions the exact ones
 * @param statistic how its points become numbers
 * @param unit only points of this unit count
 * @param metrics queries and expressions instead of one series
 */
public record CustomizedMetric(
        Optional<String> namespace,
        Optional<String> metricName,
        Optional<Map<String, String>> dimensions,
        Optional<@Pattern(regexp = "Average|Minimum|Maximum|SampleCount|Sum") String> statistic,
        Optional<String> unit,
        Optional<List<MetricQuery>> metrics) {

    public CustomizedMetric {
        requireNonNull(namespace, "namespace");
        requireNonNull(metricName, "metricName");
        dimensions = dimensions.map(Map::copyOf);
        requireNonNull(statistic, "statistic");
        requireNonNull(unit, "unit");
        metrics = metrics.map(List::copyOf);
    }

    /**
     * One query or expression of metric math.
     *
     * @param id unique in the specification
     * @param expression what is computed; absent for a plain query
     * @param metricStat what is fetched; absent for an expression
     * @param label for people
     * @param returnData whether this is what is kept near the value, as exactly one is; AWS takes true when left out
     */
    public record MetricQuery(
            String id,
            Optional<String> expression,
            Optional<MetricStat> metricStat,
            Optional<String> label,
            Optional<Boolean> returnData) {}

    /**
     * A series and how its points become numbers.
     *
     * @param metric which series
     * @param stat a statistic or a percentile
     * @param unit only points of this unit
     */
    public record MetricStat(Metric metric, String stat, Optional<String> unit) {}

    /**
     * Which series.
     *
     * @param namespace such as {@code AWS/SQS}
     * @param metricName such as {@code ApproximateNumberOfMessagesVisible}
     * @param dimensions the exact ones
     */
    public record Metric(
            Optional<String> namespace, Optional<String> metricName, Optional<Map<String, String>> dimensions) {}
}
