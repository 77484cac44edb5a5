package io.holdfast.app;

import io.holdfast.access.AccessSettings;
import io.holdfast.access.ClaimedRoles;
import io.holdfast.access.KnownToken;
import io.holdfast.access.KnownTokens;
import io.holdfast.access.Rights;
import io.holdfast.access.TokenHash;
import io.holdfast.model.Actor;
import java.time.Instant;
import java.time.format.DateTimeParseException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.function.Function;

/** Who may do what, as configuration says it. What is wrong with it names the key, and never shows a hash or a token. */
final class AccessConfig {
    private static final String TOKENS = "holdfast.auth.tokens.";
    private static final String ROLES = "holdfast.auth.oidc.roles.";

    private AccessConfig() {}

    /** @throws IllegalArgumentException when a value is not what it should be */
    static AccessSettings settings(HoldfastConfig.Auth auth, Optional<SandboxKey> key) {
        List<KnownToken> tokens = new ArrayList<>();
        new TreeMap<>(auth.tokens()).forEach((name, token) -> tokens.add(token(name, token)));
        key.map(SandboxKey::known).ifPresent(tokens::add);
        return new AccessSettings(
                new KnownTokens(tokens), claimed(auth.oidc().roles()), auth.anonymousReads(), auth.anonymousMetrics());
    }

    private static KnownToken token(String name, HoldfastConfig.Token token) {
        String keys = TOKENS + name;
        return new KnownToken(
                at(keys, Actor::byToken, name),
                token.hash().stream()
                        .map(it -> at(keys + ".hash", TokenHash::parse, it.strip()))
                        .toList(),
                token.expiresAt().map(it -> at(keys + ".expires-at", AccessConfig::instant, it)),
                at(keys + ".roles", Rights::parse, token.roles()));
    }

    private static ClaimedRoles claimed(Map<String, String> roles) {
        Map<String, Rights> worth = new TreeMap<>();
        roles.forEach((role, rights) -> worth.put(role, at(ROLES + role, Rights::parse, rights)));
        return new ClaimedRoles(worth);
    }

    private static Instant instant(String text) {
        try {
            return Instant.parse(text);
        } catch (DateTimeParseException strange) {
            throw new IllegalArgumentException(
                    "\"" + text + "\" is no time in UTC, such as 2027-01-31T00:00:00Z", strange);
        }
    }

    private static <T> T at(String key, Function<String, T> parse, String text) {
        try {
            return parse.apply(text);
        } catch (IllegalArgumentException strange) {
            throw new IllegalArgumentException(key + ": " + strange.getMessage(), strange);
        }
    }
}
