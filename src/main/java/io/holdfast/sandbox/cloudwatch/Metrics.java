package io.holdfast.sandbox.cloudwatch;

import io.holdfast.sandbox.World;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** The data points of one account and region. */
public final class Metrics {

    /** The longest stretch an alarm may look back over with periods of an hour or more. */
    private static final Duration KEPT = Duration.ofDays(7);

    private final Map<MetricId, List<DataPoint>> series = new HashMap<>();

    private Metrics() {}

    /** The data points of this world. */
    public static Metrics of(World world) {
        return world.part(Metrics.class, Metrics::new);
    }

    /** Keeps one value as measured now; the alarms on the metric see it at the end of their period. */
    public static void report(World world, MetricId metric, double value, String unit) {
        var point = new DataPoint(world.timeline().now(), value, 1, Optional.of(unit));
        of(world).record(metric, point);
        Watch.of(world).dataArrived(metric);
    }

    void record(MetricId metric, DataPoint point) {
        var points = series.computeIfAbsent(metric, first -> new ArrayList<>());
        points.removeIf(old -> old.at().isBefore(point.at().minus(KEPT)));
        points.add(point);
    }

    /** The points from a time on and before another. */
    List<DataPoint> between(MetricId metric, Instant from, Instant until) {
        return series.getOrDefault(metric, List.of()).stream()
                .filter(point -> !point.at().isBefore(from) && point.at().isBefore(until))
                .toList();
    }

    List<MetricId> known() {
        return series.keySet().stream()
                .sorted(Comparator.comparing(MetricId::namespace)
                        .thenComparing(MetricId::name)
                        .thenComparing(metric -> metric.dimensions().toString()))
                .toList();
    }
}
