package io.holdfast.export;

import static java.util.Objects.requireNonNull;

import io.holdfast.model.Declared;
import io.holdfast.model.Location;
import io.holdfast.model.Origin;
import io.holdfast.model.Ownership;
import java.util.Map;
import java.util.Optional;

/**
 * A declaration in the making.
 *
 * @param seen what it is of
 * @param state what will be asked for
 */
record Draft<S>(Seen<S> seen, S state) {
    /** Nobody has written it anywhere. */
    private static final Origin NOWHERE = new Origin(new Location("", 1, 1), Map.of());

    Draft {
        requireNonNull(seen, "seen");
        requireNonNull(state, "state");
    }

    Draft<S> with(S other) {
        return new Draft<>(seen, other);
    }

    /** The same less the part around a field; empty where the field is one that every declaration has. */
    Optional<Draft<S>> without(String path) {
        return Parts.around((Record) state, path).map(it -> with(Parts.without(state, it)));
    }

    /** As it is declared, with leave to take over what is nobody's. */
    Declared<S> declared() {
        Item<S> item = seen.item();
        boolean isNew = seen.present().facts().ownership() instanceof Ownership.Unowned;
        return new Declared<>(
                item.id(), item.kind(), state, NOWHERE, isNew ? item.terms().adopting() : item.terms());
    }
}
