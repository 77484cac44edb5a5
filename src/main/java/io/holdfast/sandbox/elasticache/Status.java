package io.holdfast.sandbox.elasticache;

/** The statuses of groups and members. */
final class Status {

    static final String CREATING = "creating";
    static final String AVAILABLE = "available";
    static final String MODIFYING = "modifying";
    static final String SNAPSHOTTING = "snapshotting";
    static final String DELETING = "deleting";

    private Status() {}
}
