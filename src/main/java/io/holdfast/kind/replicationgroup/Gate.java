package io.holdfast.kind.replicationgroup;

import static io.holdfast.aws.BrokenPromise.unless;

import io.holdfast.aws.load.CacheGroup;
import io.holdfast.model.Health;
import io.holdfast.model.Health.Status;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import software.amazon.awssdk.services.elasticache.model.CacheCluster;
import software.amazon.awssdk.services.elasticache.model.LogDeliveryConfiguration;
import software.amazon.awssdk.services.elasticache.model.NodeGroup;
import software.amazon.awssdk.services.elasticache.model.ReplicationGroup;

/**
 * Whether ElastiCache would take a change, and how the group is doing. A group may say that it is available while its
 * shards or nodes are not, and refuses changes then.
 */
final class Gate {
    private static final String AVAILABLE = "available";

    /** Amazon ElastiCache API Reference, CacheCluster, CacheClusterStatus. */
    private static final List<String> BROKEN = List.of("incompatible-network", "restore-failed");

    private final ReplicationGroup group;
    private final List<CacheCluster> nodes;

    Gate(CacheGroup cache) {
        this.group = cache.group();
        this.nodes = cache.nodes();
    }

    /** What it is in the middle of; empty when it is steady. A status nobody knows counts as moving. */
    Optional<String> closedBecause() {
        if (status().equals("create-failed")) {
            return Optional.of("ElastiCache could not create the group; nothing can be changed until it is deleted");
        }
        if (!status().equals(AVAILABLE)) {
            return Optional.of("the group is " + status());
        }
        return Stream.concat(movingShards(), movingNodes()).findFirst().or(this::miscount);
    }

    Health health() {
        if (status().equals("create-failed") || status().equals("deleting")) {
            return Health.of(Status.DEGRADED, "the group is " + status());
        }
        Optional<String> trouble =
                Stream.concat(brokenNodes(), failedDeliveries()).findFirst();
        if (trouble.isPresent()) {
            return Health.of(Status.DEGRADED, trouble.orElseThrow());
        }
        // Nothing is interrupted while a snapshot is taken.
        return status().equals("snapshotting")
                ? Health.healthy()
                : closedBecause().map(it -> Health.of(Status.PROGRESSING, it)).orElseGet(Health::healthy);
    }

    private String status() {
        return unless(group.status(), "ReplicationGroup.Status");
    }

    private Stream<String> movingShards() {
        return group.nodeGroups().stream()
                .filter(shard -> !unless(shard.status(), "NodeGroup.Status").equals(AVAILABLE))
                .map(shard -> "node group " + shard.nodeGroupId() + " is " + shard.status());
    }

    private Stream<String> movingNodes() {
        return nodes.stream()
                .filter(node ->
                        !unless(node.cacheClusterStatus(), "CacheClusterStatus").equals(AVAILABLE))
                .map(node -> "node " + node.cacheClusterId() + " is " + node.cacheClusterStatus());
    }

    /** The group lists its nodes, so do its shards, and so does the other API: while they disagree, some come or go. */
    private Optional<String> miscount() {
        int inShards = group.nodeGroups().stream()
                .map(NodeGroup::nodeGroupMembers)
                .mapToInt(List::size)
                .sum();
        int listed = group.memberClusters().size();
        return inShards == listed && nodes.size() == listed
                ? Optional.empty()
                : Optional.of("nodes are coming or going: the group lists " + listed + ", its shards have " + inShards
                        + ", " + nodes.size() + " can be seen");
    }

    private Stream<String> brokenNodes() {
        return nodes.stream()
                .filter(node -> BROKEN.stream().anyMatch(it -> it.equals(node.cacheClusterStatus())))
                .map(node -> "node " + node.cacheClusterId() + " is " + node.cacheClusterStatus());
    }

    private Stream<String> failedDeliveries() {
        return group.logDeliveryConfigurations().stream()
                .filter(it -> "error".equals(it.statusAsString()))
                .map(Gate::failure);
    }

    private static String failure(LogDeliveryConfiguration delivery) {
        return delivery.logTypeAsString() + " is not delivered: "
                + Optional.ofNullable(delivery.message()).orElse("ElastiCache does not say why");
    }
}
