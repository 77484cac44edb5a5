package io.holdfast.model;

import java.util.Map;
import java.util.Optional;

/** The other resources of the environment, resolved: the only way in which kinds meet. */
@FunctionalInterface
public interface References {
    /** A resource this environment declares; empty for a name that is not declared here, which is then literal. */
    Optional<Reference> find(ResourceId id);

    static References of(Map<ResourceId, Reference> known) {
        Map<ResourceId, Reference> copy = Map.copyOf(known);
        return id -> Optional.ofNullable(copy.get(id));
    }
}
