package io.holdfast.report.document;

import io.holdfast.model.Pause;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/**
 * Whether the line is stopped: no environment is changed while it is.
 *
 * @param schema {@link #SCHEMA}
 * @param stopped who has stopped it; absent while nobody has
 */
public record LineDocument(String schema, Optional<PauseDocument> stopped) {
    public static final String SCHEMA = "holdfast.line/v1";

    public static LineDocument of(List<Pause> pauses, Instant now) {
        return new LineDocument(
                SCHEMA,
                pauses.stream()
                        .filter(it -> it.isFleetWide() && it.holds(Pause.FLEET, now))
                        .findFirst()
                        .map(PauseDocument::of));
    }
}
