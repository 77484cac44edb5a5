package io.holdfast.access;

import static java.util.Objects.requireNonNull;

import io.holdfast.model.Actor;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/**
 * A token somebody holds.
 *
 * @param actor whom it stands for
 * @param hashes of the token; of two while an old one is being replaced by a new one
 * @param expiresAt from when it is worth nothing; absent for never
 * @param rights what its holder may do
 */
public record KnownToken(Actor actor, List<TokenHash> hashes, Optional<Instant> expiresAt, Rights rights) {
    public KnownToken {
        requireNonNull(actor, "actor");
        hashes = List.copyOf(hashes);
        requireNonNull(expiresAt, "expiresAt");
        requireNonNull(rights, "rights");
        if (hashes.isEmpty()) {
            throw new IllegalArgumentException("a token that nothing is known of cannot be recognised");
        }
    }

    boolean isValidAt(Instant now) {
        return expiresAt.filter(it -> !now.isBefore(it)).isEmpty();
    }

    Visitor holder() {
        return Visitor.known(actor, rights);
    }
}
