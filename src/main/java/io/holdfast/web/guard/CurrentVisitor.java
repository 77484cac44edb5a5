package io.holdfast.web.guard;

import io.holdfast.access.AccessSettings;
import io.holdfast.access.Visitor;
import io.quarkus.security.identity.SecurityIdentity;
import io.quarkus.vertx.http.runtime.security.QuarkusHttpUser;
import io.vertx.ext.web.RoutingContext;
import jakarta.enterprise.context.ApplicationScoped;

/** Whoever sent the request that is being worked on. */
@ApplicationScoped
public class CurrentVisitor {
    private final SecurityIdentity identity;
    private final AccessSettings access;

    CurrentVisitor(SecurityIdentity identity, AccessSettings access) {
        this.identity = identity;
        this.access = access;
    }

    /** Who it is; somebody nobody asked is a stranger. */
    public Visitor get() {
        return visitor(identity);
    }

    /** Who it is, for what is not served by a resource method. */
    public Visitor of(RoutingContext request) {
        return request.user() instanceof QuarkusHttpUser user ? visitor(user.getSecurityIdentity()) : stranger();
    }

    private Visitor visitor(SecurityIdentity known) {
        return Identities.visitor(known).orElseGet(this::stranger);
    }

    private Visitor stranger() {
        return Visitor.anonymous(access.anonymousReads());
    }
}
