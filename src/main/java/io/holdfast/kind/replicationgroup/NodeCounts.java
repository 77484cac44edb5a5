package io.holdfast.kind.replicationgroup;

import static java.util.Objects.requireNonNull;

import io.holdfast.model.Order;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/**
 * How many shards and replicas to ask for. These calls know no maintenance window: AWS demands that they apply at once.
 *
 * @param tree what the call says
 * @param token of what it leads to
 */
record NodeCounts(Map<String, Object> tree, String token) {
    NodeCounts {
        requireNonNull(tree, "tree");
        requireNonNull(token, "token");
    }

    /** To have fewer shards, those that go must be named: the last ones, whose slots then move to the others. */
    static Map<String, Object> shards(Order<ReplicationGroupState> order) {
        int desired = order.desired().numNodeGroups().orElseThrow();
        List<String> live = live(order).keySet().stream().toList();
        Map<String, Object> tree = call(order);
        tree.put("nodeGroupCount", desired);
        if (desired < live.size()) {
            tree.put("nodeGroupsToRemove", live.subList(desired, live.size()));
        }
        return tree;
    }

    /**
     * Replicas for the shards that have too few, or too many; with some of either, raising is one step and lowering the
     * next.
     */
    static NodeCounts replicas(Order<ReplicationGroupState> order, boolean more) {
        int desired = order.desired().replicasPerNodeGroup().orElseThrow();
        Map<String, Integer> after = live(order);
        List<String> changing = after.keySet().stream()
                .filter(shard -> more ? after.get(shard) < desired : after.get(shard) > desired)
                .toList();
        Map<String, Object> tree = call(order);
        if (changing.size() == after.size()) {
            tree.put("newReplicaCount", desired);
        } else {
            tree.put(
                    "replicaConfiguration",
                    changing.stream().map(shard -> shard(shard, desired)).toList());
        }
        changing.forEach(shard -> after.put(shard, desired));
        boolean even = after.values().stream().allMatch(it -> it == desired);
        return new NodeCounts(
                tree,
                even
                        ? Waypoint.NONE
                        : Waypoint.of("replicasPerNodeGroup", after).token());
    }

    private static Map<String, Object> shard(String id, int replicas) {
        return Map.of("nodeGroupId", id, "newReplicaCount", replicas);
    }

    private static Map<String, Object> call(Order<ReplicationGroupState> order) {
        Map<String, Object> tree = new LinkedHashMap<>();
        tree.put("replicationGroupId", order.live().orElseThrow().state().replicationGroupId());
        tree.put("applyImmediately", true);
        return tree;
    }

    private static Map<String, Integer> live(Order<ReplicationGroupState> order) {
        return new TreeMap<>(order.live().orElseThrow().state().nodeGroups().orElse(Map.of()));
    }
}
