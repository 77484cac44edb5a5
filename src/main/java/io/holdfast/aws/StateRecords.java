package io.holdfast.aws;

import java.lang.reflect.ParameterizedType;
import java.lang.reflect.RecordComponent;
import java.lang.reflect.Type;
import java.util.Arrays;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * Trees as state records and back, component by component, by name. An {@link Optional} component may be missing from a
 * tree, a plain list or map is then empty, and any other plain component is one that AWS always sends.
 */
public final class StateRecords {
    private StateRecords() {}

    /**
     * The record a tree describes. Keys no component is named after are passed over.
     *
     * @throws BrokenPromise when a plain component is missing
     */
    public static <R extends Record> R read(Map<String, ?> tree, Class<R> type) {
        RecordComponent[] components = type.getRecordComponents();
        Object[] values = Arrays.stream(components)
                .map(component -> value(component, tree.get(component.getName())))
                .toArray();
        return RecordValues.make(type, values);
    }

    /** The components a record has a value for, by name; nested records likewise. The map may be changed by the caller. */
    public static Map<String, Object> tree(Record state) {
        Map<String, Object> tree = new LinkedHashMap<>();
        for (RecordComponent component : state.getClass().getRecordComponents()) {
            Object value = RecordValues.get(state, component);
            Object present = value instanceof Optional<?> optional ? optional.orElse(null) : value;
            if (present != null) {
                tree.put(component.getName(), plain(present));
            }
        }
        return tree;
    }

    private static Object plain(Object value) {
        if (value instanceof Record nested) {
            return tree(nested);
        }
        if (value instanceof Collection<?> list) {
            return list.stream().map(StateRecords::plain).toList();
        }
        if (value instanceof Map<?, ?> map) {
            Map<String, Object> plain = new LinkedHashMap<>();
            map.forEach((key, member) -> plain.put(String.valueOf(key), plain(member)));
            return plain;
        }
        return value;
    }

    private static Object value(RecordComponent component, Object value) {
        Class<?> type = component.getType();
        if (type == Optional.class) {
            return Optional.ofNullable(value).map(it -> as(argument(component.getGenericType(), 0), it));
        }
        if (value == null && type == List.class) {
            return List.of();
        }
        if (value == null && type == Map.class) {
            return Map.of();
        }
        return as(component.getGenericType(), BrokenPromise.unless(value, component.getName()));
    }

    private static Object as(Type type, Object value) {
        if (type instanceof ParameterizedType generic) {
            return generic.getRawType() == Map.class
                    ? map(argument(generic, 1), (Map<?, ?>) value)
                    : Shapes.list(value).stream()
                            .map(it -> as(argument(generic, 0), it))
                            .toList();
        }
        Class<?> plain = boxed((Class<?>) type);
        return plain.isRecord()
                ? read(members((Map<?, ?>) value), plain.asSubclass(Record.class))
                : Scalars.as(plain, value);
    }

    private static Map<String, Object> map(Type member, Map<?, ?> value) {
        Map<String, Object> map = new LinkedHashMap<>();
        value.forEach((key, it) -> map.put(String.valueOf(key), as(member, it)));
        return map;
    }

    private static Map<String, Object> members(Map<?, ?> value) {
        Map<String, Object> members = new LinkedHashMap<>();
        value.forEach((key, it) -> members.put(String.valueOf(key), it));
        return members;
    }

    private static Type argument(Type generic, int index) {
        return ((ParameterizedType) generic).getActualTypeArguments()[index];
    }

    private static Class<?> boxed(Class<?> type) {
        if (type == int.class) {
            return Integer.class;
        }
        return type == boolean.class ? Boolean.class : type;
    }
}
