package io.holdfast.aws;

import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.ScheduledThreadPoolExecutor;

/**
 * The one thread that ends calls which take too long, for the clients of all accounts: left alone, each client keeps up
 * to five threads for that. It outlives every client, keeps no process alive, and forgets a call that came back in time.
 */
final class Deadlines {
    private static final ScheduledExecutorService SHARED = thread();

    private Deadlines() {}

    /** Not to be shut down; clients leave it alone when they close. */
    static ScheduledExecutorService shared() {
        return SHARED;
    }

    private static ScheduledExecutorService thread() {
        var scheduler = new ScheduledThreadPoolExecutor(1, task -> {
            Thread thread = new Thread(task, "aws-deadlines");
            thread.setDaemon(true);
            return thread;
        });
        scheduler.setRemoveOnCancelPolicy(true);
        return scheduler;
    }
}
