package io.holdfast.web;

import io.holdfast.access.AccessSettings;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.inject.Produces;
import java.util.Optional;
import org.eclipse.microprofile.health.HealthCheck;
import org.eclipse.microprofile.health.HealthCheckResponse;

/**
 * Whether Holdfast can do its work. A drifted or sick environment never makes it unready: that is what it works on. Whoever
 * asks is not asked who they are, so that what is wrong is only told where everybody may read everything.
 */
@ApplicationScoped
class Readiness {
    private final Troubles troubles;
    private final AccessSettings access;

    Readiness(Troubles troubles, AccessSettings access) {
        this.troubles = troubles;
        this.access = access;
    }

    @Produces
    @ApplicationScoped
    @org.eclipse.microprofile.health.Readiness
    HealthCheck source() {
        return () -> check("source", troubles.source());
    }

    @Produces
    @ApplicationScoped
    @org.eclipse.microprofile.health.Readiness
    HealthCheck ledger() {
        return () -> check("ledger", troubles.ledger());
    }

    @Produces
    @ApplicationScoped
    @org.eclipse.microprofile.health.Readiness
    HealthCheck aws() {
        return () -> check("aws", troubles.aws());
    }

    private HealthCheckResponse check(String name, Optional<String> trouble) {
        var answer = HealthCheckResponse.named(name).status(trouble.isEmpty());
        trouble.map(it -> access.anonymousReads() ? it : Troubles.DISCREET)
                .ifPresent(it -> answer.withData("trouble", it));
        return answer.build();
    }
}
