package io.holdfast.kind.trackingpolicy;

import io.holdfast.aws.MetricQueries;
import io.holdfast.kind.trackingpolicy.TrackingPolicyState.PredefinedMetric;
import io.holdfast.model.Problem;
import java.util.ArrayList;
import java.util.List;

/** What AWS would refuse of a declaration whose single values are allowed (API Reference, PutScalingPolicy). */
final class TrackingPolicyRules {
    private static final String SERIES = "customizedMetricSpecification";
    private static final String REQUESTS = "ALBRequestCountPerTarget";

    private final List<Problem> problems = new ArrayList<>();

    private TrackingPolicyRules() {}

    static List<Problem> problems(TrackingPolicyState declared) {
        var rules = new TrackingPolicyRules();
        if (declared.targetValue().isEmpty()) {
            rules.tell("targetValue", "is missing", "a number in the metric's unit");
        }
        boolean predefined = declared.predefinedMetricSpecification().isPresent();
        if (predefined == declared.customizedMetricSpecification().isPresent()) {
            rules.tell(
                    "",
                    "exactly one metric is tracked",
                    "either predefinedMetricSpecification or customizedMetricSpecification");
        }
        declared.predefinedMetricSpecification().ifPresent(rules::label);
        declared.customizedMetricSpecification().ifPresent(rules::series);
        if (declared.resourceId().isPresent()) {
            rules.tell("resourceId", "follows from the service and is not written", "nothing");
        }
        return List.copyOf(rules.problems);
    }

    private void label(PredefinedMetric metric) {
        boolean needed = metric.predefinedMetricType().equals(REQUESTS);
        if (needed != metric.resourceLabel().isPresent()) {
            tell(
                    "predefinedMetricSpecification.resourceLabel",
                    needed ? "is missing" : "says nothing about this metric",
                    "a label for " + REQUESTS + ", and for no other metric");
        }
    }

    private void series(CustomizedMetric metric) {
        boolean math = metric.metrics().filter(it -> !it.isEmpty()).isPresent();
        boolean one = metric.metricName().isPresent()
                || metric.namespace().isPresent()
                || metric.statistic().isPresent();
        boolean whole = metric.metricName().isPresent()
                && metric.namespace().isPresent()
                && metric.statistic().isPresent();
        if (math == one || (one && !whole)) {
            tell(SERIES, "does not say which one series it is", "namespace, metricName and statistic; or metrics");
        }
        if (math) {
            problems.addAll(
                    MetricQueries.problems(SERIES + ".metrics", metric.metrics().orElseThrow()));
        }
    }

    private void tell(String path, String message, String allowed) {
        problems.add(new Problem(path, message, allowed));
    }
}
