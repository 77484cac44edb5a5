package io.holdfast.sandbox.autoscaling;

import io.holdfast.sandbox.wire.Input;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Which series a target tracking policy's alarms watch. */
final class TrackedMetric {

    private static final String CPU = "ECSServiceAverageCPUUtilization";
    private static final String MEMORY = "ECSServiceAverageMemoryUtilization";
    private static final String REQUESTS = "ALBRequestCountPerTarget";

    private final Map<String, Object> members;

    private TrackedMetric(Map<String, Object> members) {
        this.members = members;
    }

    static TrackedMetric of(TargetKey target, TargetTracking rule) {
        var specification = new Input(rule.metric());
        return specification
                .child(TargetTracking.PREDEFINED)
                .map(predefined -> predefined(target, predefined))
                .orElseGet(() -> customized(
                        specification.child(TargetTracking.CUSTOMIZED).orElseThrow()));
    }

    /** The members of an alarm that name the series and its statistic. */
    Map<String, Object> toWire() {
        return members;
    }

    private static TrackedMetric predefined(TargetKey target, Input sent) {
        var type = Errors.required(sent, "PredefinedMetricType");
        return switch (type) {
            case CPU -> ofEcs("CPUUtilization", target);
            case MEMORY -> ofEcs("MemoryUtilization", target);
            case REQUESTS -> ofLoadBalancer(Errors.required(sent, "ResourceLabel"));
            default -> throw Errors.invalid("Unsupported predefined metric type: " + type);
        };
    }

    private static TrackedMetric ofEcs(String name, TargetKey target) {
        return metric(
                "AWS/ECS",
                name,
                "Average",
                List.of(dimension("ClusterName", target.cluster()), dimension("ServiceName", target.service())));
    }

    /** The label is the tail of the load balancer's ARN, then that of the target group's. */
    private static TrackedMetric ofLoadBalancer(String label) {
        int split = label.indexOf("/targetgroup/");
        if (split < 0) {
            throw Errors.invalid("Invalid resource label: " + label);
        }
        var dimensions = List.of(
                dimension("LoadBalancer", label.substring(0, split)),
                dimension("TargetGroup", label.substring(split + 1)));
        return metric("AWS/ApplicationELB", "RequestCountPerTarget", "Sum", dimensions);
    }

    /** A specification with metric math carries its queries as an alarm does; any other names one series. */
    private static TrackedMetric customized(Input sent) {
        var members = new LinkedHashMap<>(sent.raw());
        members.remove("Unit");
        return new TrackedMetric(members);
    }

    private static TrackedMetric metric(
            String namespace, String name, String statistic, List<Map<String, Object>> dimensions) {
        return new TrackedMetric(
                Map.of("Namespace", namespace, "MetricName", name, "Statistic", statistic, "Dimensions", dimensions));
    }

    private static Map<String, Object> dimension(String name, String value) {
        return Map.of("Name", name, "Value", value);
    }
}
