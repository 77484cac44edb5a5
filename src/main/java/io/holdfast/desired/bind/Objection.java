package io.holdfast.desired.bind;

import io.holdfast.desired.finding.Finding;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import java.util.Collection;
import java.util.Map;
import java.util.Optional;

/**
 * Why a value is outside of its limits.
 *
 * @param message what is wrong with it
 * @param allowed what would not be
 * @param count how many members it has; absent for a number or a text, which everybody can see
 */
record Objection(String message, String allowed, Optional<Integer> count) {
    /** Longer texts are refused before they are matched: a pattern may be slow in the length of what it is given. */
    private static final int MATCHED = 4096;

    static Optional<Objection> to(Object value, Limit limit) {
        if (value instanceof Number number) {
            return range(number.doubleValue(), limit);
        }
        if (value instanceof String text) {
            int length = text.codePointCount(0, text.length());
            return size(length, limit, "too short", "too long", " characters").or(() -> mismatch(text, limit));
        }
        int members =
                value instanceof Collection<?> list ? list.size() : value instanceof Map<?, ?> map ? map.size() : 0;
        return size(members, limit, "too few members", "too many members", " members")
                .map(it -> new Objection(it.message, it.allowed, Optional.of(members)));
    }

    /** The finding with what it says of this. */
    Finding finding(Finding about) {
        Finding told = about.allowed(allowed);
        return count.map(it -> told.found(String.valueOf(it))).orElse(told);
    }

    private static Optional<Objection> range(double number, Limit limit) {
        Optional<Long> least = limit.min().map(Min::value);
        Optional<Long> most = limit.max().map(Max::value).filter(it -> it < Long.MAX_VALUE);
        if (least.filter(it -> number < it).isPresent()) {
            return of("too small", span(least, most, ""));
        }
        return most.filter(it -> number > it).isPresent() ? of("too large", span(least, most, "")) : Optional.empty();
    }

    private static Optional<Objection> size(int length, Limit limit, String few, String many, String unit) {
        Optional<Long> least = limit.size().map(it -> (long) it.min()).filter(it -> it > 0);
        Optional<Long> most = limit.size().map(it -> (long) it.max()).filter(it -> it < Integer.MAX_VALUE);
        if (least.filter(it -> length < it).isPresent()) {
            return of(few, span(least, most, unit));
        }
        return most.filter(it -> length > it).isPresent() ? of(many, span(least, most, unit)) : Optional.empty();
    }

    private static Optional<Objection> mismatch(String text, Limit limit) {
        if (!limit.patterns().isEmpty() && text.length() > MATCHED) {
            return of("too long", "up to " + MATCHED + " characters");
        }
        return limit.patterns().stream()
                .filter(it -> !text.matches(it.regexp()))
                .findFirst()
                .flatMap(it -> of("not a value that may stand here", Limit.words(it)));
    }

    private static Optional<Objection> of(String message, String allowed) {
        return Optional.of(new Objection(message, allowed, Optional.empty()));
    }

    private static String span(Optional<Long> least, Optional<Long> most, String unit) {
        if (least.isEmpty()) {
            return "up to " + most.orElseThrow() + unit;
        }
        return most.map(it -> least.get() + " to " + it + unit).orElse("at least " + least.get() + unit);
    }
}
