package io.holdfast.model;

import static java.util.Objects.requireNonNull;

/**
 * One resource as the YAML asks for it.
 *
 * @param id our identity of it
 * @param kind what it is
 * @param state what is asked for; what the YAML leaves out is absent and stays unmanaged
 * @param origin where it was written
 * @param adopt whether the YAML allows taking ownership of a live resource that carries nobody's mark
 */
public record Declared<S>(ResourceId id, Kind<S> kind, S state, Origin origin, boolean adopt) {
    public Declared {
        requireNonNull(id, "id");
        requireNonNull(kind, "kind");
        requireNonNull(state, "state");
        requireNonNull(origin, "origin");
    }

    public Declared<S> with(S other) {
        return new Declared<>(id, kind, other, origin, adopt);
    }
}
