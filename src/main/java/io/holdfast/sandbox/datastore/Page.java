package io.holdfast.sandbox.datastore;

import io.holdfast.sandbox.wire.AwsError;
import io.holdfast.sandbox.wire.Input;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * One page of a listing asked for with {@code MaxRecords} and {@code Marker}.
 *
 * @param items the page, in the order of their keys
 * @param marker where the next page begins; null on the last page, so that an answer leaves it out
 */
public record Page<T>(List<T> items, String marker) {

    private static final int SMALLEST = 20;
    private static final int LARGEST = 100;

    /**
     * The page a request asks for. The marker names the last key already given, not a position: what is added or deleted between two
     * pages neither repeats nor hides a neighbour.
     */
    public static <T> Page<T> of(SortedMap<String, T> all, Input input) {
        return of(all, input, LARGEST);
    }

    /** The page of a listing whose pages may be larger than the usual hundred. */
    public static <T> Page<T> of(SortedMap<String, T> all, Input input, int largest) {
        int size = size(input, largest);
        var rest = new TreeMap<>(all);
        input.string("Marker")
                .ifPresent(marker -> rest.headMap(decode(marker), true).clear());
        var keys = rest.keySet().stream().limit(size).toList();
        var items = keys.stream().map(rest::get).toList();
        return new Page<>(items, keys.size() < rest.size() ? encode(keys.get(keys.size() - 1)) : null);
    }

    private static int size(Input input, int largest) {
        int size = input.integer("MaxRecords").orElse(LARGEST);
        if (size < SMALLEST || size > largest) {
            throw AwsError.badRequest(
                    "InvalidParameterValue",
                    "Invalid value " + size + " for MaxRecords. Must be between " + SMALLEST + " and " + largest);
        }
        return size;
    }

    private static String encode(String key) {
        return Base64.getUrlEncoder().withoutPadding().encodeToString(key.getBytes(StandardCharsets.UTF_8));
    }

    private static String decode(String marker) {
        try {
            return new String(Base64.getUrlDecoder().decode(marker), StandardCharsets.UTF_8);
        } catch (IllegalArgumentException notOurs) {
            throw AwsError.badRequest("InvalidParameterValue", "Marker is invalid.");
        }
    }
}
