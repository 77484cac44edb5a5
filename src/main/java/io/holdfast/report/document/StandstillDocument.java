package io.holdfast.report.document;

import io.holdfast.model.Standing;
import java.time.Instant;
import java.util.Optional;

/**
 * What holds an environment still at this moment.
 *
 * @param schema {@link #SCHEMA}
 * @param environment its name
 * @param paused who has paused it; absent while nobody has
 * @param lineStopped who has stopped the line, which holds every environment; absent while nobody has
 */
public record StandstillDocument(
        String schema, String environment, Optional<PauseDocument> paused, Optional<PauseDocument> lineStopped) {
    public static final String SCHEMA = "holdfast.standstill/v1";

    public static StandstillDocument of(String environment, Standing standing, Instant now) {
        return new StandstillDocument(
                SCHEMA, environment, pause(environment, standing, now, false), pause(environment, standing, now, true));
    }

    private static Optional<PauseDocument> pause(
            String environment, Standing standing, Instant now, boolean fleetWide) {
        return standing.pauses().stream()
                .filter(it -> it.isFleetWide() == fleetWide && it.holds(environment, now))
                .findFirst()
                .map(PauseDocument::of);
    }
}
