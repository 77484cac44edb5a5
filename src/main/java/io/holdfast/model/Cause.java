package io.holdfast.model;

/** Who moved: what comes of comparing desired now, last applied, and live. */
public enum Cause {
    /** The YAML asks for something new; live is as we left it. */
    PENDING_CHANGE("PendingChange"),
    /** The YAML asks for the same; live was changed behind our back. */
    LIVE_DRIFT("LiveDrift"),
    /** Both moved. */
    CONFLICT("Conflict"),
    /** Declared, and not there. */
    MISSING("Missing"),
    /** There and ours, and declared no longer. */
    STRAY("Stray"),
    /** Never seen to agree, and neither has moved since they were first compared, so that nobody can say who did before. */
    FIRST_OBSERVATION("FirstObservation");

    private final String word;

    Cause(String word) {
        this.word = word;
    }

    /** Who moved, over two fields: one of which nobody can say it tells nothing about the other. */
    public Cause and(Cause other) {
        if (this == other || other == FIRST_OBSERVATION) {
            return this;
        }
        return this == FIRST_OBSERVATION ? other : CONFLICT;
    }

    public String word() {
        return word;
    }
}
