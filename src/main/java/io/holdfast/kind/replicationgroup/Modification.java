package io.holdfast.kind.replicationgroup;

import static java.util.Objects.requireNonNull;

import io.holdfast.aws.Patch;
import io.holdfast.aws.Sent;
import io.holdfast.aws.StateRecords;
import io.holdfast.model.Order;
import io.holdfast.model.Step;
import java.time.Duration;
import java.util.Map;
import java.util.Set;

/**
 * One {@code ModifyReplicationGroup}: what it says, and what it leads to.
 *
 * @param tree the call's members
 * @param token of the stage it leads to
 * @param patience how long that may take
 */
record Modification(Map<String, Object> tree, String token, Duration patience) {
    /** New nodes, another version or encryption go through the nodes one by one: usual are 10 to 30 minutes. */
    private static final Duration ROLLING_PATIENCE = Duration.ofMinutes(60);

    /** Usual are seconds to a few minutes. */
    private static final Duration SMALL_PATIENCE = Duration.ofMinutes(20);

    private static final Set<String> ROLLING =
            Set.of("nodeType", "engine", "engineVersion", "clusterMode", "transitEncryption", "transitEncryptionMode");

    /** Sent otherwise than by their declared value. */
    private static final Set<String> SPECIAL = Set.of(
            "engineVersion",
            "clusterMode",
            "transitEncryption",
            "transitEncryptionMode",
            "notificationTopic",
            "userGroupIds",
            "logDeliveryConfigurations");

    Modification {
        tree = Map.copyOf(tree);
        requireNonNull(token, "token");
        requireNonNull(patience, "patience");
    }

    static Modification of(Order<ReplicationGroupState> order, Step step, Versions versions) {
        ReplicationGroupState live = order.live().orElseThrow().state();
        Set<String> changing = Sent.members(step);
        Stage stage = Stage.next(live, order.desired(), changing);
        Map<String, Object> fields = StateRecords.tree(order.desired());
        fields.keySet().retainAll(changing);
        fields.keySet().removeAll(SPECIAL);
        fields.putAll(stage.fields());
        fields.putAll(versions.change(order.desired(), live, changing));
        Map<String, Object> tree = Spelling.sent(fields);
        tree.putAll(Connections.changed(live, Patch.of(order), step));
        tree.put("replicationGroupId", live.replicationGroupId());
        tree.put("applyImmediately", order.desired().applyImmediately().orElse(false));
        boolean rolls = changing.stream().anyMatch(ROLLING::contains);
        return new Modification(tree, stage.token(), rolls ? ROLLING_PATIENCE : SMALL_PATIENCE);
    }
}
