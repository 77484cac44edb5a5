package io.holdfast.report.document;

import io.holdfast.model.Actor;

/**
 * Who asked for something.
 *
 * @param name as its token or its identity provider has it
 * @param means how it proved to be that: {@code token} or {@code oidc}
 */
public record ActorDocument(String name, String means) {
    static ActorDocument of(Actor actor) {
        return new ActorDocument(actor.name(), actor.means());
    }
}
