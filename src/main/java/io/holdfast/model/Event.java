package io.holdfast.model;

import static java.util.Objects.requireNonNull;

import java.time.Instant;
import java.util.Optional;
import java.util.Set;

/**
 * Something that happened, for the audit trail.
 *
 * @param at when
 * @param environment where
 * @param resource to which resource; absent when it concerns the whole environment
 * @param reason one word for machines, such as {@code Updated} or {@code RolledBack}
 * @param message a sentence for people: what was attempted, what AWS answered, what happens next
 * @param commit the revision in force
 * @param actor who asked for it; absent where Holdfast acted by itself
 */
public record Event(
        Instant at,
        String environment,
        Optional<ResourceId> resource,
        String reason,
        String message,
        String commit,
        Optional<Actor> actor) {
    /** What Holdfast sends to AWS; what people say is told by their being named. */
    private static final Set<String> DEEDS = Set.of("Created", "Updated", "Adopted", "Replaced", "Deleted", "Failed");

    public Event {
        requireNonNull(at, "at");
        requireNonNull(environment, "environment");
        requireNonNull(resource, "resource");
        requireNonNull(reason, "reason");
        requireNonNull(message, "message");
        requireNonNull(commit, "commit");
        requireNonNull(actor, "actor");
    }

    /** What Holdfast did or saw by itself. */
    public Event(
            Instant at,
            String environment,
            Optional<ResourceId> resource,
            String reason,
            String message,
            String commit) {
        this(at, environment, resource, reason, message, commit, Optional.empty());
    }

    /** The same, asked for by somebody. */
    public Event by(Actor asking) {
        return new Event(at, environment, resource, reason, message, commit, Optional.of(asking));
    }

    /** Whether something was done or said, and not only seen. */
    public boolean isDeed() {
        return actor.isPresent() || DEEDS.contains(reason);
    }
}
