package io.holdfast.sandbox.rds;

import java.util.Set;

/** The statuses the rules ask about; AWS has many more, which only pass through. */
final class Status {

    static final String CREATING = "creating";
    static final String BACKING_UP = "backing-up";
    static final String AVAILABLE = "available";
    static final String MODIFYING = "modifying";
    static final String STORAGE_OPTIMIZATION = "storage-optimization";
    static final String STORAGE_FULL = "storage-full";
    static final String STOPPING = "stopping";
    static final String STOPPED = "stopped";
    static final String STARTING = "starting";
    static final String REBOOTING = "rebooting";
    static final String DELETING = "deleting";

    private static final Set<String> SERVING = Set.of(AVAILABLE, STORAGE_OPTIMIZATION);

    private Status() {}

    /** Whether an instance in this status takes modifications and snapshots. */
    static boolean isServing(String status) {
        return SERVING.contains(status);
    }
}
