package io.holdfast.desired.yaml;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;

/** What to write instead of what the parser could not read: its own words tell where it lost the thread, and not what to do. */
final class Advice {
    /** By a part of the parser's words; the first that fits. */
    private static final Map<String, String> BY_WORDS = new LinkedHashMap<>();

    static {
        BY_WORDS.put("but got ?", "quotes around a value with a question mark in it, between brackets");
        BY_WORDS.put("'\\t(TAB)'", "blanks for indentation, no tabs");
        BY_WORDS.put("that cannot start any token", "quotes around a value that begins like this");
        BY_WORDS.put(
                "mapping values are not allowed",
                "quotes around a value with a colon and a blank in it; or a line of its own; or a blank behind the"
                        + " colon of the line above");
        BY_WORDS.put("but found '<scalar>'", "the quotes of an earlier line closed; or a key, a colon and a blank");
        BY_WORDS.put("expected <block end>", "the indentation of the line it belongs to");
        BY_WORDS.put("while scanning a quoted scalar", "the quotes closed");
        BY_WORDS.put("expected ',' or ']'", "items with commas between them, and the bracket closed");
        BY_WORDS.put("expected ',' or '}'", "keys and values with commas between them, and the brace closed");
        BY_WORDS.put("could not find expected ':'", "a key, a colon and a blank before the value");
        BY_WORDS.put("expected the node content", "a value");
    }

    private Advice() {}

    static Optional<String> on(String words) {
        return BY_WORDS.entrySet().stream()
                .filter(it -> words.contains(it.getKey()))
                .map(Map.Entry::getValue)
                .findFirst();
    }
}
