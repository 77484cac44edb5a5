package io.holdfast.report.document;

import io.holdfast.model.Authored;
import java.time.Instant;

/**
 * Who wrote a commit, and what they say of it. Nobody vouches for any of it.
 *
 * @param name the author's
 * @param email the author's
 * @param at the author's time
 * @param subject the first line of the message
 */
public record AuthoredDocument(String name, String email, Instant at, String subject) {
    static AuthoredDocument of(Authored authored) {
        return new AuthoredDocument(authored.name(), authored.email(), authored.at(), authored.subject());
    }
}
