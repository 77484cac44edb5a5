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
    /** What is new is known everywhere after two or three minutes (Terraform's AWS provider); with these, five have gone by. */
    private static final int MOST_UNTIL_KNOWN = 6;

    /** About an hour, in which whatever passes by itself has passed. */
    private static final int MOST_BY_ITSELF = 10;

    public Attempt {
        requireNonNull(fingerprint, "fingerprint");
        requireNonNull(commit, "commit");
        requireNonNull(notBefore, "notBefore");
        requireNonNull(fault, "fault");
    }

    /** Whether it was made on this very difference, under this revision. */
    public boolean isOf(String difference, String revision) {
        return fingerprint.equals(difference) && commit.equals(revision);
    }

    /** Whether a person is to hear of it: nothing that may pass by itself takes so long. It is tried again all the same. */
    public boolean needsPerson() {
        boolean isOld = count >= (fault.kind() == Fault.Kind.PROPAGATION ? MOST_UNTIL_KNOWN : MOST_BY_ITSELF);
        return fault.needsPerson() || isOld;
    }
}
