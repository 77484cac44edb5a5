package io.holdfast.sandbox.rds;

import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.BiConsumer;

/** Values by setting. A setting without a value reads as empty, zero or false: AWS does not tell these from absent either. */
final class Values {

    private final Map<Setting, Object> values = new EnumMap<>(Setting.class);

    /** These values, with the others put over them. */
    Values overlaidWith(Values others) {
        var both = new Values();
        both.values.putAll(values);
        both.values.putAll(others.values);
        return both;
    }

    boolean has(Setting setting) {
        return values.containsKey(setting);
    }

    boolean isEmpty() {
        return values.isEmpty();
    }

    Set<Setting> settings() {
        return Set.copyOf(values.keySet());
    }

    Optional<Object> get(Setting setting) {
        return Optional.ofNullable(values.get(setting));
    }

    String text(Setting setting) {
        return values.getOrDefault(setting, "").toString();
    }

    int number(Setting setting) {
        return values.get(setting) instanceof Integer number ? number : 0;
    }

    boolean flag(Setting setting) {
        return Boolean.TRUE.equals(values.get(setting));
    }

    List<String> texts(Setting setting) {
        return values.get(setting) instanceof List<?> list
                ? list.stream().map(Object::toString).toList()
                : List.of();
    }

    void put(Setting setting, Object value) {
        values.put(setting, value);
    }

    void putIfAbsent(Setting setting, Object value) {
        values.putIfAbsent(setting, value);
    }

    void remove(Setting setting) {
        values.remove(setting);
    }

    /** Visits the values in the order of the settings. */
    void forEach(BiConsumer<Setting, Object> visitor) {
        values.forEach(visitor);
    }
}
