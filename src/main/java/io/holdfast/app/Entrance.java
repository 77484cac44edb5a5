package io.holdfast.app;

import io.quarkus.runtime.StartupEvent;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Singleton;
import java.util.List;
import java.util.Optional;
import org.eclipse.microprofile.config.Config;
import org.jboss.logging.Logger;

/** Tells at the start who can get in; does not start on a configuration that means something else than it says. */
@Singleton
class Entrance {
    private static final Logger LOG = Logger.getLogger(Entrance.class);
    private static final String OIDC = "quarkus.oidc.";

    private final HoldfastConfig.Auth auth;
    private final Optional<SandboxKey> key;
    private final Config config;

    Entrance(HoldfastConfig config, Optional<SandboxKey> key, Config all) {
        this.auth = config.auth();
        this.key = key;
        this.config = all;
    }

    void open(@Observes StartupEvent started) {
        KnownKeys.refuseOthers(config.getPropertyNames());
        boolean isVouched = isOidcOn();
        key.ifPresent(it -> LOG.infof(
                "SANDBOX: whoever acts needs a token; this one is good until the process ends: export HOLDFAST_TOKEN=%s",
                it.reveal()));
        if (key.isEmpty() && auth.tokens().isEmpty() && !isVouched) {
            LOG.warnf(
                    "nobody can act over HTTP%s: neither holdfast.auth.tokens nor an identity provider is configured",
                    auth.anonymousReads() ? "" : ", or see anything there");
        }
    }

    /** An identity provider signs for many; a token that was not made for us is somebody else's. */
    private boolean isOidcOn() {
        boolean isOn = value("tenant-enabled").map(Boolean::parseBoolean).orElse(true);
        boolean isNamed = List.of("auth-server-url", "public-key", "provider").stream()
                .anyMatch(it -> value(it).isPresent());
        if (isNamed && !isOn) {
            throw new IllegalArgumentException("an identity provider is configured under " + OIDC + ", but " + OIDC
                    + "tenant-enabled is not true, so nobody would get in by it; say true, or take it away");
        }
        Optional<String> audience = value("token.audience");
        if (isOn && audience.filter(it -> !it.equals("any")).isEmpty()) {
            throw new IllegalArgumentException(OIDC + "token.audience must name us, as the identity provider does;"
                    + " without it, tokens it made for others would be taken for ours");
        }
        return isOn;
    }

    private Optional<String> value(String key) {
        return config.getOptionalValue(OIDC + key, String.class);
    }
}
