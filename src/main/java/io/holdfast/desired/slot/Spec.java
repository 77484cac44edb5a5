package io.holdfast.desired.slot;

import io.holdfast.model.Declared;
import io.holdfast.model.ResourceId;
import java.util.Collections;
import java.util.List;
import java.util.SortedSet;
import java.util.TreeSet;

/**
 * What the sections of an environment declare.
 *
 * @param resources those without a mistake in them, in the order of the file
 * @param named all that are declared, with mistakes or without
 */
public record Spec(List<Declared<?>> resources, SortedSet<ResourceId> named) {
    public Spec {
        resources = List.copyOf(resources);
        named = Collections.unmodifiableSortedSet(new TreeSet<>(named));
    }
}
