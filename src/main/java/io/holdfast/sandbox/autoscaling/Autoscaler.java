package io.holdfast.sandbox.autoscaling;

import static java.util.Objects.requireNonNull;

import io.holdfast.sandbox.World;
import io.holdfast.sandbox.cloudwatch.MetricId;
import io.holdfast.sandbox.cloudwatch.Metrics;
import java.time.Duration;

/**
 * Makes services busy or idle. It only reports what ECS would report; alarms, policies and bounds decide what follows, at the end of
 * their periods.
 */
public final class Autoscaler {

    private static final Duration REPORTING_INTERVAL = Duration.ofMinutes(1);

    private final World world;

    private Autoscaler(World world) {
        this.world = requireNonNull(world, "world");
    }

    /** The load on the services of this world. */
    public static Autoscaler of(World world) {
        return new Autoscaler(world);
    }

    /**
     * Reports one data point of CPU use, as of now.
     *
     * @param cpuPercent of the CPU the tasks have reserved; may be over 100
     */
    public void report(String cluster, String service, double cpuPercent) {
        Metrics.report(world, MetricId.ecsCpu(cluster, service), cpuPercent, "Percent");
    }

    /** Reports the same CPU use now and every minute until the time is over. */
    public void hold(String cluster, String service, double cpuPercent, Duration time) {
        for (var elapsed = Duration.ZERO; elapsed.compareTo(time) < 0; elapsed = elapsed.plus(REPORTING_INTERVAL)) {
            world.timeline().after(elapsed, () -> report(cluster, service, cpuPercent));
        }
    }
}
