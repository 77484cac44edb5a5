package io.holdfast.sandbox.datastore;

import java.time.Duration;
import java.time.LocalTime;
import java.time.format.DateTimeFormatter;
import java.time.format.DateTimeParseException;
import java.util.Optional;

/** Reads and writes {@code hh24:mi} as minutes since midnight, the unit both kinds of window count in. */
final class Clockface {

    static final int MINUTES_PER_DAY = (int) Duration.ofDays(1).toMinutes();

    private static final int MINUTES_PER_HOUR = 60;
    private static final DateTimeFormatter FORMAT = DateTimeFormatter.ofPattern("HH:mm");

    private Clockface() {}

    /** Minutes since midnight; empty when the text is no time of day. */
    static Optional<Integer> minutes(String text) {
        try {
            var time = LocalTime.parse(text, FORMAT);
            return Optional.of(time.getHour() * MINUTES_PER_HOUR + time.getMinute());
        } catch (DateTimeParseException notATime) {
            return Optional.empty();
        }
    }

    static String text(int minutes) {
        return LocalTime.ofSecondOfDay(Math.floorMod(minutes, MINUTES_PER_DAY) * 60L)
                .format(FORMAT);
    }
}
