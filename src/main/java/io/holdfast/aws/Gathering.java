package io.holdfast.aws;

import static java.util.Objects.requireNonNull;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.locks.Condition;
import java.util.concurrent.locks.ReentrantLock;

/**
 * Decides when the questions of several passes have been gathered and may be asked together: as soon as every pass that
 * is looking waits for an answer. Nothing depends on the speed of threads, so the number of calls is the same each time.
 *
 * <p>A pass that is busy elsewhere (in a slow call, say) holds the others up for one window at most. The usual way, a
 * window from the first question on, was turned down: it costs every pass the window even when all have asked, and
 * makes the number of calls a matter of luck.
 */
public final class Gathering {
    private final long windowNanos;
    private final ReentrantLock lock = new ReentrantLock();
    private final Condition asked = lock.newCondition();
    private final List<Round<?, ?>> open = new ArrayList<>();
    private int looking;
    private int waiting;

    /** @param window how long a question waits for passes that have not asked theirs yet */
    public Gathering(Duration window) {
        this.windowNanos = requireNonNull(window, "window").toNanos();
    }

    /** A pass that is looking; closed when it has looked, by any thread. */
    public interface Look extends AutoCloseable {
        @Override
        void close();
    }

    /**
     * Announces a pass that will ask. Passes that start together are best announced before the first of them asks. A
     * thread that asks unannounced is answered all the same, but gathers nobody.
     */
    public Look enter() {
        locked(() -> looking++);
        boolean[] closed = {false};
        return () -> locked(() -> {
            if (!closed[0]) {
                closed[0] = true;
                looking--;
                sendIfAllWait();
            }
        });
    }

    /** Adds a question to a round and returns once the round may be asked. */
    <K, V> Round<K, V> gather(Loader<K, V> loader, Iterable<K> keys) {
        lock.lock();
        try {
            Round<K, V> round = loader.round();
            if (round.join(keys)) {
                open.add(round);
            }
            waiting++;
            sendIfAllWait();
            awaitSent(round);
            return round;
        } finally {
            lock.unlock();
        }
    }

    private void sendIfAllWait() {
        if (waiting >= looking && waiting > 0) {
            List.copyOf(open).forEach(this::send);
        }
    }

    private void awaitSent(Round<?, ?> round) {
        long left = windowNanos;
        while (!round.isSent()) {
            try {
                left = asked.awaitNanos(left);
            } catch (InterruptedException stopped) {
                // The call itself will be refused by the SDK, which reports it.
                Thread.currentThread().interrupt();
                left = 0;
            }
            if (left <= 0 && !round.isSent()) {
                send(round);
            }
        }
    }

    private void send(Round<?, ?> round) {
        round.send();
        open.remove(round);
        waiting -= round.waiters();
        asked.signalAll();
    }

    private void locked(Runnable change) {
        lock.lock();
        try {
            change.run();
        } finally {
            lock.unlock();
        }
    }
}
