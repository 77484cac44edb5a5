package io.holdfast.sandbox;

import static java.util.Objects.requireNonNull;

import java.nio.charset.StandardCharsets;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;

/**
 * One HTTP request as it came off the wire.
 *
 * @param method upper-case HTTP method
 * @param path the path, beginning with a slash
 * @param query the raw query string without the question mark; empty when there is none
 * @param headers one value per header; names are made lower-case here
 * @param body the bytes of the body; empty when there is none
 */
@SuppressWarnings("ArrayRecordComponent") // copied on the way in and out; requests are never compared
public record WireRequest(String method, String path, String query, Map<String, String> headers, byte[] body) {

    /** Copies the headers under lower-case names. */
    public WireRequest {
        requireNonNull(method, "method");
        requireNonNull(path, "path");
        query = query == null ? "" : query;
        headers = lowerCase(headers);
        body = body == null ? new byte[0] : body.clone();
    }

    @Override
    public byte[] body() {
        return body.clone();
    }

    /** The value of a header, or an empty text when it was not sent. */
    public String header(String name) {
        return headers.getOrDefault(name.toLowerCase(Locale.ROOT), "");
    }

    @Override
    public String toString() {
        return method + " " + path + " " + new String(body, StandardCharsets.UTF_8);
    }

    private static Map<String, String> lowerCase(Map<String, String> headers) {
        var copy = new TreeMap<String, String>();
        headers.forEach((name, value) -> copy.put(name.toLowerCase(Locale.ROOT), value));
        return java.util.Collections.unmodifiableMap(copy);
    }
}
