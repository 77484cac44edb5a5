package io.holdfast.aws;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.UnaryOperator;

/**
 * The dimensions of a metric between AWS, which lists names and values, and our state, which maps one to the other: their order
 * means nothing. Found at any depth of a tree as {@link Shapes} makes it.
 */
public final class Dimensions {
    private static final String MEMBER = "dimensions";
    private static final String NAME = "name";
    private static final String VALUE = "value";

    private Dimensions() {}

    /** The same tree with maps for lists. */
    public static Map<String, Object> asMaps(Map<String, Object> tree) {
        return rewritten(tree, list -> Pairs.map(list, NAME, VALUE));
    }

    /** The same tree with lists for maps. */
    public static Map<String, Object> asLists(Map<String, Object> tree) {
        return rewritten(tree, map -> Pairs.list(Pairs.members(map), NAME, VALUE));
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
