package io.holdfast.sandbox.datastore;

import static java.util.Objects.requireNonNull;

import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.BiConsumer;

/**
 * Values by setting. A setting without a value reads as empty, zero or false: AWS does not tell these from absent either.
 *
 * @param <K> the service's settings
 */
public final class Values<K extends Enum<K>> {

    private final Class<K> type;
    private final Map<K, Object> values;

    /** No values yet. */
    public Values(Class<K> type) {
        this.type = requireNonNull(type, "type");
        this.values = new EnumMap<>(type);
    }

    /** These values, with the others put over them. */
    public Values<K> overlaidWith(Values<K> others) {
        var both = new Values<>(type);
        both.values.putAll(values);
        both.values.putAll(others.values);
        return both;
    }

    /** The same values, to go their own way from here. */
    public Values<K> copy() {
        return overlaidWith(new Values<>(type));
    }

    /** Whether the setting has a value, even an empty one. */
    public boolean has(K setting) {
        return values.containsKey(setting);
    }

    /** Whether nothing is set. */
    public boolean isEmpty() {
        return values.isEmpty();
    }

    /** The settings that have a value. */
    public Set<K> settings() {
        return Set.copyOf(values.keySet());
    }

    /** The value as it is. */
    public Optional<Object> get(K setting) {
        return Optional.ofNullable(values.get(setting));
    }

    /** The value as text. */
    public String text(K setting) {
        return values.getOrDefault(setting, "").toString();
    }

    /** The value as a whole number. */
    public int number(K setting) {
        return values.get(setting) instanceof Integer number ? number : 0;
    }

    /** The value as a truth value. */
    public boolean flag(K setting) {
        return Boolean.TRUE.equals(values.get(setting));
    }

    /** The value as a list of texts. */
    public List<String> texts(K setting) {
        return values.get(setting) instanceof List<?> list
                ? list.stream().map(Object::toString).toList()
                : List.of();
    }

    /** Sets a value. */
    public void put(K setting, Object value) {
        values.put(setting, value);
    }

    /** Sets a value unless there is one. */
    public void putIfAbsent(K setting, Object value) {
        values.putIfAbsent(setting, value);
    }

    /** Forgets a value. */
    public void remove(K setting) {
        values.remove(setting);
    }

    /** Visits the values in the order of the settings. */
    public void forEach(BiConsumer<K, Object> visitor) {
        values.forEach(visitor);
    }
}
