package io.holdfast.aws;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;

/** A ticker that moves only when told to, or by whoever pauses. */
final class StillTicker implements Ticker {
    private final List<Duration> pauses = new ArrayList<>();
    private long nanos;

    @Override
    public synchronized long nanos() {
        return nanos;
    }

    @Override
    public synchronized void pause(Duration wait) {
        pauses.add(wait);
        nanos += wait.toNanos();
    }

    synchronized void advance(Duration time) {
        nanos += time.toNanos();
    }

    synchronized List<Duration> pauses() {
        return List.copyOf(pauses);
    }
}
