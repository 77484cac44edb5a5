package io.holdfast.kind.scheduledaction;

import static java.util.Objects.requireNonNull;

import io.holdfast.model.NotWritten;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;
import java.util.Optional;

/**
 * New bounds for a target at certain times, as declared or as live; they stay until the next action. Limits:
 * Application Auto Scaling API Reference, PutScheduledAction.
 *
 * @param schedule when it fires, such as {@code cron(0 22 ? * MON-FRI *)}: minutes, hours, day of month, month, day
 *     of week, year; or {@code rate(...)} or {@code at(...)}
 * @param timezone where the schedule's wall clock hangs, summer time included, such as {@code America/New_York}; left
 *     out, AWS takes UTC
 * @param startTime nothing fires before, such as {@code 2027-01-01T00:00:00Z}; left out, AWS takes now
 * @param endTime nothing fires from then on, such as {@code 2027-12-31T00:00:00Z}; left out, AWS takes never
 * @param min the lowest task count from then on; left out, it stays as it was
 * @param max the highest task count from then on; left out, it stays as it was
 * @param scheduledActionName unique on the service; left out, the logical name
 * @param resourceId {@code service/<cluster>/<service>}; follows from the service this is declared in and is not
 *     written
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
