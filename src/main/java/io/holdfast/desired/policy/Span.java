package io.holdfast.desired.policy;

import java.time.Duration;

/** A length of time as a person writes it: {@code 90m}, {@code 62h}, {@code 3d}. */
final class Span {
    private Span() {}

    /** Reads one whose form has been checked. */
    static Duration of(String text) {
        long number = Long.parseLong(text.substring(0, text.length() - 1));
        return switch (text.charAt(text.length() - 1)) {
            case 'm' -> Duration.ofMinutes(number);
            case 'h' -> Duration.ofHours(number);
            default -> Duration.ofDays(number);
        };
    }

    /** Writes one, in the longest unit that tells it. */
    static String text(Duration span) {
        if (span.equals(Duration.ofDays(span.toDays()))) {
            return span.toDays() + "d";
        }
        return span.equals(Duration.ofHours(span.toHours())) ? span.toHours() + "h" : span.toMinutes() + "m";
    }
}
