package io.holdfast.reconcile;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Executor;

/**
 * Reads the source beside the loop, one reading at a time: no pass waits for a disk, or for what somebody has written into
 * the file of another environment.
 */
final class Reader {
    /** A folder is read in milliseconds; one that takes longer than this is on a disk that does not answer. */
    static final Duration PATIENCE = Duration.ofSeconds(10);

    private final Source source;
    private final Listener listener;
    private final Duration poll;
    private final Executor executor;
    private final Clock clock;
    private Optional<Instant> begun = Optional.empty();
    private Instant next = Instant.MIN;

    /** Who is told what was read. */
    @FunctionalInterface
    interface Listener {
        /**
         * Takes what was read.
         *
         * @param isLatest false where something newer has been heard of meanwhile, and another reading follows
         */
        void take(Source.Reading reading, boolean isLatest);
    }

    Reader(Source source, Listener listener, Duration poll, Executor executor, Clock clock) {
        this.source = source;
        this.listener = listener;
        this.poll = poll;
        this.executor = executor;
        this.clock = clock;
    }

    /** Something may be new: whatever reading goes on is not the last. */
    synchronized void want() {
        next = Instant.MIN;
    }

    /** Begins a reading if one is due and none goes on. */
    synchronized void tick() {
        Instant now = clock.instant();
        if (begun.isEmpty() && !now.isBefore(next)) {
            begun = Optional.of(now);
            next = now.plus(poll);
            executor.execute(this::read);
        }
    }

    /** Why nothing is heard of the source; empty while its reading takes no longer than it should. */
    synchronized Optional<String> silence() {
        Instant patient = clock.instant().minus(PATIENCE);
        return begun.filter(it -> it.isBefore(patient))
                .map(it -> "the source could not be read within " + PATIENCE.toSeconds() + " s");
    }

    private void read() {
        Source.Reading reading;
        boolean isLatest;
        try {
            reading = attempt();
        } finally {
            isLatest = end();
        }
        listener.take(reading, isLatest);
    }

    private Source.Reading attempt() {
        try {
            return source.read();
        } catch (RuntimeException broken) {
            // Ours, and no reason to stop: whoever asks what is the trouble hears of it, and the next reading tries
            // again.
            return new Source.Reading(List.of(), Optional.of("Holdfast failed to read the source: " + broken));
        }
    }

    private synchronized boolean end() {
        begun = Optional.empty();
        return !next.equals(Instant.MIN);
    }
}
