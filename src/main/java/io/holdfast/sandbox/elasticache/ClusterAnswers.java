package io.holdfast.sandbox.elasticache;

import io.holdfast.sandbox.wire.XmlList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** A member cache cluster in the words of the wire: what the group does not show is here. */
final class ClusterAnswers {

    private static final String LANDING_PAGE = "https://console.aws.amazon.com/elasticache/home#client-download:";

    private ClusterAnswers() {}

    static Map<String, Object> cluster(Caches caches, ReplicationGroup group, Member member, boolean withNodes) {
        var live = group.live();
        var answer = new LinkedHashMap<String, Object>();
        answer.put("CacheClusterId", member.id());
        answer.put("ClientDownloadLandingPage", LANDING_PAGE);
        answer.put("CacheNodeType", live.text(Setting.NODE_TYPE));
        answer.put("Engine", live.text(Setting.ENGINE));
        answer.put("EngineVersion", live.text(Setting.ENGINE_VERSION));
        answer.put("CacheClusterStatus", member.status());
        answer.put("NumCacheNodes", 1);
        answer.put("PreferredAvailabilityZone", member.zone());
        answer.put("CacheClusterCreateTime", member.createdAt());
        answer.put("PreferredMaintenanceWindow", live.text(Setting.MAINTENANCE_WINDOW));
        answer.put("PendingModifiedValues", PendingAnswers.ofMember(group));
        answer.put("NotificationConfiguration", notification(group));
        answer.put("CacheSecurityGroups", new XmlList("CacheSecurityGroup", List.of()));
        answer.put("CacheParameterGroup", parameterGroup(group));
        answer.put("CacheSubnetGroupName", live.text(Setting.SUBNET_GROUP));
        answer.put("CacheNodes", withNodes ? new XmlList("CacheNode", List.of(node(caches, group, member))) : null);
        settings(caches, group, member, answer);
        return answer;
    }

    private static void settings(Caches caches, ReplicationGroup group, Member member, Map<String, Object> answer) {
        var live = group.live();
        answer.put("AutoMinorVersionUpgrade", live.flag(Setting.AUTO_MINOR_UPGRADE));
        answer.put(
                "SecurityGroups",
                live.texts(Setting.SECURITY_GROUPS).stream()
                        .map(id -> Map.of("SecurityGroupId", id, "Status", "active"))
                        .toList());
        answer.put("ReplicationGroupId", group.id());
        answer.put("SnapshotRetentionLimit", live.number(Setting.SNAPSHOT_RETENTION));
        answer.put("SnapshotWindow", live.text(Setting.SNAPSHOT_WINDOW));
        answer.put("AuthTokenEnabled", !live.text(Setting.AUTH_TOKEN).isEmpty());
        answer.put("TransitEncryptionEnabled", live.flag(Setting.TRANSIT_ENCRYPTION));
        answer.put(
                "TransitEncryptionMode",
                live.flag(Setting.TRANSIT_ENCRYPTION) ? live.text(Setting.TRANSIT_MODE) : null);
        answer.put("AtRestEncryptionEnabled", live.flag(Setting.AT_REST_ENCRYPTION));
        answer.put("ARN", caches.world().arn("elasticache", "cluster:" + member.id()));
        answer.put("ReplicationGroupLogDeliveryEnabled", !group.logDeliveries().isEmpty());
        answer.put("LogDeliveryConfigurations", new XmlList("LogDeliveryConfiguration", group.logDeliveries()));
        answer.put("NetworkType", live.text(Setting.NETWORK_TYPE));
        answer.put("IpDiscovery", live.text(Setting.IP_DISCOVERY));
    }

    /** A topic that was removed stays visible as inactive. */
    private static Map<String, Object> notification(ReplicationGroup group) {
        var topic = group.live().text(Setting.TOPIC);
        return topic.isEmpty()
                ? null
                : Map.of("TopicArn", topic, "TopicStatus", group.live().text(Setting.TOPIC_STATUS));
    }

    private static Map<String, Object> parameterGroup(ReplicationGroup group) {
        var answer = new LinkedHashMap<String, Object>();
        answer.put("CacheParameterGroupName", group.live().text(Setting.PARAMETER_GROUP));
        answer.put("ParameterApplyStatus", "in-sync");
        answer.put("CacheNodeIdsToReboot", new XmlList("CacheNodeId", List.of()));
        return answer;
    }

    private static Map<String, Object> node(Caches caches, ReplicationGroup group, Member member) {
        var answer = new LinkedHashMap<String, Object>();
        answer.put("CacheNodeId", GroupAnswers.NODE);
        answer.put("CacheNodeStatus", member.status());
        answer.put("CacheNodeCreateTime", member.createdAt());
        answer.put("Endpoint", new Endpoints(caches, group).node(member));
        answer.put("ParameterGroupStatus", "in-sync");
        answer.put("CustomerAvailabilityZone", member.zone());
        return answer;
    }
}
