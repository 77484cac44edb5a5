package io.holdfast.sandbox.cloudwatch;

import static java.util.Objects.requireNonNull;

import io.holdfast.sandbox.wire.Input;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * What a series of data points is known by. A series with one dimension more is another series, and an alarm that names the wrong
 * dimensions never sees data, without any error.
 *
 * @param namespace the service or application, such as {@code AWS/ECS}
 * @param name the metric, such as {@code CPUUtilization}
 * @param dimensions names and values; their order has no meaning
 */
public record MetricId(String namespace, String name, Map<String, String> dimensions) {

    /** Copies the dimensions. */
    public MetricId {
        requireNonNull(namespace, "namespace");
        requireNonNull(name, "name");
        dimensions = Map.copyOf(dimensions);
    }

    /** The percentage of their reserved CPU that the tasks of a service use. */
    public static MetricId ecsCpu(String cluster, String service) {
        return ofEcs("CPUUtilization", cluster, service);
    }

    /** A percentage that ECS reports about a service. */
    public static MetricId ofEcs(String name, String cluster, String service) {
        return new MetricId("AWS/ECS", name, Map.of("ClusterName", cluster, "ServiceName", service));
    }

    static Map<String, String> dimensionsOf(List<Input> sent) {
        var dimensions = new LinkedHashMap<String, String>();
        sent.forEach(dimension -> dimensions.put(dimension.required("Name"), dimension.required("Value")));
        return dimensions;
    }

    Map<String, Object> toWire() {
        return Map.of("Namespace", namespace, "MetricName", name, "Dimensions", dimensionsToWire());
    }

    private List<Map<String, String>> dimensionsToWire() {
        return dimensions.entrySet().stream()
                .sorted(Map.Entry.comparingByKey())
                .map(dimension -> Map.of("Name", dimension.getKey(), "Value", dimension.getValue()))
                .toList();
    }
}
