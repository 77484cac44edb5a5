package io.holdfast.export;

import io.holdfast.model.NotWritten;
import java.lang.reflect.Constructor;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.RecordComponent;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Predicate;

/** The parts of a state record that may be left out. */
final class Parts {
    private Parts() {}

    /** Those that are there and could be written, the innermost first. */
    static List<Part> of(Record state) {
        List<Part> parts = new ArrayList<>();
        collect(state, List.of(), parts);
        parts.sort(Comparator.comparing((Part it) -> it.steps().size()).reversed());
        return parts;
    }

    /** The part closest around a field, if it stands in one that may be left out. */
    static Optional<Part> around(Record state, String path) {
        return of(state).stream()
                .filter(it -> it.steps().stream().allMatch(String.class::isInstance))
                .filter(it -> it.holds(path))
                .findFirst();
    }

    /** The value of a part; empty where it is not there. */
    static Optional<Object> value(Object in, Part part) {
        Object at = in;
        for (Object step : part.steps()) {
            at = inner(at, step);
            if (at == null) {
                return Optional.empty();
            }
        }
        return Optional.of(at);
    }

    /** The same record less one part. */
    static <S> S without(S state, Part part) {
        @SuppressWarnings("unchecked") // A copy of a record is of the record's class.
        S less = (S) copy(state, part.steps());
        return less;
    }

    /** The same record less some entries of one of its maps. */
    static <S> S withoutEntries(S state, String name, Predicate<String> unwanted) {
        Object[] values = Arrays.stream(state.getClass().getRecordComponents())
                .map(component -> {
                    Object value = get((Record) state, component);
                    return component.getName().equals(name) && value instanceof Optional<?> optional
                            ? optional.map(it -> less((Map<?, ?>) it, unwanted))
                            : value;
                })
                .toArray();
        @SuppressWarnings("unchecked") // A copy of a record is of the record's class.
        S less = (S) make(((Record) state).getClass(), values);
        return less;
    }

    private static Map<Object, Object> less(Map<?, ?> map, Predicate<String> unwanted) {
        Map<Object, Object> less = new LinkedHashMap<>(map);
        less.keySet().removeIf(key -> unwanted.test((String) key));
        return less;
    }

    /** What a record or a map has in it, by name. */
    static Map<String, Object> members(Object value) {
        Map<String, Object> members = new LinkedHashMap<>();
        if (value instanceof Map<?, ?> map) {
            map.forEach((key, it) -> members.put((String) key, it));
        } else {
            for (RecordComponent component : value.getClass().getRecordComponents()) {
                members.put(component.getName(), get((Record) value, component));
            }
        }
        return members;
    }

    private static void collect(Object value, List<Object> steps, List<Part> parts) {
        if (value instanceof Record state) {
            for (RecordComponent component : state.getClass().getRecordComponents()) {
                collect(state, component, steps, parts);
            }
        } else if (value instanceof Map<?, ?> map) {
            map.keySet().stream()
                    .map(String.class::cast)
                    .sorted()
                    .forEach(key -> collect(map.get(key), with(steps, key), parts));
        } else if (value instanceof List<?> list) {
            for (int i = 0; i < list.size(); i++) {
                collect(list.get(i), with(steps, i), parts);
            }
        }
    }

    private static void collect(Record state, RecordComponent component, List<Object> steps, List<Part> parts) {
        if (component.isAnnotationPresent(NotWritten.class)) {
            return;
        }
        Object value = get(state, component);
        List<Object> inner = with(steps, component.getName());
        if (value instanceof Optional<?> optional) {
            optional.ifPresent(it -> {
                parts.add(new Part(inner));
                collect(it, inner, parts);
            });
        } else {
            collect(value, inner, parts);
        }
    }

    private static List<Object> with(List<Object> steps, Object last) {
        List<Object> more = new ArrayList<>(steps);
        more.add(last);
        return more;
    }

    private static Object copy(Object value, List<Object> steps) {
        Object step = steps.get(0);
        List<Object> rest = steps.subList(1, steps.size());
        if (value instanceof Map<?, ?> map) {
            Map<Object, Object> copy = new LinkedHashMap<>(map);
            copy.computeIfPresent(step, (key, it) -> copy(it, rest));
            return copy;
        }
        if (value instanceof List<?> list) {
            List<Object> copy = new ArrayList<>(list);
            copy.set((Integer) step, copy(copy.get((Integer) step), rest));
            return copy;
        }
        return copy((Record) value, (String) step, rest);
    }

    private static Record copy(Record state, String name, List<Object> rest) {
        Object[] values = Arrays.stream(state.getClass().getRecordComponents())
                .map(component -> {
                    Object value = get(state, component);
                    if (!component.getName().equals(name)) {
                        return value;
                    }
                    if (rest.isEmpty()) {
                        return Optional.empty();
                    }
                    return value instanceof Optional<?> optional
                            ? optional.map(it -> copy(it, rest))
                            : copy(value, rest);
                })
                .toArray();
        return make(state.getClass(), values);
    }

    private static Object inner(Object value, Object step) {
        if (value instanceof Map<?, ?> map) {
            return map.get(step);
        }
        if (value instanceof List<?> list) {
            int index = (Integer) step;
            return index < list.size() ? list.get(index) : null;
        }
        return Arrays.stream(value.getClass().getRecordComponents())
                .filter(it -> it.getName().equals(step))
                .map(it -> get((Record) value, it))
                .findFirst()
                .map(it -> it instanceof Optional<?> optional ? optional.orElse(null) : it)
                .orElse(null);
    }

    private static Object get(Record state, RecordComponent component) {
        try {
            var accessor = component.getAccessor();
            accessor.setAccessible(true);
            return accessor.invoke(state);
        } catch (ReflectiveOperationException broken) {
            throw new IllegalStateException("cannot read " + component, broken);
        }
    }

    private static <R extends Record> R make(Class<R> type, Object... values) {
        try {
            Constructor<R> constructor = type.getDeclaredConstructor(Arrays.stream(type.getRecordComponents())
                    .map(RecordComponent::getType)
                    .toArray(Class<?>[]::new));
            constructor.setAccessible(true);
            return constructor.newInstance(values);
        } catch (InvocationTargetException refused) {
            throw new IllegalArgumentException(type.getSimpleName() + " refuses to be less", refused.getCause());
        } catch (ReflectiveOperationException broken) {
            throw new IllegalStateException("cannot make a " + type, broken);
        }
    }
}
