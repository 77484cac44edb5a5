package io.holdfast.aws;

import java.lang.reflect.Constructor;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.RecordComponent;
import java.util.Arrays;

/** Takes records apart and puts them together. */
final class RecordValues {
    private RecordValues() {}

    static Object get(Record state, RecordComponent component) {
        try {
            var accessor = component.getAccessor();
            accessor.setAccessible(true);
            return accessor.invoke(state);
        } catch (ReflectiveOperationException broken) {
            throw new IllegalStateException("cannot read " + component, broken);
        }
    }

    static <R extends Record> R make(Class<R> type, Object... values) {
        try {
            Constructor<R> constructor = type.getDeclaredConstructor(Arrays.stream(type.getRecordComponents())
                    .map(RecordComponent::getType)
                    .toArray(Class<?>[]::new));
            constructor.setAccessible(true);
            return constructor.newInstance(values);
        } catch (InvocationTargetException refused) {
            throw new IllegalArgumentException(type.getSimpleName() + " refuses its values", refused.getCause());
        } catch (ReflectiveOperationException broken) {
            throw new IllegalStateException("cannot make a " + type, broken);
        }
    }
}
