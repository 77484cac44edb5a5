package io.holdfast.sandbox.wire;

import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;

/** An answer's values made plain for formats that know maps, arrays and scalars only. */
final class Tree {

    private Tree() {}

    /** The same members without nulls, lists without item names, instants as the format writes them. */
    static Map<String, Object> plain(Map<?, ?> members, Function<Instant, Object> instant) {
        var plain = new LinkedHashMap<String, Object>();
        members.forEach((name, value) -> {
            if (value != null) {
                plain.put(name.toString(), plainValue(value, instant));
            }
        });
        return plain;
    }

    private static Object plainValue(Object value, Function<Instant, Object> instant) {
        if (value instanceof Map<?, ?> map) {
            return plain(map, instant);
        }
        if (value instanceof XmlList list) {
            return plainItems(list.values(), instant);
        }
        if (value instanceof List<?> list) {
            return plainItems(list, instant);
        }
        return value instanceof Instant time ? instant.apply(time) : value;
    }

    private static List<Object> plainItems(List<?> items, Function<Instant, Object> instant) {
        return items.stream().map(item -> plainValue(item, instant)).toList();
    }

    /** Epoch seconds with milliseconds, as the JSON protocols and CBOR write a time. */
    static double epochSeconds(Instant time) {
        return time.toEpochMilli() / 1000.0;
    }
}
