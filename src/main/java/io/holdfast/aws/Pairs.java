package io.holdfast.aws;

import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/**
 * AWS's lists of pairs and keyed members as maps, and back. AWS returns such lists in any order, and a name that is
 * there twice would mean nothing; a map says both.
 */
public final class Pairs {
    private Pairs() {}

    /** A list such as {@code [{name: A, value: 1}]} as {@code {A: 1}}; AWS lets the last of two equal names win. */
    public static Map<String, Object> map(Object list, String key, String value) {
        Map<String, Object> map = new LinkedHashMap<>();
        for (Object pair : (Collection<?>) list) {
            Map<?, ?> members = (Map<?, ?>) pair;
            Object held = members.get(value);
            map.put(name(members, key), held == null ? "" : held);
        }
        return map;
    }

    /** A map such as {@code {A: 1}} as {@code [{name: A, value: 1}]}, in the order of the names. */
    public static List<Map<String, Object>> list(Map<String, ?> map, String key, String value) {
        List<Map<String, Object>> list = new ArrayList<>();
        new TreeMap<String, Object>(map).forEach((name, held) -> list.add(Map.of(key, name, value, held)));
        return list;
    }

    /** A list such as {@code [{name: app, image: i}]} as {@code {app: {image: i}}}. */
    public static Map<String, Object> keyed(Object list, String key) {
        Map<String, Object> map = new LinkedHashMap<>();
        for (Object member : (Collection<?>) list) {
            Map<String, Object> members = members(member);
            map.put(name(members, key), members);
            members.remove(key);
        }
        return map;
    }

    /** A map such as {@code {app: {image: i}}} as {@code [{name: app, image: i}]}, in the order of the names. */
    public static List<Map<String, Object>> unkeyed(Map<String, ?> map, String key) {
        List<Map<String, Object>> list = new ArrayList<>();
        new TreeMap<String, Object>(map).forEach((name, member) -> {
            Map<String, Object> members = members(member);
            members.put(key, name);
            list.add(members);
        });
        return list;
    }

    /** A copy of a map in a tree, with its keys as text. */
    public static Map<String, Object> members(Object map) {
        Map<String, Object> members = new LinkedHashMap<>();
        ((Map<?, ?>) map).forEach((name, member) -> members.put(String.valueOf(name), member));
        return members;
    }

    private static String name(Map<?, ?> members, String key) {
        return String.valueOf(BrokenPromise.unless(members.get(key), key));
    }
}
