package io.holdfast.sandbox.rds;

import io.holdfast.sandbox.datastore.Tags;
import io.holdfast.sandbox.datastore.Values;
import java.time.Instant;
import java.util.Optional;

/** One snapshot of an instance, with the instance's values as they were. */
final class DbSnapshot {

    static final String MANUAL = "manual";
    static final String AUTOMATED = "automated";

    private final String id;
    private final String type;
    private final DbInstance source;
    private final String sourceId;
    private final Values<Setting> values;
    private final Tags tags;

    private Instant takenAt;

    DbSnapshot(String id, String type, DbInstance source, Tags tags) {
        this.id = id;
        this.type = type;
        this.source = source;
        this.sourceId = source.id();
        this.values = source.live().copy();
        this.tags = tags;
    }

    String id() {
        return id;
    }

    /** {@link #MANUAL}, which stays, or {@link #AUTOMATED}, which goes with the instance's automated backups. */
    String type() {
        return type;
    }

    DbInstance source() {
        return source;
    }

    /** The instance's identifier at that time. */
    String sourceId() {
        return sourceId;
    }

    Values<Setting> values() {
        return values;
    }

    Tags tags() {
        return tags;
    }

    /** When it was finished; empty while it is being taken. */
    Optional<Instant> takenAt() {
        return Optional.ofNullable(takenAt);
    }

    void taken(Instant now) {
        takenAt = now;
    }
}
