package io.holdfast.sandbox.elasticache;

import io.holdfast.sandbox.datastore.Timing;
import java.time.Duration;

/** What ElastiCache does to bring a change about. */
enum Work {
    BOOKKEEPING(Timing.AT_ONCE, Duration.ZERO),
    SMALL(Timing.SOON, CacheTimes.SMALL_CHANGE),
    FAILOVER(Timing.SOON, CacheTimes.FAILOVER_CHANGE),
    ENCRYPTION(Timing.SOON, CacheTimes.ENCRYPTION_CHANGE),
    CLUSTER_MODE(Timing.SOON, CacheTimes.ENCRYPTION_CHANGE),
    NODE_TYPE(Timing.WINDOW, CacheTimes.NODE_CHANGE),
    UPGRADE(Timing.WINDOW, CacheTimes.UPGRADE);

    private final Timing timing;
    private final Duration duration;

    Work(Timing timing, Duration duration) {
        this.timing = timing;
        this.duration = duration;
    }

    Timing timing() {
        return timing;
    }

    /** How long it takes at realistic pace. */
    Duration duration() {
        return duration;
    }
}
