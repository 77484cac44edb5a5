package io.holdfast.sandbox.cloudwatch;

import io.holdfast.sandbox.Call;
import io.holdfast.sandbox.wire.AwsError;
import io.holdfast.sandbox.wire.Input;
import java.time.Instant;
import java.util.List;
import java.util.Map;

/**
 * Putting data points and listing the metrics that have some. Namespaces of AWS services are accepted: putting
 * {@code CPUUtilization} into {@code AWS/ECS} is how a person makes a sandbox service busy.
 */
final class MetricOperations {

    private MetricOperations() {}

    static Map<String, Object> putData(Call call) {
        var namespace = call.input().required("Namespace");
        for (var datum : call.input().list("MetricData")) {
            var dimensions = MetricId.dimensionsOf(datum.list("Dimensions"));
            var metric = new MetricId(namespace, datum.required("MetricName"), dimensions);
            pointsOf(datum, call.world().timeline().now())
                    .forEach(point -> Metrics.of(call.world()).record(metric, point));
            Watch.of(call.world()).dataArrived(metric);
        }
        return Map.of();
    }

    static Map<String, Object> list(Call call) {
        var input = call.input();
        var filters = input.list("Dimensions");
        var metrics = Metrics.of(call.world()).known().stream()
                .filter(metric -> input.string("Namespace")
                        .map(metric.namespace()::equals)
                        .orElse(true))
                .filter(metric ->
                        input.string("MetricName").map(metric.name()::equals).orElse(true))
                .filter(metric -> filters.stream().allMatch(filter -> has(metric, filter)))
                .map(MetricId::toWire)
                .toList();
        return Map.of("Metrics", metrics);
    }

    private static boolean has(MetricId metric, Input filter) {
        var value = metric.dimensions().get(filter.required("Name"));
        return value != null && filter.string("Value").map(value::equals).orElse(true);
    }

    private static List<DataPoint> pointsOf(Input datum, Instant now) {
        var at = datum.instant("Timestamp").orElse(now);
        var unit = datum.string("Unit");
        if (datum.has("Value")) {
            return List.of(new DataPoint(at, datum.decimal("Value").orElseThrow(), 1, unit));
        }
        if (datum.has("Values")) {
            return datum.strings("Values").stream()
                    .map(value -> new DataPoint(at, Double.parseDouble(value), 1, unit))
                    .toList();
        }
        throw AwsError.badRequest(
                "MissingParameter", "Each datum must have a Value or Values; statistic sets are not kept here.");
    }
}
