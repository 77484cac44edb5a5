package io.holdfast.sandbox.cloudwatch;

import static java.util.Objects.requireNonNull;

import io.holdfast.sandbox.World;
import java.time.Duration;
import java.time.Instant;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.Set;
import java.util.stream.IntStream;

/**
 * Looks at an alarm at the end of a period. It goes on from period to period while there is data in sight and rests when there is
 * none, so that an idle sandbox has nothing to do.
 */
final class Watch {

    private final World world;
    private final Set<String> awake = new HashSet<>();

    private Watch(World world) {
        this.world = requireNonNull(world, "world");
    }

    static Watch of(World world) {
        return world.part(Watch.class, () -> new Watch(world));
    }

    void dataArrived(MetricId metric) {
        Alarms.of(world).all().stream()
                .filter(alarm -> alarm.settings().metric().equals(Optional.of(metric)))
                .map(Alarm::name)
                .forEach(this::look);
    }

    /** Looks at the alarm at the end of the running period, if it is one that can be evaluated. */
    void look(String name) {
        Alarms.of(world)
                .find(name)
                .map(Alarm::settings)
                .filter(Watch::canBeEvaluated)
                .filter(settings -> awake.add(name))
                .ifPresent(settings -> {
                    var end = endOfPeriod(world.timeline().now(), settings.period());
                    world.timeline().at(end, () -> wake(name, end));
                });
    }

    private void wake(String name, Instant end) {
        awake.remove(name);
        Alarms.of(world)
                .find(name)
                .filter(alarm -> canBeEvaluated(alarm.settings()))
                .ifPresent(alarm -> evaluate(alarm, end));
    }

    private void evaluate(Alarm alarm, Instant end) {
        var alarms = Alarms.of(world);
        var periods = periodsUntil(end, alarm.settings());
        new Evaluation(alarm.settings(), periods)
                .state()
                .map(value -> Reason.of(value, periods, alarm.settings(), end))
                .ifPresent(next -> alarms.enter(alarm.name(), next));
        alarms.act(alarm.name());
        if (periods.stream().anyMatch(OptionalDouble::isPresent)) {
            look(alarm.name());
        }
    }

    private List<OptionalDouble> periodsUntil(Instant end, AlarmSettings settings) {
        var period = settings.period();
        int count = settings.evaluationPeriods();
        return IntStream.range(0, count)
                .mapToObj(index -> end.minus(period.multipliedBy(count - index)))
                .map(start -> valueOf(start, start.plus(period), settings))
                .toList();
    }

    private OptionalDouble valueOf(Instant start, Instant end, AlarmSettings settings) {
        var points = Metrics.of(world).between(settings.metric().orElseThrow(), start, end).stream()
                .filter(point -> settings.unit().isEmpty() || settings.unit().equals(point.unit()))
                .toList();
        return settings.statistic().orElseThrow().of(points);
    }

    private static boolean canBeEvaluated(AlarmSettings settings) {
        return settings.metric().isPresent()
                && settings.statistic().isPresent()
                && settings.threshold().isPresent()
                && settings.comparison().isPresent();
    }

    private static Instant endOfPeriod(Instant now, Duration period) {
        long seconds = period.toSeconds();
        return Instant.ofEpochSecond((Math.floorDiv(now.getEpochSecond(), seconds) + 1) * seconds);
    }
}
