package io.holdfast.sandbox.elasticache;

import io.holdfast.sandbox.wire.AwsError;
import io.holdfast.sandbox.wire.Input;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** {@code IncreaseReplicaCount} and {@code DecreaseReplicaCount}: for all shards alike, or shard by shard. */
final class ReplicaCount {

    private ReplicaCount() {}

    static Map<String, Object> increase(Caches caches, Input input) {
        var group = caches.group(input.required("ReplicationGroupId"));
        var wanted = wanted(group, input);
        wanted.forEach((shard, count) -> {
            if (count < shard.replicas()) {
                throw Refusal.combination("The new replica count of node group " + shard.id() + " must be larger than "
                        + shard.replicas() + ".");
            }
        });
        var made = new HashMap<Shard, List<Member>>();
        wanted.forEach((shard, count) -> made.put(shard, Nodes.make(caches, group, shard, count - shard.replicas())));
        made.values().forEach(group.joining()::addAll);
        Changes.accept(
                caches,
                group,
                Change.ofNodes(
                        "Adding replicas",
                        CacheTimes.REPLICA_CHANGE,
                        false,
                        () -> made.forEach((shard, members) -> shard.members().addAll(members))));
        return Map.of("ReplicationGroup", GroupAnswers.group(caches, group));
    }

    static Map<String, Object> decrease(Caches caches, Input input) {
        if (input.has("ReplicasToRemove")) {
            throw AwsError.notImplemented("DecreaseReplicaCount with ReplicasToRemove");
        }
        var group = caches.group(input.required("ReplicationGroupId"));
        var wanted = wanted(group, input);
        wanted.forEach((shard, count) -> checkDecrease(group, shard, count));
        Changes.accept(
                caches,
                group,
                Change.ofNodes(
                        "Removing replicas",
                        CacheTimes.REPLICA_CHANGE,
                        false,
                        () -> wanted.forEach((shard, count) -> remove(group, shard, count))));
        return Map.of("ReplicationGroup", GroupAnswers.group(caches, group));
    }

    private static void checkDecrease(ReplicationGroup group, Shard shard, int count) {
        if (count > shard.replicas()) {
            throw Refusal.combination("The new replica count of node group " + shard.id() + " must be smaller than "
                    + shard.replicas() + ".");
        }
        boolean neededForFailover = group.live().flag(Setting.AUTOMATIC_FAILOVER) && !group.isClusterEnabled();
        if (count == 0 && (neededForFailover || group.live().flag(Setting.MULTI_AZ))) {
            throw Refusal.combination(
                    "The last replica can't be removed while automatic failover or Multi-AZ needs it.");
        }
    }

    private static void remove(ReplicationGroup group, Shard shard, int count) {
        var surplus = shard.members().subList(count + 1, shard.members().size());
        group.leaving().addAll(surplus);
        surplus.clear();
    }

    /** The wanted number of replicas of each shard that is to change. */
    private static Map<Shard, Integer> wanted(ReplicationGroup group, Input input) {
        if (!input.bool("ApplyImmediately").orElse(false)) {
            throw Refusal.value("ApplyImmediately must be true.");
        }
        Changes.checkIdle(group);
        var configured = new HashMap<String, Integer>();
        input.list("ReplicaConfiguration")
                .forEach(shard -> configured.put(
                        shard.required("NodeGroupId"),
                        shard.integer("NewReplicaCount").orElse(0)));
        var all = input.integer("NewReplicaCount");
        if (all.isPresent() != configured.isEmpty()) {
            throw Refusal.combination("Exactly one of NewReplicaCount and ReplicaConfiguration must be given.");
        }
        var wanted = new LinkedHashMap<Shard, Integer>();
        for (var shard : group.shards()) {
            int count = all.orElse(configured.getOrDefault(shard.id(), shard.replicas()));
            Topology.checkReplicas(count);
            if (count != shard.replicas()) {
                wanted.put(shard, count);
            }
        }
        if (wanted.isEmpty()) {
            throw Refusal.noOperation("The replica count is already as requested.");
        }
        return wanted;
    }
}
