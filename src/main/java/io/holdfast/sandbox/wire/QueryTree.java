package io.holdfast.sandbox.wire;

import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/**
 * Turns the flat names of a Query form into the tree they stand for. Numbered members are a list, whether they stand directly below
 * the list's name ({@code Tag.1}) or below an item name ({@code Tags.Tag.1}, {@code Names.member.1}).
 */
final class QueryTree {

    /** Deeper than any AWS request; protects the stack. */
    private static final int DEEPEST = 16;

    private QueryTree() {}

    /** The members of a form. */
    static Map<String, Object> parse(String form) {
        var root = new LinkedHashMap<String, Object>();
        for (var field : form.split("&", -1)) {
            if (!field.isEmpty()) {
                put(root, field);
            }
        }
        root.replaceAll((name, node) -> shaped(node));
        return root;
    }

    private static void put(Map<String, Object> root, String field) {
        var equals = field.indexOf('=');
        var name = decoded(equals < 0 ? field : field.substring(0, equals));
        var path = name.split("\\.", DEEPEST);
        var node = root;
        for (int i = 0; i < path.length - 1; i++) {
            node = below(node, path[i]);
        }
        node.put(path[path.length - 1], equals < 0 ? "" : decoded(field.substring(equals + 1)));
    }

    /** The structure below a name; a value sent under the same name gives way. */
    @SuppressWarnings("unchecked")
    private static Map<String, Object> below(Map<String, Object> node, String name) {
        if (!(node.get(name) instanceof Map)) {
            node.put(name, new LinkedHashMap<String, Object>());
        }
        return (Map<String, Object>) node.get(name);
    }

    private static Object shaped(Object node) {
        if (!(node instanceof Map<?, ?> map)) {
            return node;
        }
        if (isNumbered(map)) {
            return items(map);
        }
        if (map.size() == 1 && map.values().iterator().next() instanceof Map<?, ?> only && isNumbered(only)) {
            return items(only);
        }
        var members = new LinkedHashMap<String, Object>();
        map.forEach((name, value) -> members.put(name.toString(), shaped(value)));
        return members;
    }

    private static boolean isNumbered(Map<?, ?> node) {
        return !node.isEmpty()
                && node.keySet().stream().allMatch(name -> name.toString().matches("\\d{1,9}"));
    }

    private static List<Object> items(Map<?, ?> numbered) {
        var ordered = new TreeMap<Integer, Object>();
        numbered.forEach((number, value) -> ordered.put(Integer.valueOf(number.toString()), shaped(value)));
        return List.copyOf(ordered.values());
    }

    private static String decoded(String text) {
        try {
            return URLDecoder.decode(text, StandardCharsets.UTF_8);
        } catch (IllegalArgumentException badEscape) {
            throw AwsError.badRequest("MalformedQueryString", "The form is not URL-encoded.");
        }
    }
}
