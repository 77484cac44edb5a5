package io.holdfast.aws;

import java.lang.reflect.RecordComponent;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;

/**
 * What to send where AWS takes the whole or nothing: the live state with the declared one laid over it, so that what
 * the YAML leaves out stays as it is.
 */
public final class Patch {
    private Patch() {}

    /**
     * The live record with each declared component in its place. Records are patched member by member; of a map the
     * declaration's keys remain, records among its values patched; a list is taken whole.
     */
    public static <R extends Record> R of(R live, R desired) {
        RecordComponent[] components = desired.getClass().getRecordComponents();
        Object[] values = Arrays.stream(components)
                .map(it -> patched(RecordValues.get(live, it), RecordValues.get(desired, it)))
                .toArray();
        @SuppressWarnings("unchecked")
        Class<R> type = (Class<R>) desired.getClass();
        return RecordValues.make(type, values);
    }

    private static Object patched(Object live, Object desired) {
        if (desired instanceof Optional<?> declared) {
            Optional<?> known = (Optional<?>) live;
            return declared.isEmpty() ? known : Optional.of(patched(known.orElse(null), declared.orElseThrow()));
        }
        if (live instanceof Record there && desired instanceof Record declared) {
            return of(there, declared);
        }
        return live instanceof Map<?, ?> there && desired instanceof Map<?, ?> declared
                ? members(there, declared)
                : desired;
    }

    private static Map<Object, Object> members(Map<?, ?> live, Map<?, ?> desired) {
        Map<Object, Object> members = new LinkedHashMap<>();
        desired.forEach((key, declared) -> members.put(key, patched(live.get(key), declared)));
        return members;
    }
}
