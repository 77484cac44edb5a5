package io.holdfast.model;

import static java.util.Objects.requireNonNull;

import java.util.Map;

/**
 * Where a resource, and each of its fields, was declared.
 *
 * @param at the key that begins the declaration
 * @param fields field path to the key that declares it
 */
public record Origin(Location at, Map<String, Location> fields) {
    public Origin {
        requireNonNull(at, "at");
        fields = Map.copyOf(fields);
    }

    /** Where a field was declared; for a path nobody wrote, the nearest thing around it that somebody did. */
    public Location of(String path) {
        String nearest = path;
        while (!fields.containsKey(nearest)) {
            int dot = nearest.lastIndexOf('.');
            if (dot < 0) {
                return at;
            }
            nearest = nearest.substring(0, dot);
        }
        return fields.get(nearest);
    }
}
