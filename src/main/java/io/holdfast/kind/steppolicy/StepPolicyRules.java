package io.holdfast.kind.steppolicy;

import io.holdfast.aws.MetricQueries;
import io.holdfast.kind.steppolicy.StepPolicyState.StepAdjustment;
import io.holdfast.model.Problem;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;

/** What AWS would refuse of a declaration whose single values are allowed (API References of both services). */
final class StepPolicyRules {
    private static final String PERCENT = "PercentChangeInCapacity";
    private static final int MINUTE = 60;
    private static final int HOUR = 60 * MINUTE;
    private static final int DAY = 24 * HOUR;
    private static final int WEEK = 7 * DAY;

    private final List<Problem> problems = new ArrayList<>();

    private StepPolicyRules() {}

    static List<Problem> problems(StepPolicyState declared) {
        var rules = new StepPolicyRules();
        rules.need("adjustmentType", declared.adjustmentType());
        rules.need("stepAdjustments", declared.stepAdjustments());
        rules.need("alarm", declared.alarm());
        declared.stepAdjustments().ifPresent(rules::steps);
        rules.magnitude(declared);
        declared.alarm().ifPresent(rules::alarm);
        if (declared.resourceId().isPresent()) {
            rules.tell("resourceId", "follows from the service and is not written", "nothing");
        }
        return List.copyOf(rules.problems);
    }

    private void magnitude(StepPolicyState declared) {
        if (declared.minAdjustmentMagnitude().isPresent()
                && declared.adjustmentType().filter(it -> !it.equals(PERCENT)).isPresent()) {
            tell("minAdjustmentMagnitude", "means nothing with this adjustmentType", PERCENT + ", or leave it out");
        }
    }

    private void steps(List<StepAdjustment> steps) {
        List<StepAdjustment> sorted = steps.stream()
                .sorted(Comparator.comparingDouble(StepAdjustment::bottom))
                .toList();
        for (int i = 1; i < sorted.size(); i++) {
            if (sorted.get(i - 1).top() != sorted.get(i).bottom()) {
                tell(
                        "stepAdjustments",
                        "the intervals overlap or leave a gap",
                        "each begins where the one before ends");
            }
        }
        if (steps.stream().anyMatch(step -> step.bottom() >= step.top())) {
            tell("stepAdjustments", "an interval ends before it begins", "a lower bound below the upper bound");
        }
    }

    private void alarm(StepAlarm alarm) {
        need("alarm.threshold", alarm.threshold());
        need("alarm.comparisonOperator", alarm.comparisonOperator());
        need("alarm.evaluationPeriods", alarm.evaluationPeriods());
        if (alarm.isMath() == alarm.metricName().isPresent()) {
            tell("alarm", "it must watch something, and only one thing", "either metricName or metrics");
        }
        if (alarm.isMath()) {
            problems.addAll(
                    MetricQueries.problems("alarm.metrics", alarm.metrics().orElseThrow()));
        } else {
            oneMetric(alarm);
        }
        if (alarm.triggersPolicy().filter(it -> !it).isPresent()) {
            tell("alarm.triggersPolicy", "an alarm that triggers no policy is none of a policy's", "true");
        }
        int periods = alarm.evaluationPeriods().orElse(Integer.MAX_VALUE);
        if (alarm.datapointsToAlarm().filter(it -> it > periods).isPresent()) {
            tell("alarm.datapointsToAlarm", "more than there are periods", "at most " + periods);
        }
    }

    private void oneMetric(StepAlarm alarm) {
        need("alarm.period", alarm.period());
        if (alarm.statistic().isPresent() == alarm.extendedStatistic().isPresent()) {
            tell("alarm", "a period's points become one number in one way", "either statistic or extendedStatistic");
        }
        if (alarm.period().filter(it -> !isPeriod(it)).isPresent()) {
            tell("alarm.period", "no period of CloudWatch", "10, 20, 30 or a multiple of 60");
        }
        span(alarm);
    }

    /** An alarm looks back a day, or a week by periods of an hour or longer. */
    private void span(StepAlarm alarm) {
        long period = alarm.period().orElse(0);
        long most = period >= HOUR ? WEEK : DAY;
        if (period * alarm.evaluationPeriods().orElse(0) > most) {
            tell("alarm.evaluationPeriods", "looks back further than CloudWatch does", "up to " + most / period);
        }
    }

    private static boolean isPeriod(int seconds) {
        return seconds % MINUTE == 0 || List.of(10, 20, 30).contains(seconds);
    }

    private void need(String path, Optional<?> value) {
        if (value.isEmpty()) {
            tell(path, "is missing", "");
        }
    }

    private void tell(String path, String message, String allowed) {
        problems.add(new Problem(path, message, allowed));
    }
}
