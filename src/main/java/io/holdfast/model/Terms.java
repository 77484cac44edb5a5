package io.holdfast.model;

import static java.util.Objects.requireNonNull;

import io.holdfast.model.policy.Lineage;

/**
 * What the YAML says beside a resource's own fields.
 *
 * @param adopt whether a live resource that carries nobody's mark may be taken over
 * @param protect whether it may never be deleted or replaced; remembered when the declaration is gone, so that it has to be
 *     lifted in a commit of its own
 * @param lineage the resource and the declarations it stands in
 */
public record Terms(boolean adopt, boolean protect, Lineage lineage) {
    public Terms {
        requireNonNull(lineage, "lineage");
    }

    /** Nothing said beside a resource that stands by itself. */
    public static Terms none(ResourceId id) {
        return new Terms(false, false, Lineage.of(id));
    }

    /** The same, with leave to take over. */
    public Terms adopting() {
        return new Terms(true, protect, lineage);
    }
}
