package io.holdfast.kind.steppolicy;

import static java.util.Objects.requireNonNull;

import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * The alarm that triggers a step scaling policy, as declared or as live. It watches one metric, or the result of
 * metric math. Limits: Amazon CloudWatch API Reference, PutMetricAlarm.
 *
 * @param metricName what is watched, such as {@code CPUUtilization}; leave it out with {@code metrics}
 * @param threshold beyond it the alarm goes off, in the metric's unit, such as {@code 70}
 * @param comparisonOperator on which side beyond is
 * @param evaluationPeriods over how many periods it looks
 * @param datapointsToAlarm how many of them must breach; left out, all of them
 * @param period seconds: 10, 20, 30 or a multiple of 60; leave it out with {@code metrics}
 * @param statistic how a period's points become one number; leave it out with {@code extendedStatistic} or
 *     {@code metrics}
 * @param extendedStatistic a percentile such as {@code p99}, in place of {@code statistic}
 * @param namespace where the metric lives, such as {@code AWS/ECS}; left out, that one
 * @param dimensions of the metric, by name; the whole map is ours. Left out, the service's cluster and name
 * @param unit only data points of this unit are seen: a wrong one mutes the alarm. Left out, any
 * @param metrics queries and expressions instead of one metric
 * @param treatMissingData what silence means; left out, AWS takes {@code missing}
 * @param evaluateLowSampleCountPercentile whether percentiles of few points count; left out, AWS takes
 *     {@code evaluate}
 * @param actionsEnabled whether it acts at all; left out, AWS takes true
 * @param triggersPolicy whether the policy is among its actions; left out, it is
 * @param alarmActions further ARNs to act on when it goes off, besides the policy; order means nothing
 * @param okActions ARNs to act on when it is well again; order means nothing
 * @param insufficientDataActions ARNs to act on when it cannot tell; order means nothing
 * @param alarmDescription for people
 * @param alarmName unique in account and region; left out, made of cluster, service and policy
 */
public record StepAlarm(
        Optional<@Size(min = 1, max = 255) String> metricName,
        Optional<Double> threshold,
        Optional<
                        @Pattern(
                                regexp = "GreaterThanOrEqualToThreshold|GreaterThanThreshold"
                                        + "|LessThanThreshold|LessThanOrEqualToThreshold")
                        String>
                comparisonOperator,
        Optional<@Min(1) Integer> evaluationPeriods,
        Optional<@Min(1) Integer> datapointsToAlarm,
        Optional<@Min(10) @Max(604_800) Integer> period,
        Optional<@Pattern(regexp = "SampleCount|Average|Sum|Minimum|Maximum") String> statistic,
        Optional<String> extendedStatistic,
        Optional<@Size(min = 1, max = 255) String> namespace,
        Optional<@Size(max = 30) Map<String, String>> dimensions,
        Optional<String> unit,
        Optional<List<MetricQuery>> metrics,
        Optional<@Pattern(regexp = "breaching|notBreaching|ignore|missing") String> treatMissingData,
        Optional<@Pattern(regexp = "evaluate|ignore") String> evaluateLowSampleCountPercentile,
        Optional<Boolean> actionsEnabled,
        Optional<Boolean> triggersPolicy,
        Optional<@Size(max = 4) List<String>> alarmActions,
        Optional<@Size(max = 5) List<String>> okActions,
        Optional<@Size(max = 5) List<String>> insufficientDataActions,
        Optional<@Size(max = 1024) String> alarmDescription,
        Optional<@Size(min = 1, max = 255) String> alarmName) {

    public StepAlarm {
        dimensions = dimensions.map(Map::copyOf);
        metrics = metrics.map(List::copyOf);
        alarmActions = alarmActions.map(List::copyOf);
        okActions = okActions.map(List::copyOf);
        insufficientDataActions = insufficientDataActions.map(List::copyOf);
        requireNonNull(alarmName, "alarmName");
    }

    /** Whether it watches the result of metric math rather than one metric. */
    boolean isMath() {
        return metrics.filter(queries -> !queries.isEmpty()).isPresent();
    }

    /**
     * One query or expression of metric math.
     *
     * @param id unique in the alarm, such as {@code m1}
     * @param expression what is computed, such as {@code m1 / m2}; leave it out for a query
     * @param metricStat what is fetched; leave it out for an expression
     * @param label for people
     * @param returnData whether this is what the alarm watches, as exactly one is; left out, AWS takes true
     * @param period seconds, for an expression
     * @param accountId where the metric lives; left out, in this account
     */
    public record MetricQuery(
            String id,
            Optional<String> expression,
            Optional<MetricStat> metricStat,
            Optional<String> label,
            Optional<Boolean> returnData,
            Optional<Integer> period,
            Optional<String> accountId) {}

    /**
     * A metric and how its points become numbers.
     *
     * @param metric which series
     * @param period seconds: 10, 20, 30 or a multiple of 60
     * @param stat a statistic or a percentile, such as {@code Average} or {@code p99}
     * @param unit only points of this unit count; left out, any
     */
    public record MetricStat(Metric metric, int period, String stat, Optional<String> unit) {}

    /**
     * Which series.
     *
     * @param namespace such as {@code AWS/ECS}
     * @param metricName such as {@code CPUUtilization}
     * @param dimensions the exact ones; left out, none
     */
    public record Metric(String namespace, String metricName, Optional<Map<String, String>> dimensions) {}
}
