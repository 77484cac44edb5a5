package io.holdfast.kind.scheduledaction;

import java.time.Instant;
import java.time.OffsetDateTime;

/** Points in time as people write them in YAML: ISO 8601 with an offset. */
final class Moment {
    private Moment() {}

    /**
     * The instant.
     *
     * @throws java.time.DateTimeException for any other text
     */
    static Instant parse(String text) {
        return OffsetDateTime.parse(text).toInstant();
    }

    /** The same moment in the one spelling that is compared; a text that is none stays as it is, and equals nothing. */
    static Object normal(Object text) {
        try {
            return parse(String.valueOf(text)).toString();
        } catch (java.time.DateTimeException notOne) {
            return text;
        }
    }
}
