package io.holdfast.ledger;

import static java.util.Objects.requireNonNull;

import java.time.Instant;

/** What somebody is told who is about to work on a request that may have come before. */
public sealed interface Claim {
    /**
     * It is theirs to do, and to end with {@link Answers#keep} or {@link Answers#release}.
     *
     * @param since when it became theirs; tells their claim from a later one, should theirs be given up for lost
     */
    record Yours(Instant since) implements Claim {
        public Yours {
            requireNonNull(since, "since");
        }
    }

    /**
     * It was done.
     *
     * @param answer what was answered then
     */
    record Done(Answer answer) implements Claim {
        public Done {
            requireNonNull(answer, "answer");
        }
    }

    /** Somebody is at it. */
    record Underway() implements Claim {}

    /** Under this key something else was asked for. */
    record Different() implements Claim {}
}
