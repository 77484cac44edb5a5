package io.holdfast.model.policy;

import static java.util.Objects.requireNonNull;

import io.holdfast.model.Digest;
import io.holdfast.model.Location;
import java.time.Instant;
import java.util.Optional;

/**
 * Differences that somebody has decided to live with.
 *
 * @param of the fields it is for
 * @param alarm whether they still count as drift
 * @param enforce whether they are still closed
 * @param reason why, in the author's words
 * @param owner who answers for it; absent where nobody is named
 * @param expires from when on it no longer holds; absent means never
 * @param at where it is written
 */
public record IgnoreRule(
        Selector of,
        boolean alarm,
        boolean enforce,
        String reason,
        Optional<String> owner,
        Optional<Instant> expires,
        Location at) {
    public IgnoreRule {
        requireNonNull(of, "of");
        requireNonNull(reason, "reason");
        requireNonNull(owner, "owner");
        requireNonNull(expires, "expires");
        requireNonNull(at, "at");
    }

    public boolean isExpired(Instant now) {
        return expires.filter(it -> !now.isBefore(it)).isPresent();
    }

    /** One short name, the same wherever in the file it stands, so that its hits are counted across commits. */
    public String name() {
        return Digest.of(of + "\n" + alarm + "\n" + enforce + "\n" + reason);
    }

    /** For people: why, who answers for it, how long. */
    public String sentence() {
        return "ignored: " + reason
                + owner.map(it -> " (" + it + ")").orElse("")
                + expires.map(it -> ", until " + it).orElse("");
    }
}
