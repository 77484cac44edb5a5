package io.holdfast.ledger;

import static java.util.Objects.requireNonNull;

import io.holdfast.model.Actor;
import io.holdfast.model.Digest;

/**
 * Which request an answer belongs to.
 *
 * @param actor who asked
 * @param target method, path and query
 * @param key what the asking side named its request
 */
public record AnswerKey(Actor actor, String target, String key) {
    public AnswerKey {
        requireNonNull(actor, "actor");
        requireNonNull(target, "target");
        requireNonNull(key, "key");
    }

    /** One name for all three, however long they are; a name and a key hold no line break. */
    String id() {
        return Digest.full(actor + "\n" + key + "\n" + target);
    }
}
