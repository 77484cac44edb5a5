package io.holdfast.web.guard;

import io.holdfast.access.AccessSettings;
import io.holdfast.access.KnownTokens;
import io.holdfast.access.Visitor;
import io.quarkus.security.identity.IdentityProviderManager;
import io.quarkus.security.identity.SecurityIdentity;
import io.quarkus.vertx.http.runtime.security.ChallengeData;
import io.quarkus.vertx.http.runtime.security.HttpAuthenticationMechanism;
import io.smallrye.mutiny.Uni;
import io.vertx.ext.web.RoutingContext;
import jakarta.annotation.Priority;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.inject.Alternative;
import java.time.Clock;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Asks every request for its bearer token, and whoever knows about that token whose it is: ourselves, or the identity
 * provider. It stands in front of the framework's mechanisms and never lets a request fail: what is wrong with a token
 * must not show, neither in the answer nor in how it comes about.
 */
@Alternative
@Priority(BearerMechanism.BEFORE_ALL_OTHERS)
@ApplicationScoped
class BearerMechanism implements HttpAuthenticationMechanism {
    static final int BEFORE_ALL_OTHERS = 1_000_000;

    private static final int UNAUTHORIZED = 401;

    /** RFC 6750, section 2.1, with a bound: longer than any token of ours or of an identity provider that has a header. */
    private static final Pattern BEARER = Pattern.compile("(?i:bearer) +([A-Za-z0-9._~+/-]{1,16384}=*)");

    private final AccessSettings access;
    private final VouchedFor vouched;
    private final Clock clock;

    BearerMechanism(AccessSettings access, VouchedFor vouched, Clock clock) {
        this.access = access;
        this.vouched = vouched;
        this.clock = clock;
    }

    @Override
    public Uni<SecurityIdentity> authenticate(RoutingContext request, IdentityProviderManager providers) {
        List<String> credentials = request.request().headers().getAll("Authorization");
        if (credentials.isEmpty()) {
            return answer(Visitor.anonymous(access.anonymousReads()));
        }
        Optional<String> token = token(credentials);
        if (token.isEmpty()) {
            return answer(Visitor.disbelieved());
        }
        return KnownTokens.isOurs(token.get())
                ? answer(access.tokens().holder(token.get(), clock.instant()).orElseGet(Visitor::disbelieved))
                : vouched.visitor(request, providers).map(Identities::of);
    }

    /** Two headers are none: which of them a proxy in between has looked at, nobody knows. */
    private static Optional<String> token(List<String> credentials) {
        Matcher bearer = BEARER.matcher(credentials.get(0));
        return credentials.size() == 1 && bearer.matches() ? Optional.of(bearer.group(1)) : Optional.empty();
    }

    private static Uni<SecurityIdentity> answer(Visitor visitor) {
        return Uni.createFrom().item(Identities.of(visitor));
    }

    /** Only asked for where the framework, not we, refuses something; we refuse ourselves. */
    @Override
    public Uni<ChallengeData> getChallenge(RoutingContext request) {
        return Uni.createFrom().item(new ChallengeData(UNAUTHORIZED, "WWW-Authenticate", "Bearer"));
    }

    @Override
    public int getPriority() {
        return BEFORE_ALL_OTHERS;
    }
}
