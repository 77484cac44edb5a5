package io.holdfast.model;

import static java.util.Objects.requireNonNull;

import java.util.Comparator;

/**
 * Our identity of a resource, stable while its AWS name may change: {@code production/service/backend}.
 *
 * @param environment the environment it belongs to
 * @param kind what kind of resource it is
 * @param name its logical name: the YAML key, or the keys joined by a dot where one is declared inside another
 */
public record ResourceId(String environment, KindName kind, String name) implements Comparable<ResourceId> {
    private static final Comparator<ResourceId> ORDER = Comparator.comparing(ResourceId::environment)
            .thenComparing(ResourceId::kind)
            .thenComparing(ResourceId::name);

    public ResourceId {
        requireNonNull(environment, "environment");
        requireNonNull(kind, "kind");
        requireNonNull(name, "name");
    }

    /** The resource of another kind that is declared under the same logical name. */
    public ResourceId sibling(KindName other) {
        return new ResourceId(environment, other, name);
    }

    /** The resource of another kind in whose declaration this one stands: {@code backend} for {@code backend.night}. */
    public ResourceId parent(KindName other) {
        int dot = name.indexOf('.');
        return new ResourceId(environment, other, dot < 0 ? name : name.substring(0, dot));
    }

    /** The resource of a kind that the same environment declares under a name. */
    public ResourceId named(KindName other, String otherName) {
        return new ResourceId(environment, other, otherName);
    }

    @Override
    public int compareTo(ResourceId other) {
        return ORDER.compare(this, other);
    }

    @Override
    public String toString() {
        return environment + "/" + kind.segment() + "/" + name;
    }
}
