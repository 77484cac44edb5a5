package io.holdfast.aws;

import java.util.Collection;
import java.util.Map;
import java.util.TreeMap;

/**
 * When two lists of queries and expressions mean the same: queries are known by their ids, whatever their order; line breaks in an
 * expression are the author's taste; a query returns data unless it says otherwise; no dimensions are the same as an empty list,
 * which is what CloudWatch answers.
 */
public final class MetricMath {
    private MetricMath() {}

    /** The normal form of a list of queries, itself in normal form. */
    public static Object of(Object value) {
        if (!(value instanceof Collection<?> queries)) {
            return value;
        }
        Map<String, Object> byId = new TreeMap<>();
        queries.forEach(query -> byId.put(String.valueOf(((Map<?, ?>) query).get("id")), normal((Map<?, ?>) query)));
        return byId;
    }

    private static Map<String, Object> normal(Map<?, ?> query) {
        Map<String, Object> normal = new TreeMap<>(Map.of("returnData", true));
        normal.putAll(withoutEmpty(query));
        normal.computeIfPresent(
                "expression", (key, text) -> String.valueOf(text).strip().replaceAll("\\s+", " "));
        return normal;
    }

    private static Map<String, Object> withoutEmpty(Map<?, ?> members) {
        Map<String, Object> kept = new TreeMap<>();
        members.forEach((key, value) -> {
            Object member = value instanceof Map<?, ?> map ? withoutEmpty(map) : value;
            if (!Map.of().equals(member)) {
                kept.put(String.valueOf(key), member);
            }
        });
        return kept;
    }
}
