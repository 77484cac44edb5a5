package io.holdfast.sandbox.elasticache;

import io.holdfast.sandbox.wire.Input;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/** {@code ModifyReplicationGroupShardConfiguration}: more shards or fewer, with hash slots migrating meanwhile. */
final class Resharding {

    private Resharding() {}

    static Map<String, Object> modify(Caches caches, Input input) {
        var group = caches.group(input.required("ReplicationGroupId"));
        int wanted = input.integer("NodeGroupCount").orElseThrow(() -> Refusal.value("NodeGroupCount must be given."));
        if (!input.bool("ApplyImmediately").orElse(false)) {
            throw Refusal.value("ApplyImmediately must be true.");
        }
        if (!group.isClusterEnabled()) {
            throw Refusal.combination("The shard configuration can only be changed with cluster mode enabled.");
        }
        Topology.checkShards(wanted);
        Changes.checkIdle(group);
        int now = group.shards().size();
        if (wanted == now) {
            throw Refusal.combination("The replication group already has " + now + " node groups.");
        }
        Changes.accept(
                caches,
                group,
                wanted > now ? out(caches, group, wanted - now) : in(group, leaving(group, wanted, input)));
        return Map.of("ReplicationGroup", GroupAnswers.group(caches, group));
    }

    private static Change out(Caches caches, ReplicationGroup group, int count) {
        var added = new ArrayList<Shard>();
        int last = group.shards().stream().mapToInt(Shard::number).max().orElse(0);
        int replicas = group.shards().get(0).replicas();
        for (int i = 1; i <= count; i++) {
            var shard = new Shard(last + i);
            shard.members().addAll(Nodes.make(caches, group, shard, replicas + 1));
            added.add(shard);
        }
        added.forEach(shard -> group.joining().addAll(shard.members()));
        return Change.ofNodes("Adding node groups", CacheTimes.RESHARDING, true, () -> {
            group.shards().addAll(added);
            Nodes.divideSlots(group);
        });
    }

    private static Change in(ReplicationGroup group, List<Shard> leaving) {
        return Change.ofNodes("Removing node groups", CacheTimes.RESHARDING, true, () -> {
            group.shards().removeAll(leaving);
            leaving.forEach(shard -> group.leaving().addAll(shard.members()));
            Nodes.divideSlots(group);
        });
    }

    /** Which shards go has to be said, by naming either those or the ones that stay. */
    private static List<Shard> leaving(ReplicationGroup group, int wanted, Input input) {
        var removed = input.strings("NodeGroupsToRemove");
        var retained = input.strings("NodeGroupsToRetain");
        if (removed.isEmpty() == retained.isEmpty()) {
            throw Refusal.combination(
                    "Exactly one of NodeGroupsToRemove and NodeGroupsToRetain must be given to reduce the number of node groups.");
        }
        var ids = group.shards().stream().map(Shard::id).toList();
        Stream.concat(removed.stream(), retained.stream())
                .filter(id -> !ids.contains(id))
                .findFirst()
                .ifPresent(id -> {
                    throw Refusal.value("Node group " + id + " does not exist.");
                });
        var leaving = group.shards().stream()
                .filter(shard -> removed.isEmpty() ? !retained.contains(shard.id()) : removed.contains(shard.id()))
                .toList();
        if (group.shards().size() - leaving.size() != wanted) {
            throw Refusal.combination("NodeGroupCount doesn't match the node groups that would remain.");
        }
        return leaving;
    }
}
