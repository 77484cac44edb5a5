package io.holdfast.reference;

import io.holdfast.desired.form.Bounds;
import io.holdfast.desired.form.Form;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Collectors;

/** What may stand in a place, in words. */
final class Allowed {
    private Allowed() {}

    /** The type of a value and its limits, as one phrase. */
    static String phrase(Form form) {
        if (form instanceof Form.Text text) {
            return text(text);
        }
        if (form instanceof Form.Words words) {
            return oneOf(words.words());
        }
        if (form instanceof Form.Whole whole) {
            return joined("a whole number", range(whole.range()));
        }
        if (form instanceof Form.Decimal decimal) {
            return joined("a number", range(decimal.range()));
        }
        if (form instanceof Form.Truth) {
            return oneOf(List.of("true", "false"));
        }
        throw new IllegalStateException("not a single value: " + form);
    }

    /** What a text must be beside text, where an author has said it and no list of words does. */
    static Optional<String> inWords(Form form) {
        if (!(form instanceof Form.Text text)) {
            return Optional.empty();
        }
        String words = text.rules().stream()
                .filter(rule -> Regexp.words(rule).isEmpty())
                .map(Form.Rule::words)
                .filter(it -> !it.isEmpty())
                .collect(Collectors.joining("; "));
        return Optional.of(words).filter(it -> !it.isEmpty());
    }

    private static String text(Form.Text text) {
        Optional<List<String>> words = text.rules().stream()
                .map(Regexp::words)
                .flatMap(Optional::stream)
                .findFirst();
        if (words.isPresent()) {
            return oneOf(words.get());
        }
        List<String> limits = new ArrayList<>();
        size(text.length(), "character").ifPresent(limits::add);
        inWords(text).ifPresent(limits::add);
        return joined("text", limits.isEmpty() ? Optional.empty() : Optional.of(String.join("; ", limits)));
    }

    private static String oneOf(List<String> words) {
        List<String> quoted = words.stream().map(it -> "`" + it + "`").toList();
        int last = quoted.size() - 1;
        return last == 0 ? quoted.get(0) : String.join(", ", quoted.subList(0, last)) + " or " + quoted.get(last);
    }

    private static String joined(String type, Optional<String> limits) {
        return limits.map(it -> type + ": " + it).orElse(type);
    }

    /** Numbers as Java holds them are no limit anybody runs into. */
    private static Optional<String> range(Bounds bounds) {
        Optional<Long> least = bounds.least().filter(it -> it > Integer.MIN_VALUE);
        Optional<Long> most = bounds.most().filter(it -> it < Integer.MAX_VALUE);
        if (least.isPresent() && most.isPresent()) {
            return Optional.of(number(least.get()) + " to " + number(most.get()));
        }
        return least.map(it -> "from " + number(it)).or(() -> most.map(it -> "up to " + number(it)));
    }

    /** How many there may be of something. */
    static Optional<String> size(Bounds bounds, String unit) {
        if (bounds.least().isPresent() && bounds.most().isPresent()) {
            return Optional.of(number(bounds.least().get()) + " to "
                    + counted(bounds.most().get(), unit));
        }
        return bounds.least()
                .map(it -> "at least " + counted(it, unit))
                .or(() -> bounds.most().map(it -> "up to " + counted(it, unit)));
    }

    private static String counted(long number, String unit) {
        return number(number) + " " + unit + (number == 1 ? "" : "s");
    }

    private static String number(long number) {
        return number < 10_000 ? String.valueOf(number) : String.format(Locale.ROOT, "%,d", number);
    }
}
