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
import jakarta.inject.Inject;
import java.util.List;
import java.util.Objects;
import java.util.stream.Stream;
import org.jboss.logging.Logger;

/** Visitors an identity provider vouches for. Where none is configured, there are none. */
@ApplicationScoped
class VouchedFor {
    private static final Logger LOG = Logger.getLogger(VouchedFor.class);

    private final Provider provider;
    private final AccessSettings access;

    /** Whoever can be asked about a token. */
    @FunctionalInterface
    interface Provider {
        Uni<SecurityIdentity> ask(RoutingContext request, IdentityProviderManager providers);
    }

    @Inject
    VouchedFor(OidcAuthenticationMechanism oidc, AccessSettings access) {
        this(oidc::authenticate, access);
    }

    VouchedFor(Provider provider, AccessSettings access) {
        this.provider = provider;
        this.access = access;
    }

    Uni<Visitor> visitor(RoutingContext request, IdentityProviderManager providers) {
        return Uni.createFrom()
                .deferred(() -> provider.ask(request, providers))
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

    /**
     * The caller learns nothing; whoever runs the server learns what is no fault of the caller. Why a token is not good is
     * told by the kinds of trouble alone: their messages quote the token, which may be good elsewhere.
     */
    private static Visitor unproved(Throwable why) {
        if (why instanceof AuthenticationFailedException) {
            LOG.debugf("a token was refused: %s", kinds(why));
            return Visitor.disbelieved();
        }
        LOG.warnf("a token could not be checked, because the identity provider could not be asked: %s", kinds(why));
        return Visitor.unchecked();
    }

    private static List<String> kinds(Throwable why) {
        return Stream.iterate(why, Objects::nonNull, Throwable::getCause)
                .map(it -> it.getClass().getSimpleName())
                .toList();
    }
}
