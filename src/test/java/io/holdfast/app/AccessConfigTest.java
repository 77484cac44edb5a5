package io.holdfast.app;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.holdfast.access.AccessSettings;
import io.holdfast.access.FreshToken;
import io.holdfast.access.Role;
import io.holdfast.access.Visitor;
import io.holdfast.model.Actor;
import io.smallrye.config.PropertiesConfigSource;
import io.smallrye.config.SmallRyeConfig;
import io.smallrye.config.SmallRyeConfigBuilder;
import java.security.SecureRandom;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class AccessConfigTest {
    private static final SecureRandom CHANCE = new SecureRandom();
    private static final Instant NOW = Instant.parse("2026-03-01T08:30:00Z");
    private static final String CI = "holdfast.auth.tokens.ci.";

    private final FreshToken token = FreshToken.from(CHANCE);
    private final String hash = token.hash().written();

    private static AccessSettings settings(String... keysAndValues) {
        return AccessConfig.settings(Configs.sandbox(keysAndValues).auth(), Optional.empty());
    }

    @Test
    void aTokenIsWorthWhatItsKeysSay() {
        // When
        AccessSettings settings = settings(CI + "hash", hash, CI + "roles", "viewer@*, approver@staging");

        // Then
        Visitor holder = settings.tokens().holder(token.reveal(), NOW).orElseThrow();
        assertThat(holder.actor()).contains(Actor.byToken("ci"));
        assertThat(holder.rights()).hasToString("viewer@*, approver@staging");
        assertThat(settings.anonymousReads()).isFalse();
        assertThat(settings.anonymousMetrics()).isFalse();
    }

    @Test
    void aTokenIsReplacedByNamingTheOldAndTheNewOne() {
        FreshToken next = FreshToken.from(CHANCE);

        AccessSettings settings =
                settings(CI + "hash", hash + ", " + next.hash().written(), CI + "roles", "viewer@*");

        assertThat(settings.tokens().holder(token.reveal(), NOW)).isPresent();
        assertThat(settings.tokens().holder(next.reveal(), NOW)).isPresent();
    }

    @Test
    void aTokenEndsWhenItsKeySaysSo() {
        AccessSettings settings =
                settings(CI + "hash", hash, CI + "roles", "viewer@*", CI + "expires-at", "2026-03-01T08:30:01Z");

        assertThat(settings.tokens().holder(token.reveal(), NOW)).isPresent();
        assertThat(settings.tokens().holder(token.reveal(), NOW.plusSeconds(1))).isEmpty();
    }

    @Test
    void rolesOfAnIdentityProviderAreWorthWhatTheirKeysSay() {
        AccessSettings settings = settings("holdfast.auth.oidc.roles.\"team:sre\"", "admin@staging");

        assertThat(settings.claimedRoles().of(List.of("team:sre")).allow(Role.ADMIN, "staging"))
                .isTrue();
    }

    @ParameterizedTest
    @CsvSource({
        "roles,      owner@*",
        "roles,      viewer",
        "expires-at, tomorrow",
        "expires-at, 2027-01-31",
        "hash,       holdfast_c2VjcmV0c2VjcmV0c2VjcmV0c2VjcmV0c2VjcmV0c2U",
    })
    void aValueThatIsNoneIsRefusedByItsKey(String key, String value) {
        Map<String, String> keys = new HashMap<>(Map.of("hash", hash, "roles", "viewer@*"));
        keys.put(key, value);

        assertThatThrownBy(() -> settings(keys.entrySet().stream()
                        .flatMap(it -> List.of(CI + it.getKey(), it.getValue()).stream())
                        .toArray(String[]::new)))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageStartingWith(CI + key + ": ")
                .hasMessageNotContaining("c2VjcmV0");
    }

    @Test
    void aTokenNobodySaidTheWorthOfIsRefused() {
        assertThatThrownBy(() -> settings(CI + "hash", hash)).hasMessageContaining(CI + "roles");
        assertThatThrownBy(() -> settings(CI + "roles", "viewer@*")).hasMessageContaining(CI + "hash");
    }

    @Test
    void theSandboxHasATokenOfItsOwnEachTimeUnlessItIsGivenOne() {
        // Given
        HoldfastConfig bare = Configs.sandbox();

        // When
        SandboxKey first = SandboxKey.of(bare, CHANCE).orElseThrow();
        SandboxKey second = SandboxKey.of(bare, CHANCE).orElseThrow();

        // Then
        assertThat(first.reveal()).isNotEqualTo(second.reveal());
        assertThat(first).asString().doesNotContain(first.reveal());
        AccessSettings settings = AccessConfig.settings(bare.auth(), Optional.of(first));
        assertThat(settings.tokens().holder(first.reveal(), NOW)).isPresent();
        assertThat(settings.tokens().holder(second.reveal(), NOW)).isEmpty();
        assertThat(SandboxKey.of(Configs.sandbox(CI + "hash", hash, CI + "roles", "viewer@*"), CHANCE))
                .isEmpty();
        assertThat(SandboxKey.of(Configs.sandbox("holdfast.sandbox.enabled", "false"), CHANCE))
                .isEmpty();
    }

    @Test
    void aKeyNobodyReadsIsRefused() {
        assertThatThrownBy(() ->
                        settings(CI + "hash", hash, CI + "roles", "viewer@*", CI + "expire-at", "2026-03-01T08:30:00Z"))
                .hasMessageContaining(CI + "expire-at");
    }

    private static void open(String... keysAndValues) {
        Map<String, String> all = new HashMap<>(Map.of("quarkus.oidc.tenant-enabled", "false"));
        for (int i = 0; i < keysAndValues.length; i += 2) {
            all.put(keysAndValues[i], keysAndValues[i + 1]);
        }
        SmallRyeConfig config = new SmallRyeConfigBuilder()
                .withSources(new PropertiesConfigSource(all, "test", 1000))
                .build();
        new Entrance(Configs.sandbox(), Optional.empty(), config).open(null);
    }

    @Test
    void anIdentityProviderIsTakenOnlyForWhatItSignsForUs() {
        String on = "quarkus.oidc.tenant-enabled";
        String audience = "quarkus.oidc.token.audience";

        assertThatThrownBy(() -> open(on, "true")).hasMessageContaining(audience);
        assertThatThrownBy(() -> open(on, "true", audience, "any")).hasMessageContaining(audience);
        assertThatCode(() -> open(on, "true", audience, "holdfast")).doesNotThrowAnyException();
        assertThatCode(() -> open()).doesNotThrowAnyException();
    }

    @Test
    void anIdentityProviderThatIsNamedAndNotAskedIsAMistake() {
        assertThatThrownBy(() -> open("quarkus.oidc.auth-server-url", "https://id.example"))
                .hasMessageContaining("quarkus.oidc.tenant-enabled");
    }
}
