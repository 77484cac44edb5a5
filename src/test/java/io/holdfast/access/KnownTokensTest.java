package io.holdfast.access;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.holdfast.model.Actor;
import java.security.SecureRandom;
import java.time.Instant;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class KnownTokensTest {
    private static final Instant NOW = Instant.parse("2026-03-01T08:30:00Z");
    private static final SecureRandom CHANCE = new SecureRandom();

    private final FreshToken first = FreshToken.from(CHANCE);
    private final FreshToken second = FreshToken.from(CHANCE);

    private static KnownToken token(String name, Optional<Instant> expiresAt, FreshToken... tokens) {
        List<TokenHash> hashes = List.of(tokens).stream().map(FreshToken::hash).toList();
        return new KnownToken(Actor.byToken(name), hashes, expiresAt, Rights.parse("viewer@*"));
    }

    private static Optional<String> holder(KnownTokens tokens, FreshToken presented, Instant now) {
        return tokens.holder(presented.reveal(), now).flatMap(Visitor::actor).map(Actor::name);
    }

    @Test
    void aTokenIsRecognisedByItsHash() {
        KnownTokens tokens =
                new KnownTokens(List.of(token("ci", Optional.empty(), first), token("ops", Optional.empty(), second)));

        assertThat(holder(tokens, first, NOW)).contains("ci");
        assertThat(holder(tokens, second, NOW)).contains("ops");
        assertThat(holder(tokens, FreshToken.from(CHANCE), NOW)).isEmpty();
    }

    @Test
    void theHashItselfOpensNothing() {
        KnownTokens tokens = new KnownTokens(List.of(token("ci", Optional.empty(), first)));

        assertThat(tokens.holder(first.hash().written(), NOW)).isEmpty();
        assertThat(tokens.holder(first.hash().written().substring("sha256:".length()), NOW))
                .isEmpty();
    }

    @Test
    void whileATokenIsReplacedTheOldAndTheNewOneAreGood() {
        KnownTokens tokens = new KnownTokens(List.of(token("ci", Optional.empty(), first, second)));

        assertThat(holder(tokens, first, NOW)).contains("ci");
        assertThat(holder(tokens, second, NOW)).contains("ci");
    }

    @Test
    void aTokenIsGoodUntilTheInstantItExpires() {
        KnownTokens tokens = new KnownTokens(List.of(token("ci", Optional.of(NOW), first)));

        assertThat(holder(tokens, first, NOW.minusNanos(1))).contains("ci");
        assertThat(holder(tokens, first, NOW)).isEmpty();
        assertThat(holder(tokens, first, NOW.plusSeconds(1))).isEmpty();
    }

    @Test
    void tokensAreLongDifferentAndPlainInAHeader() {
        Set<String> seen = new HashSet<>();
        for (int i = 0; i < 1000; i++) {
            String token = FreshToken.from(CHANCE).reveal();
            assertThat(token).matches("holdfast_[A-Za-z0-9_-]{43}");
            seen.add(token);
        }

        assertThat(seen).hasSize(1000);
    }

    @Test
    void neitherATokenNorWhatIsKnownOfItShowsWhenPrinted() {
        KnownToken known = token("ci", Optional.empty(), first);

        String printed = first + " " + first.hash() + " " + known + " " + known.holder();

        assertThat(printed)
                .doesNotContain(first.reveal().substring("holdfast_".length()))
                .doesNotContain(first.hash().written().substring("sha256:".length()));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "sha256:",
                "md5:0cc175b9c0f1b6a831c399e269772661",
                "holdfast_c2VjcmV0c2VjcmV0c2VjcmV0c2VjcmV0c2VjcmV0c2U"
            })
    void aHashThatIsNoneIsRefusedWithoutBeingShown(String text) {
        assertThatThrownBy(() -> TokenHash.parse(text))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("sha256:")
                .hasMessageNotContaining("c2VjcmV0");
    }

    @Test
    void aHashMayBeWrittenInCapitals() {
        String written = first.hash().written();

        TokenHash shouted = TokenHash.parse(
                "sha256:" + written.substring("sha256:".length()).toUpperCase(java.util.Locale.ROOT));

        assertThat(shouted.matches(first.hash())).isTrue();
    }
}
