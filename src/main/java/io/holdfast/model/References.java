package io.holdfast.model;

import java.util.Collections;
import java.util.Map;
import java.util.Optional;
import java.util.SortedMap;

/** The other resources of the environment, resolved: the only way in which kinds meet. */
@FunctionalInterface
public interface References {
    /** A resource this environment declares; empty for a name that is not declared here, which is then literal. */
    Optional<Reference> find(ResourceId id);

    /**
     * What a resource of this environment asks for: field path to value, as {@link FieldTable#values} has them. Empty for
     * one that is not declared here, and where nobody needs to know.
     */
    default SortedMap<String, Object> declared(ResourceId id) {
        return Collections.emptySortedMap();
    }

    static References of(Map<ResourceId, Reference> known) {
        Map<ResourceId, Reference> copy = Map.copyOf(known);
        return id -> Optional.ofNullable(copy.get(id));
    }
}
