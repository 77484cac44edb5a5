package io.holdfast.model.policy;

import io.holdfast.model.ResourceId;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * A resource and the declarations it stands in, from the inside out: a scaling policy, its scaling, its service.
 *
 * @param ids the resource itself first
 */
public record Lineage(List<ResourceId> ids) {
    public Lineage {
        ids = List.copyOf(ids);
        if (ids.isEmpty()) {
            throw new IllegalArgumentException("a lineage begins with the resource itself");
        }
    }

    public static Lineage of(ResourceId id) {
        return new Lineage(List.of(id));
    }

    /** A resource declared inside another one. */
    public static Lineage of(ResourceId id, Optional<Lineage> around) {
        List<ResourceId> ids = new ArrayList<>(List.of(id));
        around.ifPresent(it -> ids.addAll(it.ids()));
        return new Lineage(ids);
    }

    /** The resource itself. */
    public ResourceId id() {
        return ids.get(0);
    }
}
