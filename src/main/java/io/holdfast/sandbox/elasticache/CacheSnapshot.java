package io.holdfast.sandbox.elasticache;

import io.holdfast.sandbox.datastore.Tags;
import io.holdfast.sandbox.datastore.Values;
import java.util.List;

/** One manual snapshot, with the group's values as they were. It outlives its group. */
final class CacheSnapshot {

    private final String name;
    private final String groupId;
    private final List<String> members;
    private final Values<Setting> values;
    private final Tags tags;
    private boolean available;

    CacheSnapshot(String name, ReplicationGroup group, Tags tags) {
        this.name = name;
        this.groupId = group.id();
        this.members =
                group.shards().stream().map(shard -> shard.primary().id()).toList();
        this.values = group.live().copy();
        this.tags = tags;
    }

    String name() {
        return name;
    }

    String groupId() {
        return groupId;
    }

    /** The primary of each shard, from which the snapshot was taken. */
    List<String> members() {
        return members;
    }

    Values<Setting> values() {
        return values;
    }

    Tags tags() {
        return tags;
    }

    boolean isAvailable() {
        return available;
    }

    void taken() {
        available = true;
    }
}
