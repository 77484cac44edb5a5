package io.holdfast.access;

import static java.util.Objects.requireNonNull;

/**
 * What configuration says of who may do what.
 *
 * @param tokens our own
 * @param claimedRoles what an identity provider's roles are worth
 * @param anonymousReads whether reports are shown to whoever asks; never more than reports
 * @param anonymousMetrics whether metrics are, which name every environment
 */
public record AccessSettings(
        KnownTokens tokens, ClaimedRoles claimedRoles, boolean anonymousReads, boolean anonymousMetrics) {
    public AccessSettings {
        requireNonNull(tokens, "tokens");
        requireNonNull(claimedRoles, "claimedRoles");
    }
}
