package io.holdfast.ledger;

import static java.util.Objects.requireNonNull;

import io.holdfast.model.Event;

/**
 * An event as it stands in the ledger.
 *
 * @param id its place in the ledger: later ones have a larger one, with gaps; the cursor of {@link EventQuery}
 * @param event what happened
 */
public record RecordedEvent(long id, Event event) {
    public RecordedEvent {
        requireNonNull(event, "event");
    }
}
