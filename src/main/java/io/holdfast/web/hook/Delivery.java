package io.holdfast.web.hook;

import static java.util.Objects.requireNonNull;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/** What came to the door. */
final class Delivery {
    private final Map<String, List<String>> headers;
    private final byte[] body;

    private Delivery(Map<String, List<String>> headers, byte[] body) {
        this.headers = headers;
        this.body = requireNonNull(body, "body");
    }

    static Delivery of(Iterable<Map.Entry<String, String>> headers, byte[] body) {
        Map<String, List<String>> all = new TreeMap<>(String.CASE_INSENSITIVE_ORDER);
        headers.forEach(it ->
                all.computeIfAbsent(it.getKey(), name -> new ArrayList<>()).add(it.getValue()));
        return new Delivery(all, body);
    }

    /** To the byte as it came. */
    byte[] body() {
        return body;
    }

    /**
     * A header that is there once, whatever the case of its letters. One that is there twice is none: which of them a proxy
     * has looked at, nobody knows.
     */
    Optional<String> header(String name) {
        List<String> values = headers.getOrDefault(name, List.of());
        return values.size() == 1 ? Optional.of(values.get(0)) : Optional.empty();
    }

    /** Without any header: GitLab sends the secret itself in one. */
    @Override
    public String toString() {
        return "a delivery of " + body.length + " bytes";
    }
}
