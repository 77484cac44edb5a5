package io.holdfast.model;

import static java.util.Objects.requireNonNull;

import java.time.Instant;
import java.util.List;
import java.util.Map;

/**
 * What AWS answered when we last looked.
 *
 * @param observedAt when the look began
 * @param resources what was found of each declared resource
 * @param undeclared what was found of each resource the ledger knows and nothing declares any longer
 */
public record LiveState(Instant observedAt, Map<ResourceId, Observed<?>> resources, List<Undeclared<?>> undeclared) {
    public LiveState {
        requireNonNull(observedAt, "observedAt");
        resources = Map.copyOf(resources);
        undeclared = List.copyOf(undeclared);
    }
}
