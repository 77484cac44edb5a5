package io.holdfast.desired.yaml;

import static java.util.Objects.requireNonNull;

import io.holdfast.model.Location;
import java.util.Collection;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** A value in a YAML file, and where it stands. */
public sealed interface Node {
    Location at();

    /** What a reader would call it. */
    String noun();

    /** How a scalar is written. */
    enum Style {
        PLAIN,
        QUOTED,
        BLOCK
    }

    /**
     * One value.
     *
     * @param text as written, quotes and escapes resolved, never typed
     */
    record Scalar(Location at, String text, Style style) implements Node {
        public Scalar {
            requireNonNull(at, "at");
            requireNonNull(text, "text");
            requireNonNull(style, "style");
        }

        public boolean isPlain() {
            return style == Style.PLAIN;
        }

        /** Nothing, {@code ~} or {@code null}, unquoted. */
        public boolean isNull() {
            return isPlain() && List.of("", "~", "null", "Null", "NULL").contains(text);
        }

        @Override
        public String noun() {
            return isNull() ? "nothing" : isPlain() ? "a value" : "text";
        }
    }

    /** A list of values. */
    record Sequence(Location at, List<Node> items) implements Node {
        public Sequence {
            requireNonNull(at, "at");
            items = List.copyOf(items);
        }

        @Override
        public String noun() {
            return "a list";
        }
    }

    /** Keys and their values, in the order of the file. */
    record Mapping(Location at, Map<String, Entry> entries) implements Node {
        public Mapping {
            requireNonNull(at, "at");
            entries = Collections.unmodifiableMap(new LinkedHashMap<>(entries));
        }

        public Optional<Node> get(String key) {
            return Optional.ofNullable(entries.get(key)).map(Entry::value);
        }

        /** The same mapping less some keys. */
        public Mapping without(Collection<String> keys) {
            Map<String, Entry> rest = new LinkedHashMap<>(entries);
            rest.keySet().removeAll(keys);
            return new Mapping(at, rest);
        }

        /** The same mapping with these keys alone, as far as it has them. */
        public Mapping only(Collection<String> keys) {
            Map<String, Entry> some = new LinkedHashMap<>(entries);
            some.keySet().retainAll(keys);
            return new Mapping(at, some);
        }

        @Override
        public String noun() {
            return "a map";
        }
    }

    /** A key, where it stands, and its value. */
    record Entry(Scalar key, Node value) {
        public Entry {
            requireNonNull(key, "key");
            requireNonNull(value, "value");
        }
    }
}
