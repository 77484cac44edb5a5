package io.holdfast.desired.git;

import static java.util.Objects.requireNonNull;

import java.util.Collections;
import java.util.Map;
import java.util.SortedMap;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Collectors;

/**
 * Which environment comes from where. The operator says it, outside of the repository: whoever may push to one branch
 * must not be able to move an environment there from another.
 *
 * @param others where every environment comes from that is not named
 * @param named environment to where it comes from, and nowhere else
 */
public record Bindings(Binding others, SortedMap<String, Binding> named) {
    public Bindings {
        requireNonNull(others, "others");
        named = Collections.unmodifiableSortedMap(new TreeMap<>(named));
    }

    /** Where an environment comes from. */
    Binding of(String environment) {
        return named.getOrDefault(environment, others);
    }

    /** All places there are. */
    SortedSet<Binding> all() {
        SortedSet<Binding> all = new TreeSet<>(named.values());
        all.add(others);
        return all;
    }

    /** All branches there are. */
    public SortedSet<String> branches() {
        return all().stream().map(Binding::branch).collect(Collectors.toCollection(TreeSet::new));
    }

    /** The environments that an operator has bound to a place. */
    SortedSet<String> boundTo(Binding place) {
        return named.entrySet().stream()
                .filter(it -> it.getValue().equals(place))
                .map(Map.Entry::getKey)
                .collect(Collectors.toCollection(TreeSet::new));
    }
}
