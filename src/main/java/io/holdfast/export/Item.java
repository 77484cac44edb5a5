package io.holdfast.export;

import static java.util.Objects.requireNonNull;

import io.holdfast.model.Ask;
import io.holdfast.model.Kind;
import io.holdfast.model.ResourceId;
import io.holdfast.model.Terms;
import java.util.Optional;

/**
 * A resource that is to be written.
 *
 * @param id what it is called from now on
 * @param key its AWS name
 * @param around the resource inside which it is declared; absent for one that stands by itself
 * @param sketch what is known of it already
 * @param terms what is said beside its fields
 */
record Item<S>(ResourceId id, Kind<S> kind, String key, Optional<ResourceId> around, S sketch, Terms terms) {
    Item {
        requireNonNull(id, "id");
        requireNonNull(kind, "kind");
        requireNonNull(key, "key");
        requireNonNull(around, "around");
        requireNonNull(sketch, "sketch");
        requireNonNull(terms, "terms");
    }

    Ask<S> ask() {
        return new Ask<>(id, key, Optional.of(sketch), Optional.empty());
    }

    /** Itself, for people. */
    String told() {
        return id.kind().segment() + " " + key;
    }
}
