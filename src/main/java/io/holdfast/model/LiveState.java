package io.holdfast.model;

import static java.util.Objects.requireNonNull;

import java.time.Instant;
import java.util.Collections;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * What AWS answered when we last looked.
 *
 * @param observedAt when the look began
 * @param resources each declared resource, and each one the ledger knows that is declared no longer
 */
public record LiveState(Instant observedAt, SortedMap<ResourceId, Observed<?>> resources) {
    public LiveState {
        requireNonNull(observedAt, "observedAt");
        resources = Collections.unmodifiableSortedMap(new TreeMap<>(resources));
    }

    public static LiveState of(Instant observedAt, Map<ResourceId, Observed<?>> resources) {
        return new LiveState(observedAt, new TreeMap<>(resources));
    }
}
