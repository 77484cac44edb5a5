package io.holdfast.sandbox.rds;

import io.holdfast.sandbox.datastore.Timing;
import java.time.Duration;

/**
 * What AWS does to bring a change about. When several kinds of work are due they are done one after the other in this order: whatever
 * restarts the engine first, storage last, because nothing else has to wait for its optimization.
 */
enum Work {
    BOOKKEEPING(Timing.AT_ONCE, Status.AVAILABLE, Duration.ZERO),
    CREDENTIALS(Timing.SOON, "resetting-master-credentials", RdsTimes.SMALL_CHANGE),
    UPGRADE(Timing.WINDOW, "upgrading", RdsTimes.UPGRADE),
    PARAMETERS(Timing.SOON, Status.MODIFYING, RdsTimes.SMALL_CHANGE),
    CLASS(Timing.WINDOW, Status.MODIFYING, RdsTimes.CLASS_CHANGE),
    STANDBY(Timing.WINDOW, Status.MODIFYING, RdsTimes.STANDBY_CHANGE),
    NETWORK(Timing.WINDOW, Status.MODIFYING, RdsTimes.NETWORK_CHANGE),
    PORT(Timing.SOON, "rebooting", RdsTimes.RESTART),
    BACKUP_SWITCH(Timing.WINDOW, Status.MODIFYING, RdsTimes.SMALL_CHANGE),
    BACKUP_RETENTION(Timing.SOON, Status.MODIFYING, RdsTimes.SMALL_CHANGE),
    IAM_AUTHENTICATION(Timing.WINDOW, "configuring-iam-database-auth", RdsTimes.SMALL_CHANGE),
    MONITORING(Timing.SOON, "configuring-enhanced-monitoring", RdsTimes.SMALL_CHANGE),
    LOG_EXPORTS(Timing.SOON, "configuring-log-exports", RdsTimes.SMALL_CHANGE),
    ACCESS(Timing.SOON, Status.MODIFYING, RdsTimes.SMALL_CHANGE),
    RENAME(Timing.WINDOW, "renaming", RdsTimes.SMALL_CHANGE),
    STORAGE(Timing.WINDOW, Status.MODIFYING, RdsTimes.STORAGE_CHANGE);

    private final Timing timing;
    private final String status;
    private final Duration duration;

    Work(Timing timing, String status, Duration duration) {
        this.timing = timing;
        this.status = status;
        this.duration = duration;
    }

    Timing timing() {
        return timing;
    }

    /** What the instance's status reads while this is done. */
    String status() {
        return status;
    }

    /** How long it takes at realistic pace. */
    Duration duration() {
        return duration;
    }
}
