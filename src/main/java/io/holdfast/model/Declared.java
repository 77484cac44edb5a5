package io.holdfast.model;

import static java.util.Objects.requireNonNull;

/**
 * One resource as the YAML asks for it.
 *
 * @param id our identity of it
 * @param kind what it is
 * @param state what is asked for; what the YAML leaves out is absent and stays unmanaged
 * @param origin where it was written
 * @param terms what the YAML says beside its fields
 */
public record Declared<S>(ResourceId id, Kind<S> kind, S state, Origin origin, Terms terms) {
    public Declared {
        requireNonNull(id, "id");
        requireNonNull(kind, "kind");
        requireNonNull(state, "state");
        requireNonNull(origin, "origin");
        requireNonNull(terms, "terms");
    }

    public Declared<S> with(S other) {
        return new Declared<>(id, kind, other, origin, terms);
    }
}
