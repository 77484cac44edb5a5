package io.holdfast.report.text;

import io.holdfast.model.Normal;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.Optional;

/** Values as text that can do nothing to a terminal. */
final class Plain {
    private static final DateTimeFormatter TIME =
            DateTimeFormatter.ofPattern("uuuu-MM-dd HH:mm:ss 'UTC'").withZone(ZoneOffset.UTC);

    /** As long as git's own short names; enough to find a commit by. */
    private static final int SHORT_COMMIT = 10;

    private Plain() {}

    /** One line: what could move a cursor, change a colour, hide or reverse text is spelled out instead. */
    static String line(String text) {
        StringBuilder line = new StringBuilder(text.length());
        text.codePoints().forEach(point -> {
            if (isActive(point)) {
                line.append(point < 0x10000 ? String.format("\\u%04x", point) : String.format("\\U%08x", point));
            } else {
                line.appendCodePoint(point);
            }
        });
        return line.toString();
    }

    private static boolean isActive(int point) {
        return switch (Character.getType(point)) {
            case Character.CONTROL,
                    Character.FORMAT,
                    Character.LINE_SEPARATOR,
                    Character.PARAGRAPH_SEPARATOR,
                    Character.SURROGATE,
                    Character.PRIVATE_USE,
                    Character.UNASSIGNED -> true;
            default -> false;
        };
    }

    /** A value in normal form, as JSON writes it, so that the text {@code 15} and the number differ. */
    static String value(Optional<Object> value) {
        return value.map(Normal::text).map(Plain::line).orElse("(nothing)");
    }

    static String time(Instant time) {
        return TIME.format(time);
    }

    /** How long ago, in the largest unit that says it. */
    static String age(Instant since, Instant now) {
        Duration age = Duration.between(since, now);
        if (age.toMinutes() < 1) {
            return Math.max(0, age.toSeconds()) + " s";
        }
        if (age.toHours() < 1) {
            return age.toMinutes() + " min";
        }
        return age.toDays() < 1 ? age.toHours() + " h" : age.toDays() + " d";
    }

    static String commit(String commit) {
        int begin = commit.indexOf(':') + 1;
        return line(commit.substring(0, Math.min(commit.length(), begin + SHORT_COMMIT)));
    }
}
