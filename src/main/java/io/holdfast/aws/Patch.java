package io.holdfast.aws;

import io.holdfast.model.Order;
import java.lang.reflect.RecordComponent;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * What to send where AWS takes the whole or nothing: the live state with the declared one laid over it, so that what
 * the YAML leaves out, and what is not to be changed now, stays as it is.
 */
public final class Patch {
    private final Set<String> withheld;

    private Patch(Set<String> withheld) {
        this.withheld = withheld;
    }

    /** The whole that an order asks for, with what it withholds as it is. */
    public static <R extends Record> R of(Order<R> order) {
        return of(order.live().orElseThrow().state(), order.desired(), order.withheld());
    }

    /**
     * The live record with each declared component in its place. Records are patched member by member; of a map the
     * declaration's keys remain, records among its values patched; a list is taken whole.
     */
    public static <R extends Record> R of(R live, R desired) {
        return of(live, desired, Set.of());
    }

    /**
     * The same.
     *
     * @param withheld dotted paths of what stays as it is although the declaration says otherwise
     */
    public static <R extends Record> R of(R live, R desired, Set<String> withheld) {
        return new Patch(withheld).record("", live, desired);
    }

    private <R extends Record> R record(String prefix, R live, R desired) {
        RecordComponent[] components = desired.getClass().getRecordComponents();
        Object[] values = Arrays.stream(components)
                .map(it -> component(prefix + it.getName(), RecordValues.get(live, it), RecordValues.get(desired, it)))
                .toArray();
        @SuppressWarnings("unchecked")
        Class<R> type = (Class<R>) desired.getClass();
        return RecordValues.make(type, values);
    }

    private Object component(String path, Object live, Object desired) {
        return withheld.contains(path) ? live : patched(path, live, desired);
    }

    private Object patched(String path, Object live, Object desired) {
        if (desired instanceof Optional<?> declared) {
            Optional<?> known = (Optional<?>) live;
            return declared.isEmpty() ? known : Optional.of(patched(path, known.orElse(null), declared.orElseThrow()));
        }
        if (live instanceof Record there && desired instanceof Record declared) {
            return record(path + ".", there, declared);
        }
        return live instanceof Map<?, ?> there && desired instanceof Map<?, ?> declared
                ? members(path + ".", there, declared)
                : desired;
    }

    /** A member that is withheld is there if it is live, and only then. */
    private Map<Object, Object> members(String prefix, Map<?, ?> live, Map<?, ?> desired) {
        Map<Object, Object> members = new LinkedHashMap<>();
        desired.forEach((key, declared) -> members.put(key, component(prefix + key, live.get(key), declared)));
        live.forEach((key, there) -> {
            if (withheld.contains(prefix + key)) {
                members.put(key, there);
            }
        });
        members.values().removeIf(it -> it == null);
        return members;
    }
}
