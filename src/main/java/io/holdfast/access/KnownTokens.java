package io.holdfast.access;

import java.time.Instant;
import java.util.List;
import java.util.Optional;

/** The tokens of the configuration. */
public final class KnownTokens {
    private final List<KnownToken> tokens;

    public KnownTokens(List<KnownToken> tokens) {
        this.tokens = List.copyOf(tokens);
    }

    /** Whether a token looks like one of ours, so that nobody else needs to be asked about it. */
    public static boolean isOurs(String token) {
        return token.startsWith(FreshToken.PREFIX);
    }

    public boolean isEmpty() {
        return tokens.isEmpty();
    }

    /** Who holds a token; empty when nobody does, or does no longer. */
    public Optional<Visitor> holder(String token, Instant now) {
        TokenHash presented = TokenHash.of(token);
        Optional<Visitor> holder = Optional.empty();
        // All are compared, whichever matches: how long it takes says only how many there are.
        for (KnownToken known : tokens) {
            for (TokenHash hash : known.hashes()) {
                if (presented.matches(hash) && known.isValidAt(now)) {
                    holder = Optional.of(known.holder());
                }
            }
        }
        return holder;
    }
}
