package io.holdfast.reconcile;

import io.holdfast.model.AwsTarget;
import io.holdfast.model.DesiredState;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;

/** One environment on its way from pass to pass: what is in force, when it is due, whether a pass runs. */
final class Course {
    private Loaded loaded;
    private Instant due = Instant.MIN;
    private Instant informed = Instant.MIN;
    private boolean running;
    private boolean asked;

    /** Takes up what the source says; anything new makes it due at once. */
    void follow(Loaded next, Instant now) {
        boolean changed = loaded == null
                || !commit(loaded).equals(commit(next))
                || !loaded.flaws().equals(next.flaws());
        loaded = next;
        if (changed) {
            due = now;
        }
    }

    /** Nothing is heard of the source: what is in force stays so, and says that it may be old. */
    void hold(String why, Instant now) {
        follow(loaded.heldBy(why), now);
    }

    private static Optional<String> commit(Loaded loaded) {
        return loaded.inForce().map(it -> it.revision().commit());
    }

    /** Somebody wants a pass on what the source says now; whoever cannot be told in time gets one on what it said. */
    void asked(Instant now) {
        asked = true;
        informed = now.plus(Reader.PATIENCE);
        hurry(now);
    }

    /** What the source says now is known. */
    void informed() {
        informed = Instant.MIN;
    }

    void hurry(Instant now) {
        due = now;
    }

    boolean takeAsked() {
        boolean taken = asked;
        asked = false;
        return taken;
    }

    boolean isDue(Instant now) {
        return isDue(now, Duration.ZERO);
    }

    /** @param early how long before its time it may begin */
    boolean isDue(Instant now, Duration early) {
        return !running && !informed.isAfter(now) && !due.isAfter(now.plus(early));
    }

    boolean isRunning() {
        return running;
    }

    Optional<AwsTarget> place() {
        return loaded.inForce().map(DesiredState::aws);
    }

    Loaded begin() {
        running = true;
        due = Instant.MAX;
        return loaded;
    }

    /** What became due while the pass ran stays due. */
    void end(Instant next) {
        running = false;
        due = due.isBefore(next) ? due : next;
    }
}
