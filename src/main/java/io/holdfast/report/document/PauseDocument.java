package io.holdfast.report.document;

import io.holdfast.model.Pause;
import java.time.Instant;
import java.util.Optional;

/**
 * A person's wish that Holdfast hold still. It goes on looking.
 *
 * @param reason why, in their words
 * @param actor who
 * @param since from when on
 * @param until until when; absent means until somebody takes it back
 */
public record PauseDocument(String reason, String actor, Instant since, Optional<Instant> until) {
    public static PauseDocument of(Pause pause) {
        return new PauseDocument(pause.reason(), pause.actor(), pause.since(), pause.until());
    }
}
