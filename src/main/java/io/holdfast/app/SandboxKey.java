package io.holdfast.app;

import io.holdfast.access.FreshToken;
import io.holdfast.access.KnownToken;
import io.holdfast.access.Rights;
import io.holdfast.access.Role;
import io.holdfast.model.Actor;
import java.security.SecureRandom;
import java.util.List;
import java.util.Optional;

/**
 * A token that is made when the sandbox starts and is worth nothing when it ends, so that somebody who has just cloned
 * this repository can act without configuring anything, and still nobody acts without a name. A fixed one was turned
 * down: it would be in every copy of this repository, and work wherever a sandbox was left running.
 */
final class SandboxKey {
    private final FreshToken token;

    private SandboxKey(FreshToken token) {
        this.token = token;
    }

    /** Where AWS is played and no other token is configured. */
    static Optional<SandboxKey> of(HoldfastConfig config, SecureRandom chance) {
        boolean isNeeded = config.sandbox().enabled() && config.auth().tokens().isEmpty();
        return isNeeded ? Optional.of(new SandboxKey(FreshToken.from(chance))) : Optional.empty();
    }

    KnownToken known() {
        return new KnownToken(
                Actor.byToken("sandbox"), List.of(token.hash()), Optional.empty(), Rights.everywhere(Role.ADMIN));
    }

    /** For the one line of the log in which it is shown. */
    String reveal() {
        return token.reveal();
    }
}
