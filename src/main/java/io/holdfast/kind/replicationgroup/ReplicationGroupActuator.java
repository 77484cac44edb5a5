package io.holdfast.kind.replicationgroup;

import static io.holdfast.aws.BrokenPromise.unless;

import io.holdfast.aws.AwsAccess;
import io.holdfast.aws.Call;
import io.holdfast.aws.FinalSnapshot;
import io.holdfast.aws.Pages;
import io.holdfast.aws.Pairs;
import io.holdfast.aws.Sent;
import io.holdfast.aws.Shapes;
import io.holdfast.model.Actuator;
import io.holdfast.model.Fault;
import io.holdfast.model.Order;
import io.holdfast.model.Outcome;
import io.holdfast.model.Removal;
import io.holdfast.model.Step;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Supplier;
import software.amazon.awssdk.services.elasticache.ElastiCacheClient;
import software.amazon.awssdk.services.elasticache.model.AddTagsToResourceRequest;
import software.amazon.awssdk.services.elasticache.model.CreateReplicationGroupRequest;
import software.amazon.awssdk.services.elasticache.model.DecreaseReplicaCountRequest;
import software.amazon.awssdk.services.elasticache.model.DescribeSnapshotsResponse;
import software.amazon.awssdk.services.elasticache.model.IncreaseReplicaCountRequest;
import software.amazon.awssdk.services.elasticache.model.ModifyReplicationGroupRequest;
import software.amazon.awssdk.services.elasticache.model.ModifyReplicationGroupShardConfigurationRequest;
import software.amazon.awssdk.services.elasticache.model.ReplicationGroup;
import software.amazon.awssdk.services.elasticache.model.Snapshot;

/** Makes, changes and deletes replication groups. Nothing is ever done when a call returns: what it answers is the old group. */
final class ReplicationGroupActuator implements Actuator<ReplicationGroupState> {
    /** Usual are 5 to 20 minutes; a group of many shards takes longer. */
    private static final Duration CREATE_PATIENCE = Duration.ofMinutes(60);

    /** Usual are 10 to 40 minutes, with the amount of data in the slots that move. */
    private static final Duration RESHARD_PATIENCE = Duration.ofMinutes(90);

    /** Usual are 5 to 10 minutes. */
    private static final Duration REPLICA_PATIENCE = Duration.ofMinutes(30);

    /** With the final snapshot. */
    private static final Duration DELETE_PATIENCE = Duration.ofMinutes(60);

    private final AwsAccess access;
    private final Versions versions;

    ReplicationGroupActuator(AwsAccess access) {
        this.access = access;
        this.versions = new Versions(access);
    }

    @Override
    public Outcome create(Order<ReplicationGroupState> order) {
        return Call.act(ReplicationGroupKind.CREATE, () -> {
            Map<String, Object> tree = Spelling.create(order.desired(), order.ownershipTags());
            tree.computeIfPresent("engineVersion", (name, version) -> versions.highest(order.desired()));
            CreateReplicationGroupRequest request =
                    Shapes.fill(CreateReplicationGroupRequest.builder(), tree).build();
            ReplicationGroup made =
                    accepted(cache().createReplicationGroup(request).replicationGroup());
            return Outcome.underway(Waypoint.NONE, CREATE_PATIENCE, unless(made.arn(), "ReplicationGroup.ARN"));
        });
    }

    @Override
    public Outcome update(Order<ReplicationGroupState> order, Step step) {
        return switch (step.call()) {
            case ReplicationGroupKind.TAG ->
                tag(order, Sent.tags(step, order.desired().tags()));
            case ReplicationGroupKind.RESHARD -> reshard(order);
            case ReplicationGroupKind.MORE_REPLICAS, ReplicationGroupKind.FEWER_REPLICAS -> replicas(order, step);
            default -> modify(order, step);
        };
    }

    @Override
    public Outcome adopt(Order<ReplicationGroupState> order) {
        return tag(order, order.ownershipTags());
    }

