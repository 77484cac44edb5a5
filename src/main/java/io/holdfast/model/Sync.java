package io.holdfast.model;

/** Whether live is as declared. */
public enum Sync {
    SYNCED("Synced"),
    OUT_OF_SYNC("OutOfSync"),
    /** We could not look, so nobody can say. */
    UNKNOWN("Unknown");

    private final String word;

    Sync(String word) {
        this.word = word;
    }

    public String word() {
        return word;
    }
}
