package io.holdfast.sandbox.rds;

import java.time.Instant;

/** When the storage was changed last. AWS takes the next change after six hours or the end of the optimization, whichever is later. */
final class StorageHistory {

    private Instant optimizedAt = Instant.MIN;
    private Instant nextChangeAt = Instant.MIN;

    /** Remembers a change that is being optimized until one time and keeps the next one out until another. */
    void changed(Instant optimizedAt, Instant cooledDownAt) {
        this.optimizedAt = optimizedAt;
        this.nextChangeAt = cooledDownAt.isAfter(optimizedAt) ? cooledDownAt : optimizedAt;
    }

    boolean isOptimizing(Instant now) {
        return now.isBefore(optimizedAt);
    }

    boolean isCoolingDown(Instant now) {
        return now.isBefore(nextChangeAt);
    }
}
