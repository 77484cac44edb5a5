package io.holdfast.kind.replicationgroup;

import io.holdfast.model.Problem;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * Combinations AWS refuses though each value is allowed by itself. Only what the YAML says is judged: what it leaves out
 * may be anything live.
 */
final class ReplicationGroupRules {
    private static final int SHORTEST_WINDOW_MINUTES = 60;
    private static final int MOST_NODES = 500;

    private ReplicationGroupRules() {}

    static List<Problem> problems(ReplicationGroupState group) {
        List<Problem> problems = new ArrayList<>();
        Stream.of(
                        nodeCount(group),
                        shards(group),
                        failover(group),
                        multiAz(group),
                        transitMode(group),
                        userGroups(group),
                        severalUserGroups(group),
                        size(group),
                        discovery(group),
                        key(group),
                        tiering(group))
                .flatMap(Optional::stream)
                .forEach(problems::add);
        problems.addAll(EngineRules.problems(group));
        windows(group).forEach(problems::add);
        return problems;
    }

    /** "Three nodes" may mean three shards or one with two replicas; the first has nothing to fail over to. */
    private static Optional<Problem> nodeCount(ReplicationGroupState group) {
        boolean ambiguous = group.numNodeGroups().isPresent()
                && group.replicasPerNodeGroup().isEmpty();
        return problem(
                ambiguous,
                "numNodeGroups",
                "the number of nodes is ambiguous: shards are declared, and how many replicas each has is not",
                "replicasPerNodeGroup as well");
    }

    private static Optional<Problem> shards(ReplicationGroupState group) {
        boolean several = group.numNodeGroups().filter(it -> it > 1).isPresent();
        boolean single = group.clusterMode().filter(it -> !it.equals("enabled")).isPresent();
        return problem(several && single, "numNodeGroups", "several shards need clusterMode: enabled", "1");
    }

    private static Optional<Problem> failover(ReplicationGroupState group) {
        if (is(group.automaticFailover(), "disabled")) {
            boolean sharded = is(group.clusterMode(), "enabled")
                    || group.numNodeGroups().filter(it -> it > 1).isPresent();
            return problem(sharded, "automaticFailover", "mandatory with cluster mode", "enabled");
        }
        boolean alone =
                is(group.automaticFailover(), "enabled") && is(group.clusterMode(), "disabled") && hasNoReplica(group);
        return problem(alone, "automaticFailover", "there is no replica to fail over to", "disabled");
    }

    private static Optional<Problem> multiAz(ReplicationGroupState group) {
        if (!is(group.multiAZ(), "enabled")) {
            return Optional.empty();
        }
        return problem(
                        is(group.automaticFailover(), "disabled"),
                        "multiAZ",
                        "Multi-AZ needs automaticFailover: enabled",
                        "disabled")
                .or(() -> problem(
                        hasNoReplica(group),
                        "multiAZ",
                        "Multi-AZ needs at least one replica in every shard",
                        "disabled"));
    }

    private static Optional<Problem> transitMode(ReplicationGroupState group) {
        boolean moot = group.transitEncryptionMode().isPresent()
                && !group.transitEncryption().orElse(false);
        return problem(moot, "transitEncryptionMode", "means nothing without transitEncryption: true", "");
    }

    private static Optional<Problem> userGroups(ReplicationGroupState group) {
        boolean open = group.userGroupIds().filter(it -> !it.isEmpty()).isPresent() && isOff(group.transitEncryption());
        return problem(open, "userGroupIds", "user groups need transitEncryption: true", "an empty list");
    }

    /** ElastiCache User Guide, Role-Based Access Control: one user group for a replication group. */
    private static Optional<Problem> severalUserGroups(ReplicationGroupState group) {
        boolean several = group.userGroupIds().filter(it -> it.size() > 1).isPresent();
        return problem(several, "userGroupIds", "a replication group has one user group", "one of them");
    }

    /** ElastiCache User Guide, Quotas: nodes per cluster with cluster mode enabled. */
    private static Optional<Problem> size(ReplicationGroupState group) {
        int nodes = group.numNodeGroups().orElse(1)
                * (1 + group.replicasPerNodeGroup().orElse(0));
        return problem(
                nodes > MOST_NODES,
                "numNodeGroups",
                nodes + " nodes are more than ElastiCache has in one group",
                "up to " + MOST_NODES + " nodes, replicas included");
    }

    private static Optional<Problem> discovery(ReplicationGroupState group) {
        Optional<String> network = group.networkType().filter(it -> !it.equals("dual_stack"));
        boolean differs = network.isPresent()
                && group.ipDiscovery().filter(it -> !it.equals(network.get())).isPresent();
        return problem(differs, "ipDiscovery", "the group has no such addresses", network.orElse(""));
    }

    private static Optional<Problem> key(ReplicationGroupState group) {
        boolean moot = group.kmsKeyId().isPresent() && isOff(group.atRestEncryption());
        return problem(moot, "kmsKeyId", "means nothing without atRestEncryption: true", "");
    }

    /** Amazon ElastiCache API Reference, CreateReplicationGroup, DataTieringEnabled. */
    private static Optional<Problem> tiering(ReplicationGroupState group) {
        boolean tiered = group.nodeType().startsWith("cache.r6gd.");
        boolean differs =
                group.dataTiering().filter(it -> it.equals("enabled") != tiered).isPresent();
        return problem(
                differs,
                "dataTiering",
                "goes with r6gd nodes, and these with it; nodeType is " + group.nodeType(),
                tiered ? "enabled" : "disabled");
    }

    private static Stream<Problem> windows(ReplicationGroupState group) {
        Stream<Problem> tooShort = Stream.of("snapshotWindow", "maintenanceWindow")
                .filter(path -> window(group, path)
                        .filter(it -> Windows.minutes(it) < SHORTEST_WINDOW_MINUTES)
                        .isPresent())
                .map(path -> new Problem(path, "shorter than an hour", "a span of at least an hour"));
        boolean overlap = group.snapshotWindow()
                .filter(snapshot -> group.maintenanceWindow()
                        .filter(it -> Windows.overlap(snapshot, it))
                        .isPresent())
                .isPresent();
        return Stream.concat(
                tooShort,
                problem(overlap, "snapshotWindow", "overlaps maintenanceWindow", "another hour of the day").stream());
    }

    private static Optional<String> window(ReplicationGroupState group, String path) {
        return path.equals("snapshotWindow") ? group.snapshotWindow() : group.maintenanceWindow();
    }

    private static boolean hasNoReplica(ReplicationGroupState group) {
        return group.replicasPerNodeGroup().filter(it -> it == 0).isPresent();
    }

    private static boolean is(Optional<String> field, String value) {
        return field.filter(value::equals).isPresent();
    }

    private static boolean isOff(Optional<Boolean> field) {
        return field.filter(it -> !it).isPresent();
    }

    private static Optional<Problem> problem(boolean found, String path, String message, String allowed) {
        return found ? Optional.of(new Problem(path, message, allowed)) : Optional.empty();
    }
}
