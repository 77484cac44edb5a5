package io.holdfast.kind.replicationgroup;

import static io.holdfast.aws.BrokenPromise.unless;

import io.holdfast.aws.Pairs;
import io.holdfast.aws.Shapes;
import io.holdfast.aws.StateRecords;
import io.holdfast.aws.load.CacheGroup;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.stream.Stream;
import software.amazon.awssdk.services.elasticache.model.CacheCluster;
import software.amazon.awssdk.services.elasticache.model.Endpoint;
import software.amazon.awssdk.services.elasticache.model.ReplicationGroup;
import software.amazon.awssdk.services.elasticache.model.SecurityGroupMembership;

/** A replication group and its nodes, as one state. */
final class LiveGroup {
    /** What only nodes tell, and so is not known while there are none; the port is told by the endpoint they make. */
    static final List<String> TOLD_BY_NODES = List.of(
            "engineVersion",
            "parameterGroup",
            "subnetGroup",
            "securityGroupIds",
            "maintenanceWindow",
            "notificationTopic",
            "port");

    private LiveGroup() {}

    static ReplicationGroupState stateOf(CacheGroup cache, Optional<Map<String, String>> tags) {
        Map<String, Object> tree = Shapes.tree(cache.group());
        tree.put("nodeType", tree.get("cacheNodeType"));
        tree.put("transitEncryption", tree.get("transitEncryptionEnabled"));
        tree.put("atRestEncryption", tree.get("atRestEncryptionEnabled"));
        tree.computeIfAbsent("clusterMode", name -> clusterMode(cache.group()));
        tree.computeIfPresent("logDeliveryConfigurations", (name, logs) -> logDeliveries(logs));
        port(cache.group()).ifPresent(port -> tree.put("port", port));
        tags.ifPresent(it -> tree.put("tags", it));
        shards(cache.group(), tree);
        spokesman(cache).ifPresent(node -> ofNode(node, tree));
        return StateRecords.read(tree, ReplicationGroupState.class);
    }

    /** Nodes say the same, or will; the first that is in place speaks for all. */
    static Optional<CacheCluster> spokesman(CacheGroup cache) {
        return cache.nodes().stream()
                .filter(node -> "available".equals(node.cacheClusterStatus()))
                .findFirst()
                .or(() -> cache.nodes().stream().findFirst());
    }

    private static void ofNode(CacheCluster node, Map<String, Object> tree) {
        tree.putIfAbsent("engine", node.engine());
        tree.put("engineVersion", node.engineVersion());
        tree.put("subnetGroup", node.cacheSubnetGroupName());
        tree.put("maintenanceWindow", node.preferredMaintenanceWindow());
        tree.put(
                "securityGroupIds",
                node.securityGroups().stream()
                        .map(SecurityGroupMembership::securityGroupId)
                        .toList());
        Optional.ofNullable(node.cacheParameterGroup())
                .ifPresent(it -> tree.put("parameterGroup", it.cacheParameterGroupName()));
        // A topic that was taken away stays visible as inactive.
        Optional.ofNullable(node.notificationConfiguration())
                .filter(it -> "active".equals(it.topicStatus()))
                .ifPresent(it -> tree.put("notificationTopic", it.topicArn()));
    }

    private static void shards(ReplicationGroup group, Map<String, Object> tree) {
        Map<String, Integer> replicas = new TreeMap<>();
        group.nodeGroups()
                .forEach(shard -> replicas.put(
                        unless(shard.nodeGroupId(), "NodeGroupId"),
                        Math.max(0, shard.nodeGroupMembers().size() - 1)));
        if (!replicas.isEmpty()) {
            tree.put("nodeGroups", replicas);
            tree.put("numNodeGroups", replicas.size());
        }
        List<Integer> counts = replicas.values().stream().distinct().toList();
        if (counts.size() == 1) {
            tree.put("replicasPerNodeGroup", counts.get(0));
        }
    }

    private static String clusterMode(ReplicationGroup group) {
        return Boolean.TRUE.equals(group.clusterEnabled()) ? "enabled" : "disabled";
    }

    private static Optional<Integer> port(ReplicationGroup group) {
        return Stream.concat(
                        Stream.ofNullable(group.configurationEndpoint()),
                        group.nodeGroups().stream().flatMap(shard -> Stream.ofNullable(shard.primaryEndpoint())))
                .map(Endpoint::port)
                .findFirst();
    }

    private static Map<String, Object> logDeliveries(Object list) {
        Map<String, Object> byType = Pairs.keyed(list, "logType");
        byType.values().removeIf(it -> "disabling".equals(((Map<?, ?>) it).get("status")));
        byType.replaceAll((type, it) -> LogDestination.flat(Pairs.members(it)));
        return byType;
    }
}
