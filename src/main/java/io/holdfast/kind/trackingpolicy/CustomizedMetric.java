package io.holdfast.kind.trackingpolicy;

import static java.util.Objects.requireNonNull;

import jakarta.validation.constraints.Pattern;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * One series of CloudWatch, or the result of metric math. Limits: Application Auto Scaling API Reference,
 * CustomizedMetricSpecification.
 *
 * @param namespace where the metric lives, such as {@code Shop/Queue}; leave it out with {@code metrics}
 * @param metricName which, such as {@code BacklogPerTask}; leave it out with {@code metrics}
 * @param dimensions the exact ones; left out, none
 * @param statistic how its points become numbers; leave it out with {@code metrics}
 * @param unit only points of this unit count; left out, any
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
     * @param id unique in the specification, such as {@code m1}
     * @param expression what is computed, such as {@code m1 / m2}; leave it out for a query
     * @param metricStat what is fetched; leave it out for an expression
     * @param label for people
     * @param returnData whether this is what is kept near the value, as exactly one is; left out, AWS takes true
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
     * @param stat a statistic or a percentile, such as {@code Average} or {@code p99}
     * @param unit only points of this unit count; left out, any
     */
    public record MetricStat(Metric metric, String stat, Optional<String> unit) {}

    /**
     * Which series.
     *
     * @param namespace such as {@code AWS/SQS}
     * @param metricName such as {@code ApproximateNumberOfMessagesVisible}
     * @param dimensions the exact ones; left out, none
     */
    public record Metric(
            Optional<String> namespace, Optional<String> metricName, Optional<Map<String, String>> dimensions) {}
}
