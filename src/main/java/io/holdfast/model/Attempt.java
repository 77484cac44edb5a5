package io.holdfast.model;

import static java.util.Objects.requireNonNull;

import java.time.Instant;

/**
 * The last of several attempts that failed on the same difference.
 *
 * @param fingerprint of the difference they were made on; another difference starts afresh
 * @param commit the revision in force; a new one starts afresh
 * @param count how many failed so far
 * @param notBefore when the next one may be made
 * @param fault what AWS said last
 */
public record Attempt(String fingerprint, String commit, int count, Instant notBefore, Fault fault) {
    public Attempt {
        requireNonNull(fingerprint, "fingerprint");
        requireNonNull(commit, "commit");
        requireNonNull(notBefore, "notBefore");
        requireNonNull(fault, "fault");
    }
}
