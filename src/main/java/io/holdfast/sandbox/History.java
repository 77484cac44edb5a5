package io.holdfast.sandbox;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;

/** Every write that had an effect, in order: what a past can be replayed from. */
final class History {

    /** Far more than any test makes. Beyond it there is no past to be stale from, and that is said, not guessed. */
    private static final int CAPACITY = 50_000;

    private final List<Write> writes = new ArrayList<>();
    private boolean overflown;

    void add(Write write) {
        if (writes.size() == CAPACITY) {
            overflown = true;
            writes.clear();
        }
        writes.add(write);
    }

    List<Write> writes() {
        if (overflown) {
            throw new IllegalStateException("more than " + CAPACITY + " writes: the past can no longer be replayed");
        }
        return List.copyOf(writes);
    }

    /**
     * One write.
     *
     * @param time when it had its effect
     * @param seed its chance
     * @param asked what it was
     */
    record Write(Instant time, long seed, Asked asked) {}
}
