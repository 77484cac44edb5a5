package io.holdfast.export;

import java.util.List;
import java.util.stream.Collectors;

/**
 * Where an optional part of a record is: component names, keys of maps and indices of lists, from the outside in.
 *
 * @param steps a {@link String} for a component or a key, an {@link Integer} for an index
 */
record Part(List<Object> steps) {
    Part {
        steps = List.copyOf(steps);
    }

    /** The same as a field's path: what is inside a list belongs to the list's field. */
    String path() {
        return steps.stream()
                .takeWhile(String.class::isInstance)
                .map(String.class::cast)
                .collect(Collectors.joining("."));
    }

    /** Whether all of a path is in this part. */
    boolean holds(String other) {
        return other.equals(path()) || other.startsWith(path() + ".");
    }
}
