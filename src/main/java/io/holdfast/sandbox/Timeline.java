package io.holdfast.sandbox;

import static java.util.Objects.requireNonNull;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Comparator;
import java.util.PriorityQueue;
import java.util.function.Supplier;

/**
 * What will happen by itself, and when. Nothing runs in the background: effects that have become due run when somebody looks, in
 * the order of their times, each seeing its own time as now. So the state at a time does not depend on how often it was looked at.
 */
public final class Timeline {

    private final Clock clock;
    private final Chance chance;
    private final PriorityQueue<Due> dues =
            new PriorityQueue<>(Comparator.comparing(Due::at).thenComparingLong(Due::order));

    private long scheduled;
    /** The time that holds while something happens; null in between. */
    private Instant held;

    Timeline(Clock clock, Chance chance) {
        this.clock = requireNonNull(clock, "clock");
        this.chance = requireNonNull(chance, "chance");
    }

    /** The time of the effect or call that is running, else the injected clock's. */
    public Instant now() {
        return held == null ? clock.instant() : held;
    }

    /** Lets the effect happen once the time has passed. */
    public void after(Duration delay, Runnable effect) {
        at(now().plus(delay), effect);
    }

    /** Lets the effect happen at the given time; a time already past means at the next look. */
    public void at(Instant time, Runnable effect) {
        dues.add(new Due(time, scheduled++, chance.draw(), effect));
    }

    /** Runs every effect due by the injected clock's now, in time order; those they schedule too, when due. */
    public void settle() {
        if (held != null) {
            return;
        }
        var now = clock.instant();
        while (!dues.isEmpty() && !dues.peek().at().isAfter(now)) {
            run(dues.poll());
        }
    }

    /** Lets the action see one and the same now from beginning to end. */
    <T> T holding(Instant time, Supplier<T> action) {
        held = time;
        try {
            return action.get();
        } finally {
            held = null;
        }
    }

    private void run(Due due) {
        holding(
                due.at(),
                () -> chance.during(due.seed(), () -> {
                    due.effect().run();
                    return due;
                }));
    }

    private record Due(Instant at, long order, long seed, Runnable effect) {}
}
