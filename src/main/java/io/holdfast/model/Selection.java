package io.holdfast.model;

import java.util.Set;
import java.util.TreeSet;

/**
 * Which live resources of a kind are asked for, by their AWS names.
 *
 * @param isAll whether every one of the account and region is; names are then none
 * @param names the ones that are, as their owner wrote them
 */
public record Selection(boolean isAll, Set<String> names) {
    public Selection {
        names = Set.copyOf(new TreeSet<>(names));
        if (isAll && !names.isEmpty()) {
            throw new IllegalArgumentException("all of them, and some by name");
        }
    }

    public static Selection all() {
        return new Selection(true, Set.of());
    }

    public static Selection none() {
        return new Selection(false, Set.of());
    }

    public static Selection of(Set<String> names) {
        return new Selection(false, names);
    }

    public boolean isNone() {
        return !isAll && names.isEmpty();
    }
}
