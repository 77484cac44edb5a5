package io.holdfast.report.metric;

import io.holdfast.model.Plan;
import io.holdfast.report.EnvironmentStatus;
import io.micrometer.core.instrument.Counter;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.Timer;
import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Counts and times passes by what the board says of the last one of each environment. */
final class PassTimer {
    private final MeterRegistry registry;
    private final Map<String, Instant> seen = new HashMap<>();

    PassTimer(MeterRegistry registry) {
        this.registry = registry;
    }

    synchronized void follow(List<EnvironmentStatus> board) {
        for (EnvironmentStatus status : board) {
            Instant before = seen.put(status.environment(), status.lastPassAt());
            if (!status.lastPassAt().equals(before)) {
                ended(status, Optional.ofNullable(before));
            }
        }
    }

    private void ended(EnvironmentStatus status, Optional<Instant> before) {
        boolean success = status.lastSuccessAt().equals(Optional.of(status.lastPassAt()));
        String result = success ? "success" : "failure";
        Counter.builder("holdfast.passes")
                .description("passes that have ended: success is to have seen everything, and that nothing failed")
                .tags("environment", status.environment(), "result", result)
                .register(registry)
                .increment();
        duration(status, before)
                .ifPresent(it -> Timer.builder("holdfast.pass.duration")
                        .description("from the beginning of the look at AWS to the end of the pass")
                        .tags("environment", status.environment())
                        .register(registry)
                        .record(it));
    }

    /** From the look's beginning to the report; a pass that broke off before it had looked shows an older look. */
    private static Optional<Duration> duration(EnvironmentStatus status, Optional<Instant> before) {
        return status.plan()
                .map(Plan::report)
                .map(it -> it.observedAt())
                .filter(it -> before.map(it::isAfter).orElse(true))
                .map(it -> Duration.between(it, status.lastPassAt()));
    }
}
