package io.holdfast.app;

import jakarta.inject.Singleton;
import org.eclipse.microprofile.health.HealthCheck;
import org.eclipse.microprofile.health.HealthCheckResponse;
import org.eclipse.microprofile.health.Startup;

/** Whether the loop has gone round once. */
@Startup
@Singleton
class FirstBeat implements HealthCheck {
    private final Heart heart;

    FirstBeat(Heart heart) {
        this.heart = heart;
    }

    @Override
    public HealthCheckResponse call() {
        return HealthCheckResponse.named("first tick")
                .status(heart.lastBeat().isPresent())
                .build();
    }
}
