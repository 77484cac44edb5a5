package io.holdfast.model;

import java.util.Collections;
import java.util.Map;
import java.util.SortedMap;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.TreeSet;

/**
 * What desired and live were when they were first compared, of the fields in which they have never been seen to agree: as
 * long as neither has moved since then, nobody can say who did before.
 *
 * @param desired field path to what was asked for, in normal form; a digest for a value that may be secret
 * @param live field path to what AWS showed, likewise
 * @param explained the fields that have been explained away in every look, and so have not been compared yet
 */
public record FirstLook(
        SortedMap<String, Object> desired, SortedMap<String, Object> live, SortedSet<String> explained) {
    public FirstLook {
        desired = normal(desired);
        live = normal(live);
        explained = Collections.unmodifiableSortedSet(new TreeSet<>(explained));
    }

    private static SortedMap<String, Object> normal(Map<String, Object> values) {
        SortedMap<String, Object> normal = new TreeMap<>();
        values.forEach((path, value) -> normal.put(path, Normal.of(value)));
        return Collections.unmodifiableSortedMap(normal);
    }

    /** A look in which nothing is explained away. */
    public static FirstLook of(SortedMap<String, Object> desired, SortedMap<String, Object> live) {
        return new FirstLook(desired, live, new TreeSet<>());
    }

    /** The values of a field, or of the members of one. */
    public FirstLook at(String path) {
        return of(at(path, desired), at(path, live));
    }

    private static SortedMap<String, Object> at(String path, SortedMap<String, Object> values) {
        return values.containsKey(path)
                ? new TreeMap<>(Map.of(path, values.get(path)))
                : values.subMap(path + ".", path + "/");
    }

    /** Whether a field is yet to be compared; its members may have come or gone meanwhile. */
    public boolean isExplained(String path) {
        return explained.stream()
                .anyMatch(it -> it.equals(path) || it.startsWith(path + ".") || path.startsWith(it + "."));
    }

    public boolean isEmpty() {
        return desired.isEmpty() && live.isEmpty() && explained.isEmpty();
    }
}
