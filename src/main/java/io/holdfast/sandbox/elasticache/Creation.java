package io.holdfast.sandbox.elasticache;

import io.holdfast.sandbox.datastore.Tags;
import io.holdfast.sandbox.datastore.Values;
import io.holdfast.sandbox.wire.Input;
import java.util.Map;

/** {@code CreateReplicationGroup}: creating, available. */
final class Creation {

    private Creation() {}

    static Map<String, Object> create(Caches caches, Input input) {
        var id = Identifiers.replicationGroup(input.required("ReplicationGroupId"));
        input.required("ReplicationGroupDescription");
        input.required("CacheNodeType");
        if (caches.groups().containsKey(id)) {
            throw Refusal.exists("ReplicationGroupAlreadyExists", "Replication group " + id + " already exists.");
        }
        var topology = Topology.asked(input);
        var asked = Requested.toCreate(input);
        var values = Defaults.over(caches, asked, topology);
        check(caches, asked, values, topology);
        AuthTokens.settleNew(values);
        var group = new ReplicationGroup(id, values, Tags.from(input), caches.now());
        furnish(caches, group, topology, input);
        caches.groups().put(id, group);
        begin(caches, group, topology);
        return Map.of("ReplicationGroup", GroupAnswers.group(caches, group));
    }

    private static void check(Caches caches, Values<Setting> asked, Values<Setting> values, Topology topology) {
        var mode = values.text(Setting.CLUSTER_MODE);
        if (!mode.equals(ClusterMode.ENABLED) && !mode.equals(ClusterMode.DISABLED)) {
            throw Refusal.value("ClusterMode must be enabled or disabled for a new replication group.");
        }
        if (topology.replicas().size() > 1 && mode.equals(ClusterMode.DISABLED)) {
            throw Refusal.combination("Several node groups need cluster mode enabled.");
        }
        if (asked.has(Setting.TRANSIT_MODE) && !values.flag(Setting.TRANSIT_ENCRYPTION)) {
            throw Refusal.combination("TransitEncryptionMode needs TransitEncryptionEnabled.");
        }
        if (asked.has(Setting.KMS_KEY) && !values.flag(Setting.AT_REST_ENCRYPTION)) {
            throw Refusal.combination("KmsKeyId needs AtRestEncryptionEnabled.");
        }
        GroupRules.check(caches, values, topology.replicas());
    }

    private static void furnish(Caches caches, ReplicationGroup group, Topology topology, Input input) {
        for (int i = 0; i < topology.replicas().size(); i++) {
            var shard = new Shard(i + 1);
            shard.members()
                    .addAll(Nodes.make(caches, group, shard, topology.replicas().get(i) + 1));
            group.shards().add(shard);
        }
        Nodes.divideSlots(group);
        group.deliverLogs(LogDeliveries.asked(input));
        group.letIn(input.strings("UserGroupIds"));
    }

    private static void begin(Caches caches, ReplicationGroup group, Topology topology) {
        var takes = CacheTimes.CREATE.plus(CacheTimes.CREATE_NODE.multipliedBy(topology.nodes()));
        caches.after(takes, group, () -> {
            group.enter(Status.AVAILABLE);
            caches.log(group, "Replication group " + group.id() + " created");
        });
    }
}
