package io.holdfast.desired.random;

import io.holdfast.model.NotWritten;
import java.lang.reflect.ParameterizedType;
import java.lang.reflect.RecordComponent;
import java.lang.reflect.Type;
import java.util.Arrays;
import java.util.Collection;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Stream;

/** The components of records that can be written, and those of them that were. */
public final class Components {
    private final Set<String> all = new TreeSet<>();
    private final Set<String> hit = new TreeSet<>();

    /** Those of a record, and of the records in it. */
    public void expect(Class<?> record) {
        written(record).forEach(it -> {
            all.add(name(it));
            records(it.getGenericType()).forEach(this::expect);
        });
    }

    /** Those that have a value here. */
    public void meet(Object value) {
        if (value instanceof Optional<?> optional) {
            optional.ifPresent(this::meet);
        } else if (value instanceof Collection<?> list) {
            list.forEach(this::meet);
        } else if (value instanceof Map<?, ?> map) {
            map.values().forEach(this::meet);
        } else if (value instanceof Record) {
            written(value.getClass()).forEach(it -> meet(it, value));
        }
    }

    private void meet(RecordComponent component, Object record) {
        try {
            component.getAccessor().setAccessible(true);
            Object value = component.getAccessor().invoke(record);
            if (!Optional.empty().equals(value)) {
                hit.add(name(component));
                meet(value);
            }
        } catch (ReflectiveOperationException broken) {
            throw new IllegalStateException(broken);
        }
    }

    /** How many of those that can be written were, from 0 to 1. */
    public double share() {
        return 1 - missed().size() / (double) all.size();
    }

    /** How many can be written. */
    public int size() {
        return all.size();
    }

    /** Those nobody wrote. */
    public Set<String> missed() {
        Set<String> missed = new TreeSet<>(all);
        missed.removeAll(hit);
        return missed;
    }

    private static Stream<RecordComponent> written(Class<?> record) {
        return Arrays.stream(record.getRecordComponents()).filter(it -> !it.isAnnotationPresent(NotWritten.class));
    }

    private static Stream<Class<?>> records(Type type) {
        if (type instanceof ParameterizedType parameterized) {
            return Arrays.stream(parameterized.getActualTypeArguments()).flatMap(Components::records);
        }
        return type instanceof Class<?> single && single.isRecord() ? Stream.of(single) : Stream.empty();
    }

    private static String name(RecordComponent component) {
        String record = component.getDeclaringRecord().getName();
        return record.substring(record.lastIndexOf('.') + 1) + "." + component.getName();
    }
}
