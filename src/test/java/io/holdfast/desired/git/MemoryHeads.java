package io.holdfast.desired.git;

import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;

/** Heads that are remembered as long as the test runs. */
public final class MemoryHeads implements Heads {
    private final SortedMap<String, Accepted> accepted = new TreeMap<>();
    private final SortedMap<String, Approved> approved = new TreeMap<>();
    private boolean away;

    /** Whether it answers nobody from now on. */
    void away(boolean isAway) {
        away = isAway;
    }

    private void beThere() {
        if (away) {
            throw new Unavailable("the ledger is away", new IllegalStateException());
        }
    }

    @Override
    public synchronized SortedMap<String, Accepted> accepted() {
        beThere();
        return new TreeMap<>(accepted);
    }

    @Override
    public synchronized void accept(String environment, Accepted head) {
        beThere();
        accepted.put(environment, head);
        approved.remove(environment);
    }

    @Override
    public synchronized void forget(String environment) {
        beThere();
        accepted.remove(environment);
        approved.remove(environment);
    }

    @Override
    public synchronized Optional<String> approved(String environment) {
        beThere();
        return Optional.ofNullable(approved.get(environment)).map(Approved::commit);
    }

    @Override
    public synchronized void approve(String environment, Approved head) {
        beThere();
        approved.put(environment, head);
    }
}
