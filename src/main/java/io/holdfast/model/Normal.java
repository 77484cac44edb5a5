package io.holdfast.model;

import java.lang.reflect.RecordComponent;
import java.math.BigDecimal;
import java.util.Collection;
import java.util.Collections;
import java.util.Map;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * The form in which values are compared, kept in the ledger and shown: text, truth, {@link BigDecimal}, list, sorted
 * map. What is absent inside a record or a map is left out, so that two values that mean the same are equal.
 */
public final class Normal {
    private Normal() {}

    /** The normal form of a value of a state record: text, number, truth, enum, record, list, map or Optional of one. */
    public static Object of(Object value) {
        if (value instanceof Number number) {
            return decimal(number);
        }
        if (value instanceof Enum<?> constant) {
            return constant.name();
        }
        if (value instanceof Map<?, ?> map) {
            return map(map);
        }
        if (value instanceof Collection<?> list) {
            return list.stream().map(Normal::of).toList();
        }
        if (value instanceof Record record) {
            return map(components(record));
        }
        return value instanceof Boolean ? value : String.valueOf(value);
    }

    private static BigDecimal decimal(Number number) {
        BigDecimal exact = new BigDecimal(number.toString());
        return exact.signum() == 0 ? BigDecimal.ZERO : exact.stripTrailingZeros();
    }

    private static SortedMap<String, Object> map(Map<?, ?> map) {
        SortedMap<String, Object> sorted = new TreeMap<>();
        map.forEach((key, value) -> present(value).ifPresent(it -> sorted.put(String.valueOf(key), of(it))));
        return Collections.unmodifiableSortedMap(sorted);
    }

    private static Optional<?> present(Object value) {
        return value instanceof Optional<?> optional ? optional : Optional.ofNullable(value);
    }

    private static Map<String, Object> components(Record record) {
        Map<String, Object> values = new TreeMap<>();
        for (RecordComponent component : record.getClass().getRecordComponents()) {
            values.put(component.getName(), read(record, component));
        }
        return values;
    }

    private static Object read(Record record, RecordComponent component) {
        try {
            var accessor = component.getAccessor();
            accessor.setAccessible(true);
            return accessor.invoke(record);
        } catch (ReflectiveOperationException broken) {
            throw new IllegalStateException("cannot read " + component + " of " + record.getClass(), broken);
        }
    }

    /** One line of JSON-like text, the same for equal values: what digests are made of and the ledger keeps. */
    public static String text(Object normal) {
        StringBuilder text = new StringBuilder();
        append(text, normal);
        return text.toString();
    }

    private static void append(StringBuilder text, Object normal) {
        if (normal instanceof BigDecimal number) {
            text.append(number.toPlainString());
        } else if (normal instanceof Map<?, ?> map) {
            text.append('{');
            map.forEach((key, value) -> {
                separate(text, '{');
                quote(text, String.valueOf(key));
                text.append(':');
                append(text, value);
            });
            text.append('}');
        } else if (normal instanceof Collection<?> list) {
            text.append('[');
            list.forEach(value -> {
                separate(text, '[');
                append(text, value);
            });
            text.append(']');
        } else if (normal instanceof Boolean truth) {
            text.append(truth.booleanValue());
        } else {
            quote(text, String.valueOf(normal));
        }
    }

    private static void separate(StringBuilder text, char opening) {
        if (text.charAt(text.length() - 1) != opening) {
            text.append(',');
        }
    }

    private static void quote(StringBuilder text, String value) {
        text.append('"');
        value.chars().forEach(c -> {
            if (c == '"' || c == '\\') {
                text.append('\\').append((char) c);
            } else if (c < ' ') {
                text.append(String.format("\\u%04x", c));
            } else {
                text.append((char) c);
            }
        });
        text.append('"');
    }
}
