package io.holdfast.model;

import static java.util.Objects.requireNonNull;

import java.util.Map;
import java.util.Set;

/**
 * Which part of an account and region is looked through.
 *
 * @param clusters whose services are looked at
 * @param databases which are looked at
 * @param caches which are looked at
 * @param names if there are any, only what has one of these AWS names is taken, with all that is declared inside it
 * @param tags if there are any, only what carries all of them is taken, with all that is declared inside it
 */
public record Scope(
        Selection clusters, Selection databases, Selection caches, Set<String> names, Map<String, String> tags) {
    public Scope {
        requireNonNull(clusters, "clusters");
        requireNonNull(databases, "databases");
        requireNonNull(caches, "caches");
        names = Set.copyOf(names);
        tags = Map.copyOf(tags);
    }

    /** Everything there is. */
    public static Scope everything() {
        return new Scope(Selection.all(), Selection.all(), Selection.all(), Set.of(), Map.of());
    }

    /** Whether a resource that stands by itself is taken. */
    public boolean takes(String name, Map<String, String> itsTags) {
        return (names.isEmpty() || names.contains(name)) && itsTags.entrySet().containsAll(tags.entrySet());
    }
}
