package io.holdfast.desired;

import io.holdfast.desired.finding.Finding;
import java.util.Collections;
import java.util.Optional;
import java.util.SortedMap;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.TreeSet;

/**
 * What one look at the folder gave.
 *
 * @param trouble why the folder as a whole could not be read: missing, unreadable, empty or in the middle of a change.
 *     Every environment then stays on its last good state
 * @param environments each environment in the folder; in trouble, each that ever loaded
 * @param removed those that once loaded and are in the folder no longer: nothing of theirs is deleted, or acted on
 */
public record Load(
        Optional<Finding> trouble, SortedMap<String, EnvironmentLoad> environments, SortedSet<String> removed) {
    public Load {
        environments = Collections.unmodifiableSortedMap(new TreeMap<>(environments));
        removed = Collections.unmodifiableSortedSet(new TreeSet<>(removed));
    }

    public Optional<EnvironmentLoad> of(String environment) {
        return Optional.ofNullable(environments.get(environment));
    }
}
