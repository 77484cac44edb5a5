package io.holdfast.model;

import static java.util.Objects.requireNonNull;

import java.util.Collections;
import java.util.SortedMap;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.TreeSet;

/**
 * A person's word that fields left alone are enforced again: how often they have been sent for nothing counts no more.
 *
 * @param environment of which one
 * @param resource the id of the resource
 * @param paths the fields; the empty path for the resource itself
 */
public record Resumption(String environment, String resource, SortedSet<String> paths) {
    public Resumption {
        requireNonNull(environment, "environment");
        requireNonNull(resource, "resource");
        paths = Collections.unmodifiableSortedSet(new TreeSet<>(paths));
    }

    /** What is known of a resource once the word has been heard; the same where it is about another. */
    public Remembered after(Remembered known) {
        if (!known.id().toString().equals(resource)) {
            return known;
        }
        SortedMap<String, TurnBack> left = new TreeMap<>(known.turnedBack());
        left.keySet().removeAll(paths);
        return known.turnedBack(left);
    }
}
