package io.holdfast.sandbox.elasticache;

import static io.holdfast.sandbox.elasticache.Setting.AUTOMATIC_FAILOVER;
import static io.holdfast.sandbox.elasticache.Setting.MULTI_AZ;
import static io.holdfast.sandbox.elasticache.Setting.PARAMETER_GROUP;
import static io.holdfast.sandbox.elasticache.Setting.SNAPSHOT_RETENTION;

import io.holdfast.sandbox.datastore.DailyWindow;
import io.holdfast.sandbox.datastore.Values;
import io.holdfast.sandbox.datastore.WeeklyWindow;
import java.util.List;

/** Everything a group has to comply with, made or changed. */
final class GroupRules {

    private static final int LONGEST_RETENTION = 35;
    private static final int SHORTEST_WINDOW = 60;

    private GroupRules() {}

    /**
     * Refuses what AWS would refuse.
     *
     * @param next the group as it would be
     * @param replicas the number of replicas of each shard
     */
    static void check(Caches caches, Values<Setting> next, List<Integer> replicas) {
        checkAvailability(next, replicas);
        checkParameterGroup(caches, next);
        checkWindows(next);
        if (!NodeTypes.isKnown(next.text(Setting.NODE_TYPE))) {
            throw Refusal.value("Invalid Cache Node Type: " + next.text(Setting.NODE_TYPE) + ".");
        }
        caches.subnetGroup(next.text(Setting.SUBNET_GROUP));
        next.texts(Setting.SECURITY_GROUPS).stream()
                .filter(id -> !id.startsWith("sg-"))
                .findFirst()
                .ifPresent(id -> {
                    throw Refusal.value("Some security group Ids do not exist: " + id);
                });
    }

    private static void checkAvailability(Values<Setting> next, List<Integer> replicas) {
        boolean clusterEnabled = next.text(Setting.CLUSTER_MODE).equals(ClusterMode.ENABLED);
        boolean replicated = replicas.stream().allMatch(count -> count > 0);
        if (clusterEnabled && !next.flag(AUTOMATIC_FAILOVER)) {
            throw Refusal.combination(
                    "Redis with cluster mode enabled cannot be created with auto failover turned off.");
        }
        if (!clusterEnabled && next.flag(AUTOMATIC_FAILOVER) && !replicated) {
            throw Refusal.combination(
                    "When using automatic failover, there must be at least 2 nodes in the replication group.");
        }
        if (next.flag(MULTI_AZ) && !next.flag(AUTOMATIC_FAILOVER)) {
            throw Refusal.combination("Multi-AZ can't be enabled while automatic failover is disabled.");
        }
        if (next.flag(MULTI_AZ) && !replicated) {
            throw Refusal.combination("Multi-AZ requires at least one replica in every node group.");
        }
    }

    private static void checkParameterGroup(Caches caches, Values<Setting> next) {
        var group = caches.parameterGroup(next.text(PARAMETER_GROUP));
        var version = EngineVersion.running(next.text(Setting.ENGINE_VERSION));
        if (!group.family().equals(version.family())) {
            throw Refusal.combination("Expected a parameter group of family " + version.family()
                    + " but found one of family " + group.family() + ".");
        }
        boolean clusterMode = !next.text(Setting.CLUSTER_MODE).equals(ClusterMode.DISABLED);
        if (group.clusterEnabled().filter(enabled -> enabled != clusterMode).isPresent()) {
            throw Refusal.combination("The parameter group " + group.name() + " doesn't go with cluster mode "
                    + next.text(Setting.CLUSTER_MODE) + ".");
        }
    }

    private static void checkWindows(Values<Setting> next) {
        int retention = next.number(SNAPSHOT_RETENTION);
        if (retention < 0 || retention > LONGEST_RETENTION) {
            throw Refusal.value("SnapshotRetentionLimit must be between 0 and " + LONGEST_RETENTION + ".");
        }
        var snapshot = DailyWindow.parse(next.text(Setting.SNAPSHOT_WINDOW))
                .filter(window -> window.minutes() >= SHORTEST_WINDOW)
                .orElseThrow(() -> Refusal.value("Invalid snapshot window: " + next.text(Setting.SNAPSHOT_WINDOW)));
        var maintenance = WeeklyWindow.parse(next.text(Setting.MAINTENANCE_WINDOW))
                .filter(window -> window.minutes() >= SHORTEST_WINDOW)
                .orElseThrow(
                        () -> Refusal.value("Invalid maintenance window: " + next.text(Setting.MAINTENANCE_WINDOW)));
        if (maintenance.overlaps(snapshot)) {
            throw Refusal.combination("The snapshot window and the maintenance window must not overlap.");
        }
    }
}