    /** Never without a final snapshot: a group ElastiCache can take none of is refused, and stays. */
    @Override
    public Outcome delete(Removal<ReplicationGroupState> removal, Step step) {
        return Call.remove(ReplicationGroupKind.DELETE, () -> {
            String snapshot = FinalSnapshot.name(
                    ReplicationGroupKind.DELETE, removal.key(), removal.token(), snapshotsOf(removal.key()));
            accepted(cache().deleteReplicationGroup(request -> request.replicationGroupId(removal.key())
                            .retainPrimaryCluster(false)
                            .finalSnapshotIdentifier(snapshot))
                    .replicationGroup());
            return Outcome.underway(Waypoint.NONE, DELETE_PATIENCE);
        });
    }

    private List<String> snapshotsOf(String id) {
        return Call.read(
                "elasticache:DescribeSnapshots",
                () -> Pages.all(
                                marker -> access.reading()
                                        .cache()
                                        .describeSnapshots(request -> request.replicationGroupId(id)
                                                .snapshotSource("user")
                                                .marker(marker)),
                                DescribeSnapshotsResponse::hasSnapshots,
                                DescribeSnapshotsResponse::snapshots,
                                DescribeSnapshotsResponse::marker)
                        .stream()
                        .map(Snapshot::snapshotName)
                        .toList());
    }

    private Outcome modify(Order<ReplicationGroupState> order, Step step) {
        return act(ReplicationGroupKind.MODIFY, () -> {
            Modification modification = Modification.of(order, step, versions);
            ModifyReplicationGroupRequest request = Shapes.fill(
                            ModifyReplicationGroupRequest.builder(), modification.tree())
                    .build();
            accepted(cache().modifyReplicationGroup(request).replicationGroup());
            return Outcome.underway(modification.token(), modification.patience());
        });
    }

    private Outcome reshard(Order<ReplicationGroupState> order) {
        return act(ReplicationGroupKind.RESHARD, () -> {
            ModifyReplicationGroupShardConfigurationRequest request = Shapes.fill(
                            ModifyReplicationGroupShardConfigurationRequest.builder(), NodeCounts.shards(order))
                    .build();
            accepted(cache().modifyReplicationGroupShardConfiguration(request).replicationGroup());
            return Outcome.underway(Waypoint.NONE, RESHARD_PATIENCE);
        });
    }

    private Outcome replicas(Order<ReplicationGroupState> order, Step step) {
        boolean more = step.call().equals(ReplicationGroupKind.MORE_REPLICAS);
        return act(step.call(), () -> {
            NodeCounts counts = NodeCounts.replicas(order, more);
            accepted(more ? increase(counts) : decrease(counts));
            return Outcome.underway(counts.token(), REPLICA_PATIENCE);
        });
    }

    private ReplicationGroup increase(NodeCounts counts) {
        return cache().increaseReplicaCount(Shapes.fill(IncreaseReplicaCountRequest.builder(), counts.tree())
                        .build())
                .replicationGroup();
    }

    private ReplicationGroup decrease(NodeCounts counts) {
        return cache().decreaseReplicaCount(Shapes.fill(DecreaseReplicaCountRequest.builder(), counts.tree())
                        .build())
                .replicationGroup();
    }

    private Outcome tag(Order<ReplicationGroupState> order, Map<String, String> tags) {
        String arn = order.live().orElseThrow().facts().arn();
        Map<String, Object> tree = new HashMap<>();
        tree.put("resourceName", arn);
        tree.put("tags", Pairs.list(tags, "key", "value"));
        try {
            return act(ReplicationGroupKind.TAG, () -> {
                cache().addTagsToResource(Shapes.fill(AddTagsToResourceRequest.builder(), tree)
                        .build());
                return Outcome.done();
            });
        } finally {
            // Also after a lost reply: the tags may be there.
            access.caches().tags().forget(arn);
        }
    }

    /** AWS may find that all is as asked for: somebody was faster, or the last call did reach it. */
    private static Outcome act(String operation, Supplier<Outcome> call) {
        Outcome outcome = Call.act(operation, call);
        boolean nothingToDo = outcome instanceof Outcome.Failed failed && isNoOperation(failed.fault());
        return nothingToDo ? Outcome.done() : outcome;
    }

    private static boolean isNoOperation(Fault fault) {
        return fault.code().startsWith("NoOperation");
    }

    private static ReplicationGroup accepted(ReplicationGroup answer) {
        return unless(answer, "ReplicationGroup");
    }

    private ElastiCacheClient cache() {
        return access.writing().cache();
    }
}
