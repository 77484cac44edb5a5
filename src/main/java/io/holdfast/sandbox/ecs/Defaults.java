package io.holdfast.sandbox.ecs;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * What AWS fills in when a member is left out: a table of data.
 *
 * @param values the member's name and the value it gets
 * @param inside the tables of structures, or of the items of lists, when these were sent
 */
record Defaults(Map<String, Object> values, Map<String, Defaults> inside) {

    static Defaults none() {
        return new Defaults(Map.of(), Map.of());
    }

    /** One more line. */
    Defaults and(String member, Object value) {
        var more = new LinkedHashMap<>(values);
        more.put(member, value);
        return new Defaults(more, inside);
    }

    /** One more table, for a member that holds a structure or a list of structures. */
    Defaults in(String member, Defaults table) {
        var more = new LinkedHashMap<>(inside);
        more.put(member, table);
        return new Defaults(values, more);
    }

    /** What was sent, filled in. Neither argument nor table change. */
    Map<String, Object> fill(Map<?, ?> sent) {
        var filled = new LinkedHashMap<String, Object>();
        sent.forEach((name, value) -> {
            if (value != null) {
                filled.put(name.toString(), fillInside(name.toString(), value));
            }
        });
        values.forEach(filled::putIfAbsent);
        return filled;
    }

    private Object fillInside(String member, Object value) {
        var table = inside.get(member);
        if (table != null && value instanceof Map<?, ?> map) {
            return table.fill(map);
        }
        if (table != null && value instanceof List<?> list) {
            return list.stream()
                    .map(item -> item instanceof Map<?, ?> map ? table.fill(map) : item)
                    .toList();
        }
        return value;
    }
}
