package io.holdfast.model;

import java.util.List;

/**
 * Where in an environment's YAML a kind is declared: a path of keys under {@code spec}, with {@code *} for each
 * logical name, such as {@code services.*.scaling.steps.*}.
 */
public record Slot(List<String> keys) {
    public static final String ANY = "*";

    public Slot {
        keys = List.copyOf(keys);
    }

    public static Slot of(String path) {
        return new Slot(List.of(path.split("\\.", -1)));
    }

    /** Whether this slot lies inside the declaration of another kind. */
    public boolean isInside(Slot other) {
        return keys.size() > other.keys.size()
                && keys.subList(0, other.keys.size()).equals(other.keys);
    }

    @Override
    public String toString() {
        return String.join(".", keys);
    }
}
