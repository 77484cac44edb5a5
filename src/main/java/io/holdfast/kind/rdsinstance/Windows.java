package io.holdfast.kind.rdsinstance;

import io.holdfast.model.Problem;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.ZonedDateTime;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.IntStream;

/** The two windows of an instance: real times, long enough, and never at once. All in UTC. */
final class Windows {
    private static final List<String> DAYS = List.of("mon", "tue", "wed", "thu", "fri", "sat", "sun");
    private static final int HOUR = 60;
    private static final int DAY = 24 * HOUR;
    private static final int WEEK = 7 * DAY;

    /** Amazon RDS API Reference, CreateDBInstance: both windows. */
    private static final int SHORTEST_MINUTES = 30;

    /** Minutes from Monday, or from midnight, on; past the end it begins again. */
    private record Span(int start, int minutes) {
        boolean meets(Span other, int cycle) {
            return Math.floorMod(other.start - start, cycle) < minutes
                    || Math.floorMod(start - other.start, cycle) < other.minutes;
        }
    }

    private Windows() {}

    static List<Problem> problems(RdsInstanceState declared) {
        List<Problem> problems = new ArrayList<>();
        Optional<Span> backup =
                declared.preferredBackupWindow().flatMap(it -> read("preferredBackupWindow", it, DAY, problems));
        Optional<Span> maintenance = declared.preferredMaintenanceWindow()
                .flatMap(it -> read("preferredMaintenanceWindow", it, WEEK, problems));
        if (backup.isPresent() && maintenance.isPresent() && overlap(backup.orElseThrow(), maintenance.orElseThrow())) {
            problems.add(new Problem(
                    "preferredMaintenanceWindow",
                    "overlaps with preferredBackupWindow",
                    "times apart from each other"));
        }
        return problems;
    }

    /** How long it is until a maintenance window that has not begun yet is over; a week where it is not known. */
    static Duration untilNextIsOver(Optional<String> maintenance, Instant now) {
        Optional<Span> window =
                maintenance.flatMap(it -> read("preferredMaintenanceWindow", it, WEEK, new ArrayList<>()));
        ZonedDateTime utc = now.atZone(ZoneOffset.UTC);
        int minute = (utc.getDayOfWeek().getValue() - 1) * DAY + utc.getHour() * HOUR + utc.getMinute();
        int minutes = window.map(it -> Math.floorMod(it.start() - minute - 1, WEEK) + 1 + it.minutes())
                .orElse(WEEK);
        return Duration.ofMinutes(minutes);
    }

    private static boolean overlap(Span backup, Span maintenance) {
        return IntStream.range(0, DAYS.size())
                .mapToObj(day -> new Span(day * DAY + backup.start(), backup.minutes()))
                .anyMatch(it -> it.meets(maintenance, WEEK));
    }

    private static Optional<Span> read(String path, String window, int cycle, List<Problem> problems) {
        String[] ends = window.toLowerCase(Locale.ROOT).split("-", 2);
        int start = minute(ends[0]);
        int end = minute(ends[1]);
        if (start < 0 || end < 0) {
            problems.add(new Problem(path, "names a day or time that does not exist", ""));
            return Optional.empty();
        }
        int minutes = Math.floorMod(end - start, cycle);
        if (minutes < SHORTEST_MINUTES) {
            problems.add(new Problem(path, "is too short", SHORTEST_MINUTES + " minutes or more"));
            return Optional.empty();
        }
        return Optional.of(new Span(start, minutes));
    }

    /** Minutes from the beginning of the cycle; -1 for a time that does not exist. */
    private static int minute(String text) {
        String[] parts = text.split(":", 3);
        int day = parts.length == 3 ? DAYS.indexOf(parts[0]) : 0;
        int hour = Integer.parseInt(parts[parts.length - 2]);
        int minute = Integer.parseInt(parts[parts.length - 1]);
        return day < 0 || hour > 23 || minute > 59 ? -1 : day * DAY + hour * HOUR + minute;
    }
}
