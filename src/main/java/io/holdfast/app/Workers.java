package io.holdfast.app;

import java.time.Duration;
import java.util.concurrent.Executor;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.ThreadPoolExecutor;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;

/**
 * The threads passes run on: so many and no more, and daemons, so that a call that hangs can never keep the process from
 * ending. At most one pass per environment is ever queued, which bounds the queue as well.
 */
final class Workers implements Executor {
    private static final long IDLE_SECONDS = 60;

    private final String name;
    private final AtomicInteger named = new AtomicInteger();
    private final ThreadPoolExecutor threads;

    Workers(int most) {
        this(most, "pass");
    }

    /** @param name of the threads, for whoever looks at them */
    Workers(int most, String name) {
        this.name = name;
        this.threads = new ThreadPoolExecutor(
                most, most, IDLE_SECONDS, TimeUnit.SECONDS, new LinkedBlockingQueue<>(), this::daemon);
        threads.allowCoreThreadTimeOut(true);
    }

    @Override
    public void execute(Runnable pass) {
        threads.execute(pass);
    }

    /** Passes that wait for a thread. */
    int queued() {
        return threads.getQueue().size();
    }

    /** Takes no more passes and waits for those that run; false when they took too long. */
    boolean drain(Duration grace) {
        threads.shutdown();
        try {
            return threads.awaitTermination(grace.toMillis(), TimeUnit.MILLISECONDS);
        } catch (InterruptedException impatient) {
            // Whoever stops the process wants it gone at once; the gate is closed, so nothing is sent any more.
            Thread.currentThread().interrupt();
            return false;
        }
    }

    private Thread daemon(Runnable work) {
        Thread thread = new Thread(work, name + "-" + named.incrementAndGet());
        thread.setDaemon(true);
        return thread;
    }
}
