package io.holdfast.aws;

import java.time.Duration;
import java.util.concurrent.locks.LockSupport;

/** Elapsed time, and the letting pass of it; apart from the clock, which may be set. */
public interface Ticker {
    /** Nanoseconds since some fixed moment. */
    long nanos();

    /** Returns after that long, or early when the thread is interrupted. */
    void pause(Duration wait);

    static Ticker system() {
        return new Ticker() {
            @Override
            public long nanos() {
                return System.nanoTime();
            }

            @Override
            public void pause(Duration wait) {
                long end = nanos() + wait.toNanos();
                for (long left = wait.toNanos();
                        left > 0 && !Thread.currentThread().isInterrupted(); ) {
                    LockSupport.parkNanos(this, left);
                    left = end - nanos();
                }
            }
        };
    }
}
