package io.holdfast.aws;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.UnaryOperator;

/**
 * The dimensions of a metric between AWS, which lists names and values, and our state, which maps one to the other: their order
 * means nothing. Found at any depth of a tree as {@link Shapes} makes it.
 */
public final class Dimensions {
    private static final String MEMBER = "dimensions";

    private Dimensions() {}

    /** The same tree with maps for lists. */
    public static Map<String, Object> asMaps(Map<String, Object> tree) {
        return rewritten(tree, Dimensions::map);
    }

    /** The same tree with lists for maps. */
    public static Map<String, Object> asLists(Map<String, Object> tree) {
        return rewritten(tree, Dimensions::list);
    }

    private static Object map(Object list) {
        Map<String, Object> map = new TreeMap<>();
        ((List<?>) list)
                .stream()
                        .map(pair -> (Map<?, ?>) pair)
                        .forEach(pair -> map.put(String.valueOf(pair.get("name")), pair.get("value")));
        return map;
    }

    private static Object list(Object map) {
        return new TreeMap<>((Map<?, ?>) map)
                .entrySet().stream()
                        .map(pair -> Map.of("name", pair.getKey(), "value", pair.getValue()))
                        .toList();
    }

    private static Map<String, Object> rewritten(Map<?, ?> tree, UnaryOperator<Object> rewrite) {
        Map<String, Object> rewritten = new LinkedHashMap<>();
        tree.forEach((key, value) ->
                rewritten.put(String.valueOf(key), key.equals(MEMBER) ? rewrite.apply(value) : inside(value, rewrite)));
        return rewritten;
    }

    private static Object inside(Object value, UnaryOperator<Object> rewrite) {
        if (value instanceof Map<?, ?> map) {
            return rewritten(map, rewrite);
        }
        return value instanceof List<?> list
                ? list.stream().map(member -> inside(member, rewrite)).toList()
                : value;
    }
}
