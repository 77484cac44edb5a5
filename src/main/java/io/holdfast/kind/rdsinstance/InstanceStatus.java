package io.holdfast.kind.rdsinstance;

import io.holdfast.model.Health;
import java.util.Set;

/**
 * What an instance's status lets it do. Sources: RDS User Guide, Viewing DB instance status. A word we do not know is
 * taken for AWS being at work: to wait is never wrong.
 */
enum InstanceStatus {
    /** Everything may be changed. */
    STEADY(Health.Status.HEALTHY),
    /** Rearranging its volume in the background: serves, and takes every change but one of storage. */
    OPTIMIZING(Health.Status.HEALTHY),
    /** Serves, and takes no change. */
    BACKING_UP(Health.Status.HEALTHY),
    MOVING(Health.Status.PROGRESSING),
    STOPPED(Health.Status.SUSPENDED),
    /** Takes more storage and nothing else. */
    FULL(Health.Status.DEGRADED),
    /** AWS does nothing more by itself. */
    NEEDS_PERSON(Health.Status.DEGRADED);

    private static final Set<String> FOR_PEOPLE = Set.of(
            "failed",
            "inaccessible-encryption-credentials",
            "inaccessible-encryption-credentials-recoverable",
            "incompatible-create",
            "incompatible-network",
            "incompatible-option-group",
            "incompatible-parameters",
            "incompatible-restore",
            "insufficient-capacity",
            "restore-error");

    private final Health.Status health;

    InstanceStatus(Health.Status health) {
        this.health = health;
    }

    static InstanceStatus of(String status) {
        return switch (status) {
            case "available" -> STEADY;
            case "storage-optimization" -> OPTIMIZING;
            case "backing-up" -> BACKING_UP;
            case "stopped" -> STOPPED;
            case "storage-full" -> FULL;
            default -> FOR_PEOPLE.contains(status) ? NEEDS_PERSON : MOVING;
        };
    }

    /** Whether AWS is doing something that has to end before anything is sent. */
    boolean isMoving() {
        return this == MOVING || this == BACKING_UP;
    }

    Health health(String status) {
        return this == STEADY ? Health.healthy() : Health.of(health, "the instance is " + status);
    }
}
