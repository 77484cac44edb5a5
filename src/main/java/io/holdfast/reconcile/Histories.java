package io.holdfast.reconcile;

/** Lets environments follow branches whose history was rewritten. */
public interface Histories {
    /**
     * A person says that an environment may follow a branch to this very head, although it does not go on from where it
     * was.
     *
     * @param commit the full id of the head
     * @param actor who says so
     * @param reason why
     */
    Answer accept(String environment, String commit, String actor, String reason);

    /** What becomes of that. */
    enum Answer {
        /** The environment follows soon. */
        GIVEN,
        /** The environment is not held back by a rewritten history, or comes from a plain folder. */
        NOTHING_HELD,
        /** It is held back from another head: the branch has moved since the person looked. */
        OTHER_HEAD,
        /** It cannot be written down now, and so is not done. */
        UNAVAILABLE
    }

    /** Where nothing has a history. */
    static Histories none() {
        return (environment, commit, actor, reason) -> Answer.NOTHING_HELD;
    }
}
