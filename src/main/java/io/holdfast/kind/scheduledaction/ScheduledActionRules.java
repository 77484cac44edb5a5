package io.holdfast.kind.scheduledaction;

import io.holdfast.model.Problem;
import io.holdfast.model.TimeZones;
import java.time.DateTimeException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;

/** What AWS would refuse of a declaration whose single values are allowed. */
final class ScheduledActionRules {
    /** How the library begins what it says of a cron expression. */
    private static final Pattern LIBRARY = Pattern.compile("^Failed to parse cron expression\\. ");

    private final List<Problem> problems = new ArrayList<>();

    private ScheduledActionRules() {}

    static List<Problem> problems(ScheduledActionState declared) {
        var rules = new ScheduledActionRules();
        rules.parsed(
                "timezone",
                "an IANA name such as Europe/Berlin",
                () -> declared.timezone().ifPresent(TimeZones::named));
        rules.parsed(
                "startTime",
                "such as 2026-03-01T00:00:00Z",
                () -> declared.startTime().ifPresent(Moment::parse));
        rules.parsed(
                "endTime",
                "such as 2026-03-01T00:00:00Z",
                () -> declared.endTime().ifPresent(Moment::parse));
        if (rules.problems.isEmpty()) {
            rules.parsed(
                    "schedule",
                    "cron(minutes hours day-of-month month day-of-week year), rate(2 hours) or at(2026-03-01T22:00:00)",
                    () -> Firing.read(declared.schedule()));
            rules.times(declared);
        }
        rules.bounds(declared);
        rules.notWritten(declared);
        return List.copyOf(rules.problems);
    }

    private void times(ScheduledActionState declared) {
        if (problems.isEmpty() && !Firing.canFire(declared.schedule())) {
            tell("schedule", "never fires: there is no such day in the calendar", "a day that exists");
        }
        Optional<Instant> end = declared.endTime().map(Moment::parse);
        if (declared.startTime()
                .map(Moment::parse)
                .filter(it -> end.filter(it::isBefore).isEmpty() && end.isPresent())
                .isPresent()) {
            tell("endTime", "not after startTime, so that it never fires", "a later time");
        }
    }

    private void bounds(ScheduledActionState declared) {
        if (declared.min().isEmpty() && declared.max().isEmpty()) {
            tell("", "it changes nothing", "min, max or both");
        }
        int max = declared.max().orElse(Integer.MAX_VALUE);
        if (declared.min().filter(min -> min > max).isPresent()) {
            tell("min", "above max", "at most " + max);
        }
    }

    private void notWritten(ScheduledActionState declared) {
        if (declared.resourceId().isPresent()) {
            tell("resourceId", "follows from the service and is not written", "nothing");
        }
        if (declared.createdAt().isPresent()) {
            tell("createdAt", "is told by AWS and not written", "nothing");
        }
    }

    private void parsed(String path, String allowed, Runnable parse) {
        try {
            parse.run();
        } catch (DateTimeException | IllegalArgumentException unreadable) {
            tell(
                    path,
                    "cannot be read: "
                            + LIBRARY.matcher(unreadable.getMessage()).replaceFirst(""),
                    allowed);
        }
    }

    private void tell(String path, String message, String allowed) {
        problems.add(new Problem(path, message, allowed));
    }
}
