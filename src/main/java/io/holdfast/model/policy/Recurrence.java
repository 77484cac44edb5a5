package io.holdfast.model.policy;

import java.time.Instant;
import java.util.Optional;

/** Something that comes again and again by the clock. */
public interface Recurrence {
    /** The last time at or before one; empty if there was none. */
    Optional<Instant> lastUntil(Instant time);

    /** The first time after one; empty if there will be none. */
    Optional<Instant> firstAfter(Instant time);
}
