package io.holdfast.sandbox.elasticache;

import static java.util.Objects.requireNonNull;

import java.time.Instant;

/** One cache cluster of a group: a single node. All it has of its own is a name, a zone and a status. */
final class Member {

    private final String id;
    private final String zone;
    private final Instant createdAt;
    private String status;

    Member(String id, String zone, Instant createdAt) {
        this.id = requireNonNull(id, "id");
        this.zone = requireNonNull(zone, "zone");
        this.createdAt = requireNonNull(createdAt, "createdAt");
        this.status = Status.CREATING;
    }

    String id() {
        return id;
    }

    String zone() {
        return zone;
    }

    Instant createdAt() {
        return createdAt;
    }

    String status() {
        return status;
    }

    void enter(String newStatus) {
        status = requireNonNull(newStatus, "newStatus");
    }

    boolean isAvailable() {
        return status.equals(Status.AVAILABLE);
    }
}
