package io.holdfast.web.guard;

import io.holdfast.access.AccessSettings;
import io.holdfast.access.Visitor;
import io.holdfast.model.Actor;
import io.quarkus.oidc.runtime.OidcAuthenticationMechanism;
import io.quarkus.security.AuthenticationFailedException;
import io.quarkus.security.identity.IdentityProviderManager;
import io.quarkus.security.identity.SecurityIdentity;
import io.smallrye.mutiny.Uni;
import io.vertx.ext.web.RoutingContext;
import jakarta.enterprise.context.ApplicationScoped;
import org.jboss.logging.Logger;

/** Visitors an identity provider vouches for. Where none is configured, there are none. */
@ApplicationScoped
class VouchedFor {
    private static final Logger LOG = Logger.getLogger(VouchedFor.class);

    private final OidcAuthenticationMechanism oidc;
    private final AccessSettings access;

    VouchedFor(OidcAuthenticationMechanism oidc, AccessSettings access) {
        this.oidc = oidc;
        this.access = access;
    }

    Uni<Visitor> visitor(RoutingContext request, IdentityProviderManager providers) {
        return Uni.createFrom()
                .deferred(() -> oidc.authenticate(request, providers))
                .map(it -> it == null || it.isAnonymous() ? Visitor.disbelieved() : visitor(it))
                .onFailure()
                .recoverWithItem(VouchedFor::unproved);
    }

    private Visitor visitor(SecurityIdentity identity) {
        try {
            Actor actor = Actor.byOidc(identity.getPrincipal().getName());
            return Visitor.known(actor, access.claimedRoles().of(identity.getRoles()));
        } catch (IllegalArgumentException unspeakable) {
            LOG.warnf("a token was refused: %s", unspeakable.getMessage());
            return Visitor.disbelieved();
        }
    }

    /** The caller learns nothing; whoever runs the server learns what is no fault of the caller. The message names no token. */
    private static Visitor unproved(Throwable why) {
        if (why instanceof AuthenticationFailedException) {
            LOG.debugf("a token was refused: %s", why.getMessage());
            return Visitor.disbelieved();
        }
        LOG.warnf("a token could not be checked: %s", why.toString());
        return Visitor.unchecked();
    }
}
