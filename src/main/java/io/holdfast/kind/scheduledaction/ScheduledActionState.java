package io.holdfast.kind.scheduledaction;

import static java.util.Objects.requireNonNull;

import io.holdfast.model.NotWritten;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;
import java.util.Optional;

/**
 * New bounds for a target at certain times, as declared or as live.
 *
 * @param schedule {@code cron(...)} of six fields, {@code rate(...)} or {@code at(...)}
 * @param timezone IANA name of where the schedule's wall clock hangs; AWS takes UTC when left out
 * @param startTime ISO 8601; nothing fires before
 * @param endTime ISO 8601; nothing fires from then on
 * @param min the lowest task count from then on; absent leaves it
 * @param max the highest task count from then on; absent leaves it
 * @param scheduledActionName unique on the service; the logical name when left out
 * @param resourceId {@code service/<cluster>/<service>}; follows from the service this is declared in and is not written
 * @param createdAt ISO 8601; before it nothing can have fired; told by AWS and not written
 */
public record ScheduledActionState(
        @Pattern(regexp = "(cron|rate|at)\\(.*\\)", message = "cron(...), rate(...) or at(...)")
        String schedule,

        Optional<@Size(min = 1, max = 1600) String> timezone,
        Optional<String> startTime,
        Optional<String> endTime,
        Optional<@Min(0) Integer> min,
        Optional<@Min(0) Integer> max,
        Optional<
                        @Pattern(
                                regexp =
                                        "[^ :/|\\x00-\\x1F\\x7F]([^:/|\\x00-\\x1F\\x7F]{0,254}[^ :/|\\x00-\\x1F\\x7F])?",
                                message = "1 to 256 characters without : / | and without blanks around them")
                        String>
                scheduledActionName,
        @NotWritten Optional<String> resourceId,
        @NotWritten Optional<String> createdAt) {

    public ScheduledActionState {
        requireNonNull(schedule, "schedule");
        requireNonNull(timezone, "timezone");
        requireNonNull(startTime, "startTime");
        requireNonNull(endTime, "endTime");
        requireNonNull(min, "min");
        requireNonNull(max, "max");
        requireNonNull(scheduledActionName, "scheduledActionName");
        requireNonNull(resourceId, "resourceId");
        requireNonNull(createdAt, "createdAt");
    }

    /** The same on a target, under a name. */
    ScheduledActionState of(String target, String name) {
        return new ScheduledActionState(
                schedule, timezone, startTime, endTime, min, max, Optional.of(name), Optional.of(target), createdAt);
    }
}
