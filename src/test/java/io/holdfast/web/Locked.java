package io.holdfast.web;

import io.quarkus.test.junit.QuarkusTestProfile;
import java.util.List;
import java.util.Map;

/** As a server is that somebody runs for real: nobody reads without a name, and an identity provider vouches for people. */
public final class Locked implements QuarkusTestProfile {
    /** What signs deliveries of the webhook. */
    static final String WEBHOOK_SECRET = "d2ViaG9vay1jYW5hcnk";

    @Override
    public Map<String, String> getConfigOverrides() {
        return Map.of("holdfast.auth.anonymous-reads", "false", "holdfast.source.webhook.secret", WEBHOOK_SECRET);
    }

    @Override
    public List<TestResourceEntry> testResources() {
        return List.of(new TestResourceEntry(IdentityProvider.class));
    }
}
