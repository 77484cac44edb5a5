package io.holdfast.sandbox.elasticache;

import io.holdfast.sandbox.wire.XmlList;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.stream.IntStream;

/**
 * A replication group in the words of the wire. It lacks engine version, security groups, parameter group, subnet group, maintenance
 * window and topic: on AWS only the members show these.
 */
final class GroupAnswers {

    /** Every member is a single node, always of this id. */
    static final String NODE = "0001";

    private GroupAnswers() {}

    static Map<String, Object> group(Caches caches, ReplicationGroup group) {
        var live = group.live();
        var endpoints = new Endpoints(caches, group);
        var answer = new LinkedHashMap<String, Object>();
        answer.put("ReplicationGroupId", group.id());
        answer.put("Description", live.text(Setting.DESCRIPTION));
        answer.put("GlobalReplicationGroupInfo", Map.of());
        answer.put("Status", group.status());
        answer.put("PendingModifiedValues", PendingAnswers.ofGroup(caches, group));
        answer.put(
                "MemberClusters",
                new XmlList(
                        "ClusterId",
                        group.members().stream().map(Member::id).sorted().toList()));
        answer.put(
                "NodeGroups",
                new XmlList(
                        "NodeGroup",
                        group.shards().stream()
                                .map(shard -> nodeGroup(group, shard, endpoints))
                                .toList()));
        answer.put("SnapshottingClusterId", snapshottingCluster(group));
        answer.put("AutomaticFailover", PendingAnswers.automaticFailover(group));
        answer.put("MultiAZ", live.flag(Setting.MULTI_AZ) ? "enabled" : "disabled");
        answer.put("ConfigurationEndpoint", group.isClusterEnabled() ? endpoints.configuration() : null);
        settings(caches, group, answer);
        return answer;
    }

    private static void settings(Caches caches, ReplicationGroup group, Map<String, Object> answer) {
        var live = group.live();
        answer.put("SnapshotRetentionLimit", live.number(Setting.SNAPSHOT_RETENTION));
        answer.put("SnapshotWindow", live.text(Setting.SNAPSHOT_WINDOW));
        answer.put("ClusterEnabled", group.isClusterEnabled());
        answer.put("ClusterMode", live.text(Setting.CLUSTER_MODE));
        answer.put("CacheNodeType", live.text(Setting.NODE_TYPE));
        answer.put("AuthTokenEnabled", !live.text(Setting.AUTH_TOKEN).isEmpty());
        answer.put("TransitEncryptionEnabled", live.flag(Setting.TRANSIT_ENCRYPTION));
        answer.put(
                "TransitEncryptionMode",
                live.flag(Setting.TRANSIT_ENCRYPTION) ? live.text(Setting.TRANSIT_MODE) : null);
        answer.put("AtRestEncryptionEnabled", live.flag(Setting.AT_REST_ENCRYPTION));
        answer.put("KmsKeyId", live.get(Setting.KMS_KEY).orElse(null));
        answer.put("ARN", caches.arn(group));
        answer.put("UserGroupIds", group.userGroups());
        answer.put("LogDeliveryConfigurations", new XmlList("LogDeliveryConfiguration", group.logDeliveries()));
        answer.put("ReplicationGroupCreateTime", group.createdAt());
        answer.put("DataTiering", live.flag(Setting.DATA_TIERING) ? "enabled" : "disabled");
        answer.put("AutoMinorVersionUpgrade", live.flag(Setting.AUTO_MINOR_UPGRADE));
        answer.put("NetworkType", live.text(Setting.NETWORK_TYPE));
        answer.put("IpDiscovery", live.text(Setting.IP_DISCOVERY));
        answer.put("Engine", live.text(Setting.ENGINE));
    }

    private static Map<String, Object> nodeGroup(ReplicationGroup group, Shard shard, Endpoints endpoints) {
        boolean clusterEnabled = group.isClusterEnabled();
        var answer = new LinkedHashMap<String, Object>();
        answer.put("NodeGroupId", shard.id());
        answer.put("Status", group.status());
        answer.put("PrimaryEndpoint", clusterEnabled ? null : endpoints.primary());
        answer.put("ReaderEndpoint", clusterEnabled ? null : endpoints.reader());
        answer.put("Slots", shard.slots().isEmpty() ? null : shard.slots());
        answer.put(
                "NodeGroupMembers",
                new XmlList(
                        "NodeGroupMember",
                        IntStream.range(0, shard.members().size())
                                .mapToObj(i -> member(group, shard.members().get(i), i == 0, endpoints))
                                .toList()));
        return answer;
    }

    /** The role of a member is shown without cluster mode only. */
    private static Map<String, Object> member(
            ReplicationGroup group, Member member, boolean primary, Endpoints endpoints) {
        boolean clusterEnabled = group.isClusterEnabled();
        var answer = new LinkedHashMap<String, Object>();
        answer.put("CacheClusterId", member.id());
        answer.put("CacheNodeId", NODE);
        answer.put("ReadEndpoint", clusterEnabled ? null : endpoints.node(member));
        answer.put("PreferredAvailabilityZone", member.zone());
        answer.put("CurrentRole", clusterEnabled ? null : primary ? "primary" : "replica");
        return answer;
    }

    /** AWS takes snapshots from a replica when there is one. */
    private static String snapshottingCluster(ReplicationGroup group) {
        if (group.isClusterEnabled() || group.live().number(Setting.SNAPSHOT_RETENTION) == 0) {
            return null;
        }
        var members = group.shards().get(0).members();
        return members.get(members.size() - 1).id();
    }
}
