package io.holdfast.sandbox.elasticache;

import static java.util.Objects.requireNonNull;

import io.holdfast.sandbox.World;
import java.time.Duration;

/** What AWS does to replication groups without being asked, to be told by tests and by a person who wants to see it happen. */
public final class ElastiCacheBackstage {

    private final Caches caches;

    /** Behind the ElastiCache of one account and region. */
    public ElastiCacheBackstage(World world) {
        caches = Caches.of(requireNonNull(world, "world"));
    }

    /**
     * Undoes the change underway, or the next one, when it would have ended: the group is available with its old values, no call fails,
     * and only an event says why.
     */
    public void rollBackNextChange(String id, String reason) {
        caches.group(id).underway().rollBack(reason);
    }

    /** The automatic daily snapshot: the group is {@code snapshotting} for a while; refused while a change is underway. */
    public void snapshot(String id) {
        var group = caches.group(id);
        Changes.checkIdle(group);
        Snapshots.take(caches, group, () -> {});
    }

    /** The first replica of a shard becomes its primary. */
    public void failOver(String id, String nodeGroupId) {
        var group = caches.group(id);
        group.shards().stream().filter(shard -> shard.id().equals(nodeGroupId)).forEach(Shard::failOver);
        caches.log(group, "Failover to replica node completed for node group " + nodeGroupId);
    }

    /** Puts the group into a status of AWS's; whatever is underway ends without effect. It stays there until something moves it. */
    public void enter(String id, String status) {
        var group = caches.group(id);
        group.interrupt();
        group.enter(status);
    }

    /** The same for a while, at the world's pace; then the group is available again. */
    public void enter(String id, String status, Duration realistic) {
        enter(id, status);
        var group = caches.group(id);
        caches.after(realistic, group, () -> group.enter(Status.AVAILABLE));
    }
}
