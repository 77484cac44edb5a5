package io.holdfast.sandbox.datastore;

import java.util.Optional;

/**
 * A span of every day, in UTC: when backups are taken. Written {@code 04:30-05:00}.
 *
 * @param start minutes after midnight, 0 to 1439
 * @param minutes how long it lasts; at least 30 on RDS, 60 on ElastiCache, less than a day
 */
public record DailyWindow(int start, int minutes) {

    /** The window written in AWS's format; empty when the text is not one. */
    public static Optional<DailyWindow> parse(String text) {
        var parts = text.split("-", -1);
        if (parts.length != 2) {
            return Optional.empty();
        }
        return Clockface.minutes(parts[0])
                .flatMap(from -> Clockface.minutes(parts[1])
                        .map(to -> new DailyWindow(from, Math.floorMod(to - from, Clockface.MINUTES_PER_DAY))));
    }

    /** AWS's own writing. */
    public String text() {
        return Clockface.text(start) + "-" + Clockface.text(start + minutes);
    }
}
