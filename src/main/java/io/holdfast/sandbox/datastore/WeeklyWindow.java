package io.holdfast.sandbox.datastore;

import java.time.DayOfWeek;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalTime;
import java.time.ZoneOffset;
import java.time.temporal.TemporalAdjusters;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/**
 * A span of every week, in UTC: when parked changes are applied. Written {@code sun:05:00-sun:05:30}; the days in any case, and AWS
 * echoes them in lower case.
 *
 * @param start minutes after Monday 00:00
 * @param minutes how long it lasts; at least 30 on RDS, 60 on ElastiCache
 */
public record WeeklyWindow(int start, int minutes) {

    private static final List<String> DAYS = List.of("mon", "tue", "wed", "thu", "fri", "sat", "sun");
    private static final int MINUTES_PER_WEEK = DAYS.size() * Clockface.MINUTES_PER_DAY;
    private static final int DAY_LETTERS = 3;

    /** The window written in AWS's format; empty when the text is not one. */
    public static Optional<WeeklyWindow> parse(String text) {
        var parts = text.toLowerCase(Locale.ROOT).split("-", -1);
        if (parts.length != 2) {
            return Optional.empty();
        }
        return minuteOfWeek(parts[0])
                .flatMap(from -> minuteOfWeek(parts[1])
                        .map(to -> new WeeklyWindow(from, Math.floorMod(to - from, MINUTES_PER_WEEK))));
    }

    /** AWS's own writing. */
    public String text() {
        return moment(start) + "-" + moment(start + minutes);
    }

    /** When the window opens next, strictly after the given time. */
    public Instant nextOpening(Instant now) {
        var midnight = now.atOffset(ZoneOffset.UTC)
                .with(TemporalAdjusters.previousOrSame(DayOfWeek.MONDAY))
                .with(LocalTime.MIDNIGHT);
        var opening = midnight.plusMinutes(start).toInstant();
        return opening.isAfter(now) ? opening : opening.plus(Duration.ofMinutes(MINUTES_PER_WEEK));
    }

    /** Whether the window is open; the opening minute belongs to it, the closing one does not. */
    public boolean isOpen(Instant now) {
        var lastOpening = nextOpening(now).minus(Duration.ofMinutes(MINUTES_PER_WEEK));
        return now.isBefore(lastOpening.plus(Duration.ofMinutes(minutes)));
    }

    /** Whether some day's backups would fall into this window, which AWS refuses. */
    public boolean overlaps(DailyWindow daily) {
        int gap = Math.floorMod(daily.start() - start, Clockface.MINUTES_PER_DAY);
        return gap < minutes || Clockface.MINUTES_PER_DAY - gap < daily.minutes();
    }

    private static Optional<Integer> minuteOfWeek(String text) {
        if (text.length() <= DAY_LETTERS || text.charAt(DAY_LETTERS) != ':') {
            return Optional.empty();
        }
        int day = DAYS.indexOf(text.substring(0, DAY_LETTERS));
        return Clockface.minutes(text.substring(DAY_LETTERS + 1))
                .filter(minute -> day >= 0)
                .map(minute -> day * Clockface.MINUTES_PER_DAY + minute);
    }

    private static String moment(int minuteOfWeek) {
        int minute = Math.floorMod(minuteOfWeek, MINUTES_PER_WEEK);
        return DAYS.get(minute / Clockface.MINUTES_PER_DAY) + ":" + Clockface.text(minute);
    }
}
