package io.holdfast.kind.replicationgroup;

import io.holdfast.aws.load.CacheGroup;
import io.holdfast.model.Ask;
import io.holdfast.model.Excuse;
import io.holdfast.model.Excuse.Reason;
import io.holdfast.model.Expectation;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import software.amazon.awssdk.services.elasticache.model.CacheCluster;
import software.amazon.awssdk.services.elasticache.model.CacheParameterGroupStatus;
import software.amazon.awssdk.services.elasticache.model.PendingModifiedValues;
import software.amazon.awssdk.services.elasticache.model.ReplicationGroup;
import software.amazon.awssdk.services.elasticache.model.ReplicationGroupPendingModifiedValues;
import software.amazon.awssdk.services.elasticache.model.UserGroupsUpdateStatus;

/**
 * What is on its way, field by field: pending values of the group, those of its nodes, which alone show what waits for
 * the maintenance window, and statuses that end in {@code -ing}.
 */
final class Transitions {
    private final List<Excuse> excuses = new ArrayList<>();
    private final Optional<Waypoint> waypoint;
    private final boolean isSteady;

    private Transitions(Optional<Expectation> expectation, boolean isSteady) {
        this.waypoint = expectation.map(Expectation::token).flatMap(Waypoint::parse);
        this.isSteady = isSteady;
    }

    static List<Excuse> of(Ask<ReplicationGroupState> ask, CacheGroup cache, boolean isSteady) {
        Transitions found = new Transitions(ask.expectation(), isSteady);
        found.ofGroup(cache.group());
        boolean immediately =
                ask.desired().flatMap(ReplicationGroupState::applyImmediately).orElse(false);
        // Who wants it at once is not content with what is parked: it is asked for again, without waiting.
        if (!isSteady || !immediately) {
            cache.nodes().stream()
                    .findFirst()
                    .map(CacheCluster::pendingModifiedValues)
                    .ifPresent(found::ofNode);
        }
        LiveGroup.spokesman(cache).ifPresentOrElse(found::ofSettings, found::ofNoNode);
        return List.copyOf(found.excuses);
    }

    /** A field of which nothing can be said now. */
    static Excuse unknown(String path, String sentence) {
        return new Excuse(path, Reason.IN_PROGRESS, sentence, Optional.empty(), Optional.empty());
    }

    private void ofGroup(ReplicationGroup group) {
        switch (String.valueOf(group.automaticFailoverAsString())) {
            case "enabling" -> coming("automaticFailover", Reason.IN_PROGRESS, "enabled");
            case "disabling" -> coming("automaticFailover", Reason.IN_PROGRESS, "disabled");
            default -> {}
        }
        group.logDeliveryConfigurations().stream()
                .filter(it -> String.valueOf(it.statusAsString()).endsWith("ing"))
                .forEach(it -> logDelivery(it.logTypeAsString()));
        Optional.ofNullable(group.pendingModifiedValues()).ifPresent(it -> ofGroup(group, it));
    }

    private void ofGroup(ReplicationGroup group, ReplicationGroupPendingModifiedValues pending) {
        coming("automaticFailover", Reason.IN_PROGRESS, pending.automaticFailoverStatusAsString());
        coming("clusterMode", Reason.IN_PROGRESS, pending.clusterModeAsString());
        coming("transitEncryption", Reason.IN_PROGRESS, pending.transitEncryptionEnabled());
        coming("transitEncryptionMode", Reason.IN_PROGRESS, pending.transitEncryptionModeAsString());
        pending.logDeliveryConfigurations().forEach(it -> logDelivery(it.logTypeAsString()));
        Optional.ofNullable(pending.userGroups())
                .ifPresent(it -> coming("userGroupIds", Reason.IN_PROGRESS, after(group.userGroupIds(), it)));
        if (pending.resharding() != null) {
            excuses.add(unknown("numNodeGroups", "ElastiCache is moving slots between shards"));
        }
    }

    private void ofNode(PendingModifiedValues pending) {
        Reason reason = isSteady ? Reason.PENDING_WINDOW : Reason.IN_PROGRESS;
        coming("nodeType", reason, pending.cacheNodeType());
        coming("engineVersion", reason, pending.engineVersion());
        // The engine itself is never listed; the version tells it.
        Optional.ofNullable(pending.engineVersion())
                .map(it -> EngineVersion.of(it).engine())
                .ifPresent(engine -> coming("engine", reason, engine));
        coming("transitEncryption", reason, pending.transitEncryptionEnabled());
        coming("transitEncryptionMode", reason, pending.transitEncryptionModeAsString());
    }

    private void ofSettings(CacheCluster node) {
        Optional.ofNullable(node.cacheParameterGroup()).ifPresent(this::ofParameters);
        node.securityGroups().stream()
                .filter(it -> it.status() != null && !it.status().equals("active"))
                .findFirst()
                .ifPresent(it -> excuses.add(
                        unknown("securityGroupIds", it.securityGroupId() + " is " + it.status() + " at the nodes")));
    }

    /** Amazon ElastiCache User Guide, Parameter management: in-sync, applying, pending-reboot. */
    private void ofParameters(CacheParameterGroupStatus group) {
        switch (String.valueOf(group.parameterApplyStatus())) {
            case "applying" -> coming("parameterGroup", Reason.IN_PROGRESS, group.cacheParameterGroupName());
            case "pending-reboot" ->
                excuses.add(Excuse.coming(
                        "parameterGroup",
                        Reason.PENDING_REBOOT,
                        group.cacheParameterGroupName(),
                        "some of its parameters take effect when a person reboots the nodes"));
            default -> {}
        }
    }

    private void ofNoNode() {
        LiveGroup.TOLD_BY_NODES.forEach(
                path -> excuses.add(unknown(path, "ElastiCache tells it as soon as the group has a node")));
    }

    private void logDelivery(String type) {
        excuses.add(unknown("logDeliveryConfigurations." + type, "ElastiCache is changing where the log goes"));
    }

    /** Something that AWS may not be about to change is no excuse; on a waypoint, neither is what it leads to a surprise. */
    private void coming(String path, Reason reason, Object value) {
        boolean known = excuses.stream().anyMatch(it -> it.path().equals(path));
        if (value == null || known) {
            return;
        }
        String sentence = reason == Reason.PENDING_WINDOW
                ? "ElastiCache makes it " + value + " in the maintenance window"
                : "ElastiCache is making it " + value;
        boolean onTheWay = waypoint.filter(it -> it.path().equals(path)).isPresent();
        excuses.add(onTheWay ? unknown(path, sentence) : Excuse.coming(path, reason, value, sentence));
    }

    private static List<String> after(List<String> live, UserGroupsUpdateStatus update) {
        List<String> after = new ArrayList<>(live);
        after.removeAll(update.userGroupIdsToRemove());
        after.addAll(update.userGroupIdsToAdd());
        return after;
    }
}
