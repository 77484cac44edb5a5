package io.holdfast.sandbox.elasticache;

import io.holdfast.sandbox.wire.Input;
import java.util.Collections;
import java.util.List;
import java.util.stream.Stream;

/**
 * How many nodes, and in how many shards. A group is asked for either as a number of clusters, which is one shard, or as node groups
 * with replicas; both at once are refused.
 *
 * @param replicas the number of replicas of each shard, in the order of the shards
 * @param clustered whether the call spoke of node groups, as cluster mode does
 */
record Topology(List<Integer> replicas, boolean clustered) {

    static final int MOST_REPLICAS = 5;

    /** Without a quota raise (ElastiCache User Guide, Quotas). */
    static final int MOST_SHARDS = 90;

    Topology {
        replicas = List.copyOf(replicas);
    }

    static Topology asked(Input input) {
        boolean grouped = Stream.of("NumNodeGroups", "ReplicasPerNodeGroup", "NodeGroupConfiguration")
                .anyMatch(input::has);
        if (grouped && input.has("NumCacheClusters")) {
            throw Refusal.combination(
                    "NumCacheClusters can't be specified together with NumNodeGroups or ReplicasPerNodeGroup.");
        }
        var replicas = grouped
                ? ofGroups(input)
                : List.of(input.integer("NumCacheClusters").orElse(1) - 1);
        replicas.forEach(Topology::checkReplicas);
        checkShards(replicas.size());
        return new Topology(replicas, replicas.size() > 1);
    }

    int nodes() {
        return replicas.stream().mapToInt(count -> count + 1).sum();
    }

    static void checkReplicas(int count) {
        if (count < 0 || count > MOST_REPLICAS) {
            throw Refusal.value("The number of replicas per node group must be between 0 and " + MOST_REPLICAS + ".");
        }
    }

    static void checkShards(int count) {
        if (count < 1 || count > MOST_SHARDS) {
            throw Refusal.value("The number of node groups must be between 1 and " + MOST_SHARDS + ".");
        }
    }

    private static List<Integer> ofGroups(Input input) {
        int each = input.integer("ReplicasPerNodeGroup").orElse(0);
        var configured = input.list("NodeGroupConfiguration").stream()
                .map(group -> group.integer("ReplicaCount").orElse(each))
                .toList();
        int shards = input.integer("NumNodeGroups").orElse(Math.max(1, configured.size()));
        if (!configured.isEmpty() && configured.size() != shards) {
            throw Refusal.combination("NumNodeGroups must match the number of node group configurations.");
        }
        checkShards(shards);
        return configured.isEmpty() ? Collections.nCopies(shards, each) : configured;
    }
}
