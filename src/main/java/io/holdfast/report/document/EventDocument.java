package io.holdfast.report.document;

import io.holdfast.ledger.RecordedEvent;
import io.holdfast.model.ResourceId;
import java.time.Instant;
import java.util.Optional;

/**
 * Something that happened.
 *
 * @param id its place in the ledger; later ones have a larger one
 * @param at when
 * @param environment where; {@code *} when it concerns the whole fleet
 * @param resource to which resource; absent when it concerns the whole environment
 * @param reason one word for machines
 * @param message a sentence for people
 * @param commit the revision in force
 * @param actor who asked for it; absent where Holdfast acted by itself
 */
public record EventDocument(
        long id,
        Instant at,
        String environment,
        Optional<String> resource,
        String reason,
        String message,
        String commit,
        Optional<ActorDocument> actor) {
    public static EventDocument of(RecordedEvent recorded) {
        return new EventDocument(
                recorded.id(),
                recorded.event().at(),
                recorded.event().environment(),
                recorded.event().resource().map(ResourceId::toString),
                recorded.event().reason(),
                recorded.event().message(),
                recorded.event().commit(),
                recorded.event().actor().map(ActorDocument::of));
    }
}
