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
    private static final String ALL = "*";

    public Scope {
        requireNonNull(clusters, "clusters");
        requireNonNull(databases, "databases");
        requireNonNull(caches, "caches");
        names = Set.copyOf(names);
        tags = Map.copyOf(tags);
    }

    /**
     * What is meant by names, of which a star is every one. All clusters where none is named, because an estate begins with
     * them; databases and caches only where they are named, unless names or tags choose among all there is.
     */
    public static Scope chosen(
            Set<String> clusters,
            Set<String> databases,
            Set<String> caches,
            Set<String> names,
            Map<String, String> tags) {
        boolean isFiltered = !names.isEmpty() || !tags.isEmpty();
        return new Scope(
                selection(clusters, true),
                selection(databases, isFiltered),
                selection(caches, isFiltered),
                names,
                tags);
    }

    /** @param otherwise whether all are meant where none is named */
    private static Selection selection(Set<String> named, boolean otherwise) {
        if (named.contains(ALL) || (named.isEmpty() && otherwise)) {
            return Selection.all();
        }
        return named.isEmpty() ? Selection.none() : Selection.of(named);
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
