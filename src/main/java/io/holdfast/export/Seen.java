package io.holdfast.export;

import static java.util.Objects.requireNonNull;

import io.holdfast.model.Observed;

/** An item and what AWS shows of it. */
record Seen<S>(Item<S> item, Observed.Present<S> present) {
    Seen {
        requireNonNull(item, "item");
        requireNonNull(present, "present");
    }
}
