package io.holdfast.web.guard;

import static org.assertj.core.api.Assertions.assertThat;

import io.holdfast.access.AccessSettings;
import io.holdfast.access.ClaimedRoles;
import io.holdfast.access.KnownTokens;
import io.holdfast.access.Rights;
import io.holdfast.access.Role;
import io.holdfast.access.Visitor;
import io.holdfast.model.Actor;
import io.quarkus.oidc.OIDCException;
import io.quarkus.security.AuthenticationFailedException;
import io.quarkus.security.identity.SecurityIdentity;
import io.quarkus.security.runtime.QuarkusPrincipal;
import io.quarkus.security.runtime.QuarkusSecurityIdentity;
import io.smallrye.mutiny.Uni;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class VouchedForTest {
    private static final AccessSettings ACCESS = new AccessSettings(
            new KnownTokens(List.of()), new ClaimedRoles(Map.of("sre", Rights.parse("admin@staging"))), true, false);

    private static Visitor visitor(Uni<SecurityIdentity> answer) {
        return new VouchedFor((request, providers) -> answer, ACCESS)
                .visitor(null, null)
                .await()
                .indefinitely();
    }

    private static Uni<SecurityIdentity> identity(String name, String role) {
        return Uni.createFrom()
                .item(QuarkusSecurityIdentity.builder()
                        .setPrincipal(new QuarkusPrincipal(name))
                        .addRole(role)
                        .build());
    }

    @Test
    void whoeverIsVouchedForHasWhatTheirRolesAreWorth() {
        Visitor visitor = visitor(identity("zoë", "sre"));

        assertThat(visitor.actor()).contains(Actor.byOidc("zoë"));
        assertThat(visitor.rights().allow(Role.ADMIN, "staging")).isTrue();
        assertThat(visitor.seesEverything()).isFalse();
    }

    @Test
    void whereNoProviderIsConfiguredNobodyIsBelieved() {
        assertThat(visitor(Uni.createFrom().nullItem())).isEqualTo(Visitor.disbelieved());
    }

    @Test
    void whoeverIsNobodyToTheProviderIsNotEvenAStranger() {
        Uni<SecurityIdentity> nobody = Uni.createFrom()
                .item(QuarkusSecurityIdentity.builder().setAnonymous(true).build());

        assertThat(visitor(nobody)).isEqualTo(Visitor.disbelieved());
    }

    @Test
    void aTokenTheProviderRefusesIsNotBelieved() {
        assertThat(visitor(Uni.createFrom().failure(new AuthenticationFailedException("expired"))))
                .isEqualTo(Visitor.disbelieved());
    }

    @Test
    void aProviderThatIsAwayHasRefusedNobody() {
        assertThat(visitor(Uni.createFrom().failure(new OIDCException("OIDC Server is not available"))))
                .isEqualTo(Visitor.unchecked());
        VouchedFor broken = new VouchedFor(
                (request, providers) -> {
                    throw new IllegalStateException("no answer at all");
                },
                ACCESS);
        assertThat(broken.visitor(null, null).await().indefinitely()).isEqualTo(Visitor.unchecked());
    }

    @Test
    void aNameThatCouldSteerATerminalIsNotBelieved() {
        assertThat(visitor(identity("\u001b[2J", "sre"))).isEqualTo(Visitor.disbelieved());
        assertThat(visitor(identity("a".repeat(256), "sre"))).isEqualTo(Visitor.disbelieved());
    }
}
