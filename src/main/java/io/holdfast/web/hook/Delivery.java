package io.holdfast.web.hook;

import static java.util.Objects.requireNonNull;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * What came to the door.
 *
 * @param headers by name, whatever the case of their letters
 * @param body to the byte as it came
 */
@SuppressWarnings("ArrayRecordComponent") // made for one request, and never compared
record Delivery(SortedMap<String, List<String>> headers, byte[] body) {
    Delivery {
        SortedMap<String, List<String>> copy = new TreeMap<>(String.CASE_INSENSITIVE_ORDER);
        headers.forEach((name, values) -> copy.merge(name, List.copyOf(values), Delivery::both));
        headers = Collections.unmodifiableSortedMap(copy);
        requireNonNull(body, "body");
    }

    static Delivery of(Iterable<Map.Entry<String, String>> headers, byte[] body) {
        SortedMap<String, List<String>> all = new TreeMap<>(String.CASE_INSENSITIVE_ORDER);
        headers.forEach(it -> all.merge(it.getKey(), List.of(it.getValue()), Delivery::both));
        return new Delivery(all, body);
    }

    private static List<String> both(List<String> one, List<String> other) {
        List<String> both = new ArrayList<>(one);
        both.addAll(other);
        return List.copyOf(both);
    }

    /** A header that is there once. One that is there twice is none: which of them a proxy has looked at, nobody knows. */
    Optional<String> header(String name) {
        List<String> values = headers.getOrDefault(name, List.of());
        return values.size() == 1 ? Optional.of(values.get(0)) : Optional.empty();
    }
}
