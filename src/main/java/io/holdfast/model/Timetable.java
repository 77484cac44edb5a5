package io.holdfast.model;

import static java.util.Objects.requireNonNull;

import java.time.Instant;
import java.util.Map;

/**
 * What one declared resource makes of another's fields at the time of day: a scheduled action that has fired says
 * which minimum and maximum its scalable target has had since.
 *
 * @param target the resource whose fields are meant
 * @param since when it took effect; of several on one field the latest counts
 * @param values field path to the value, in normal form, that is right while this is in force
 * @param reason a sentence for people
 * @param certain whether it has taken effect for certain; else the value the YAML declares for the field is as right, because what
 *     makes the timetable may be younger than its last time
 */
public record Timetable(ResourceId target, Instant since, Map<String, Object> values, String reason, boolean certain) {
    public Timetable {
        requireNonNull(target, "target");
        requireNonNull(since, "since");
        values = Map.copyOf(values);
        requireNonNull(reason, "reason");
    }

    /** One that has taken effect for certain. */
    public Timetable(ResourceId target, Instant since, Map<String, Object> values, String reason) {
        this(target, since, values, reason, true);
    }
}
