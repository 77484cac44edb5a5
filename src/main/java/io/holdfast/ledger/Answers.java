package io.holdfast.ledger;

import java.time.Duration;

/**
 * What was answered to requests that carry a key, so that repeating one does nothing twice. Kept for {@link #KEPT}, and at
 * most {@value #MOST} per actor: the oldest make room. Every method throws {@link LedgerUnavailable} like the ledger's own.
 */
public interface Answers {
    /** How long an answer is repeated. */
    Duration KEPT = Duration.ofHours(24);

    /** How long somebody may be at it before they are given up for lost: a process that was killed ends nothing. */
    Duration PATIENCE = Duration.ofMinutes(5);

    /** Answers kept per actor. */
    int MOST = 1000;

    /**
     * Asks for the work on a request. Of several who ask at once, in one process or in many, one is given it.
     *
     * @param request digest of what is asked for
     */
    Claim claim(AnswerKey key, String request);

    /** Ends a claim with an answer, to be repeated from now on. */
    void keep(AnswerKey key, Claim.Yours claim, Answer answer);

    /** Ends a claim without one: nothing was done, so that the next to ask may do it. */
    void release(AnswerKey key, Claim.Yours claim);
}
