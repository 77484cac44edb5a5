package io.holdfast.report.metric;

import io.holdfast.report.EnvironmentStatus;
import java.time.Duration;
import java.time.Instant;

/** How long an environment has been out of sync. */
final class OldestDrift {
    private OldestDrift() {}

    /** Since its oldest difference, in seconds; 0 while there is none. */
    static long seconds(EnvironmentStatus status, Instant now) {
        return status.plan().stream()
                .flatMap(it -> it.report().resources().stream())
                .flatMap(it -> it.since().stream())
                .min(Instant::compareTo)
                .map(it -> Math.max(0, Duration.between(it, now).toSeconds()))
                .orElse(0L);
    }
}
