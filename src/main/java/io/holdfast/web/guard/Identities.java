package io.holdfast.web.guard;

import io.holdfast.access.Visitor;
import io.holdfast.model.Actor;
import io.quarkus.security.identity.SecurityIdentity;
import io.quarkus.security.runtime.QuarkusPrincipal;
import io.quarkus.security.runtime.QuarkusSecurityIdentity;
import java.util.Optional;

/** Visitors, in the form in which the framework carries them through a request. */
final class Identities {
    private static final String VISITOR = "io.holdfast.visitor";

    private Identities() {}

    static SecurityIdentity of(Visitor visitor) {
        String name = visitor.actor().map(Actor::name).orElse("");
        return QuarkusSecurityIdentity.builder()
                .setPrincipal(new QuarkusPrincipal(name))
                .setAnonymous(visitor.isStranger())
                .addAttribute(VISITOR, visitor)
                .build();
    }

    static Optional<Visitor> visitor(SecurityIdentity identity) {
        return Optional.ofNullable(identity.getAttribute(VISITOR));
    }
}
