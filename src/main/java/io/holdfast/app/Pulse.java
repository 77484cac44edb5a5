package io.holdfast.app;

import jakarta.inject.Singleton;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import org.eclipse.microprofile.health.HealthCheck;
import org.eclipse.microprofile.health.HealthCheckResponse;
import org.eclipse.microprofile.health.Liveness;

/** Whether the loop still goes round; if not, only a restart helps. */
@Liveness
@Singleton
class Pulse implements HealthCheck {
    /** A beat only starts passes and readings, which takes milliseconds; a machine may be busy for longer. */
    private static final Duration PATIENCE = Duration.ofMinutes(2);

    private final Heart heart;
    private final Clock clock;

    Pulse(Heart heart, Clock clock) {
        this.heart = heart;
        this.clock = clock;
    }

    @Override
    public HealthCheckResponse call() {
        Instant now = clock.instant();
        boolean beats =
                heart.lastBeat().map(it -> it.plus(PATIENCE).isAfter(now)).orElse(true);
        return HealthCheckResponse.named("loop").status(beats).build();
    }
}
