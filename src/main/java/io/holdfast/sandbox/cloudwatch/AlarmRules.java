package io.holdfast.sandbox.cloudwatch;

import io.holdfast.sandbox.wire.AwsError;
import io.holdfast.sandbox.wire.Input;
import java.util.Arrays;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;

/** What {@code PutMetricAlarm} refuses (CloudWatch API Reference, PutMetricAlarm). */
final class AlarmRules {

    private static final int MINUTE = 60;
    private static final int HOUR = 3_600;
    private static final int DAY = 86_400;
    private static final int WEEK = 7 * DAY;
    private static final int ACTIONS = 5;
    private static final int NAME_LENGTH = 255;

    private static final Set<Integer> PERIODS_BELOW_A_MINUTE = Set.of(10, 20, 30);

    private static final List<String> COMPARISONS = List.of(
            "GreaterThanOrEqualToThreshold",
            "GreaterThanThreshold",
            "LessThanThreshold",
            "LessThanOrEqualToThreshold",
            "LessThanLowerOrGreaterThanUpperThreshold",
            "LessThanLowerThreshold",
            "GreaterThanUpperThreshold");

    private AlarmRules() {}

    static void check(Input input) {
        checkName(input.string("AlarmName").orElse(""));
        checkActions(input);
        checkComparison(input);
        checkEvaluation(input);
        if (input.list("Metrics").isEmpty()) {
            checkMetric(input);
        } else {
            refuseIf(input.has("MetricName"), "MetricName must not be set when Metrics is set.");
        }
    }

    private static void checkName(String name) {
        refuseIf(
                name.isEmpty() || name.length() > NAME_LENGTH,
                "AlarmName must have 1 to " + NAME_LENGTH + " characters.");
    }

    private static void checkActions(Input input) {
        for (var member : AlarmState.ACTION_MEMBERS) {
            refuseIf(input.strings(member).size() > ACTIONS, member + " must have at most " + ACTIONS + " members.");
        }
    }

    private static void checkComparison(Input input) {
        one("comparisonOperator", input.string("ComparisonOperator").orElse(""), COMPARISONS);
        refuseIf(
                input.has("Threshold") == input.has("ThresholdMetricId"),
                "Exactly one of Threshold and ThresholdMetricId must be set.");
        input.string("TreatMissingData").ifPresent(sent -> one("treatMissingData", sent, names(MissingData.values())));
    }

    private static void checkEvaluation(Input input) {
        int periods = input.integer("EvaluationPeriods").orElse(0);
        refuseIf(periods < 1, "EvaluationPeriods must be 1 or more.");
        int datapoints = input.integer("DatapointsToAlarm").orElse(periods);
        refuseIf(datapoints < 1, "DatapointsToAlarm must be 1 or more.");
        refuseIf(datapoints > periods, "DatapointsToAlarm must be less than or equal to EvaluationPeriods.");
    }

    private static void checkMetric(Input input) {
        refuseIf(!input.has("MetricName"), "MetricName or Metrics must be set.");
        refuseIf(!input.has("Namespace"), "Namespace must be set when MetricName is.");
        refuseIf(
                input.has("Statistic") == input.has("ExtendedStatistic"),
                "Exactly one of Statistic and ExtendedStatistic must be set.");
        input.string("Statistic").ifPresent(sent -> one("statistic", sent, names(Statistic.values())));
        checkPeriod(
                input.integer("Period").orElse(0),
                input.integer("EvaluationPeriods").orElse(1));
    }

    private static void checkPeriod(int period, int evaluationPeriods) {
        boolean minutes = period > 0 && period % MINUTE == 0;
        refuseIf(
                !minutes && !PERIODS_BELOW_A_MINUTE.contains(period), "Period must be 10, 20, 30 or a multiple of 60.");
        long looksBack = (long) period * evaluationPeriods;
        refuseIf(
                looksBack > (period < HOUR ? DAY : WEEK),
                "Metrics cannot be checked across more than a day (a week for periods of an hour or more).");
    }

    private static List<String> names(Enum<?>[] constants) {
        return Arrays.stream(constants).map(Enum::name).toList();
    }

    private static void one(String member, String sent, List<String> allowed) {
        refuseIf(
                !allowed.contains(sent),
                "1 validation error detected: Value '" + sent + "' at '" + member
                        + "' failed to satisfy constraint: Member must satisfy enum value set: "
                        + allowed.stream().collect(Collectors.joining(", ", "[", "]")));
    }

    private static void refuseIf(boolean wrong, String message) {
        if (wrong) {
            throw AwsError.badRequest("ValidationError", message);
        }
    }
}
