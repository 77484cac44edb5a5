package io.holdfast.kind.replicationgroup;

import static io.holdfast.model.Impact.INTERRUPTION;
import static io.holdfast.model.Impact.IN_PLACE;
import static io.holdfast.model.Impact.REPLACEMENT;

import io.holdfast.aws.AwsAccess;
import io.holdfast.kind.replicationgroup.ReplicationGroupState.LogDelivery;
import io.holdfast.model.AwsTarget;
import io.holdfast.model.Comparison;
import io.holdfast.model.Difference;
import io.holdfast.model.Field;
import io.holdfast.model.FieldTable;
import io.holdfast.model.Handler;
import io.holdfast.model.Kind;
import io.holdfast.model.KindName;
import io.holdfast.model.Named;
import io.holdfast.model.Permission;
import io.holdfast.model.Problem;
import io.holdfast.model.References;
import io.holdfast.model.ResourceId;
import io.holdfast.model.Slot;
import io.holdfast.model.Step;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;

/** An ElastiCache replication group, declared under {@code caches}. */
public final class ReplicationGroupKind implements Kind<ReplicationGroupState> {
    public static final KindName NAME = new KindName("cache", "elasticache-replication-group");

    static final String CREATE = "elasticache:CreateReplicationGroup";
    static final String MODIFY = "elasticache:ModifyReplicationGroup";
    static final String RESHARD = "elasticache:ModifyReplicationGroupShardConfiguration";
    static final String MORE_REPLICAS = "elasticache:IncreaseReplicaCount";
    static final String FEWER_REPLICAS = "elasticache:DecreaseReplicaCount";
    static final String DELETE = "elasticache:DeleteReplicationGroup";
    static final String TAG = "elasticache:AddTagsToResource";

    private static final Comparison EXACT = Comparison.exact();
    private static final Comparison ANY_CASE = Comparison.ignoringCase();

    static final FieldTable<ReplicationGroupState> FIELDS = FieldTable.<ReplicationGroupState>changedBy(MODIFY)
            .row(Field.required("replicationGroupId", ReplicationGroupState::replicationGroupId, REPLACEMENT)
                    .compared(ANY_CASE)
                    .by(CREATE))
            .row(Field.required("description", ReplicationGroupState::description, IN_PLACE))
            .row(Field.of("engine", ReplicationGroupState::engine, INTERRUPTION).compared(ANY_CASE))
            .row(Field.of("engineVersion", ReplicationGroupState::engineVersion, INTERRUPTION)
                    .compared(Comparison.version()))
            .row(Field.required("nodeType", ReplicationGroupState::nodeType, INTERRUPTION))
            // Clients that do not speak the cluster protocol are cut off.
            .row(Field.of("clusterMode", ReplicationGroupState::clusterMode, INTERRUPTION))
            .row(Field.of("numNodeGroups", ReplicationGroupState::numNodeGroups, IN_PLACE)
                    .by(RESHARD))
            .row(Field.of("replicasPerNodeGroup", ReplicationGroupState::replicas, IN_PLACE)
                    .by(MORE_REPLICAS)
                    .choosing(
                            (desired, live) -> Phase.isWantingAnywhere(desired, live) ? MORE_REPLICAS : FEWER_REPLICAS))
            .row(Field.of("automaticFailover", ReplicationGroupState::automaticFailover, IN_PLACE))
            .row(Field.of("multiAZ", ReplicationGroupState::multiAZ, IN_PLACE))
            .row(Field.of("parameterGroup", ReplicationGroupState::parameterGroup, IN_PLACE)
                    .compared(ANY_CASE))
            .row(Field.of("subnetGroup", ReplicationGroupState::subnetGroup, REPLACEMENT)
                    .compared(ANY_CASE)
                    .by(CREATE))
            .row(Field.of("securityGroupIds", ReplicationGroupState::securityGroupIds, IN_PLACE)
                    .compared(Comparison.unordered()))
            .row(Field.of("port", ReplicationGroupState::port, REPLACEMENT).by(CREATE))
            .row(Field.of("networkType", ReplicationGroupState::networkType, REPLACEMENT)
                    .by(CREATE))
            .row(Field.of("ipDiscovery", ReplicationGroupState::ipDiscovery, IN_PLACE))
            .row(Field.of("snapshotRetentionLimit", ReplicationGroupState::snapshotRetentionLimit, IN_PLACE)
                    .compared(EXACT.defaultsTo(0)))
            .row(Field.of("snapshotWindow", ReplicationGroupState::snapshotWindow, IN_PLACE)
                    .compared(ANY_CASE))
            .row(Field.of("maintenanceWindow", ReplicationGroupState::maintenanceWindow, IN_PLACE)
                    .compared(ANY_CASE))
            .row(Field.of("autoMinorVersionUpgrade", ReplicationGroupState::autoMinorVersionUpgrade, IN_PLACE))
            // Clients without TLS are cut off once it is required.
            .row(Field.of("transitEncryption", ReplicationGroupState::transitEncryption, INTERRUPTION)
                    .compared(EXACT.defaultsTo(false)))
            .row(Field.of("transitEncryptionMode", ReplicationGroupState::transitEncryptionMode, INTERRUPTION))
            .row(Field.of("atRestEncryption", ReplicationGroupState::atRestEncryption, REPLACEMENT)
                    .compared(EXACT.defaultsTo(false))
                    .by(CREATE))
            .row(Field.of("kmsKeyId", ReplicationGroupState::kmsKeyId, REPLACEMENT)
                    .compared(EXACT.in(ReplicationGroupKind::keyId))
                    .by(CREATE))
            .row(Field.of("dataTiering", ReplicationGroupState::dataTiering, REPLACEMENT)
                    .compared(EXACT.defaultsTo("disabled"))
                    .by(CREATE))
            .row(Field.of("userGroupIds", ReplicationGroupState::userGroupIds, IN_PLACE)
                    .compared(Comparison.unordered()))
            .row(Field.of("notificationTopic", ReplicationGroupState::notificationTopic, IN_PLACE)
                    .compared(EXACT.emptyIsAbsent()))
            .members(
                    "logDeliveryConfigurations",
                    ReplicationGroupState::logDeliveryConfigurations,
                    logDelivery(),
                    IN_PLACE)
            .sharedEntries("tags", ReplicationGroupState::tags, TAG)
            .build();

    /** All about replication groups of one account and region. */
    public static Handler<ReplicationGroupState> over(AwsAccess access) {
        return new Handler<>(
                new ReplicationGroupKind(),
                new ReplicationGroupObserver(access),
                new ReplicationGroupActuator(access),
                new ReplicationGroupExplorer(access));
    }

    @Override
    public KindName name() {
        return NAME;
    }

    @Override
    public Class<ReplicationGroupState> stateType() {
        return ReplicationGroupState.class;
    }

    @Override
    public Slot slot() {
        return Slot.of("caches.*");
    }

    @Override
    public FieldTable<ReplicationGroupState> fields() {
        return FIELDS;
    }

    @Override
    public String key(ReplicationGroupState resolved) {
        return resolved.replicationGroupId().toLowerCase(Locale.ROOT);
    }

    @Override
    public List<String> createCalls() {
        return List.of(CREATE);
    }

    @Override
    public String adoptCall() {
        return TAG;
    }

    /** Which of two calls changes the number of replicas shows when they have gone. */
    @Override
    public Set<String> calls(ReplicationGroupState declared) {
        Set<String> calls = Kind.super.calls(declared);
        if (calls.contains(MORE_REPLICAS)) {
            calls.add(FEWER_REPLICAS);
        }
        return calls;
    }

    @Override
    public Permission permission(String call, AwsTarget at, ReplicationGroupState resolved) {
        return Permission.of(call, at, "replicationgroup:" + key(resolved));
    }

    /** ElastiCache has no deletion protection; ours is the only one. */
    @Override
    public boolean holdsData() {
        return true;
    }

    @Override
    public List<Step> deletion(ReplicationGroupState live) {
        return List.of(new Step(DELETE, List.of()));
    }

    @Override
    public Optional<String> incarnation(ReplicationGroupState live) {
        return live.replicationGroupCreateTime();
    }

    @Override
    public Set<String> counts() {
        return Set.of("numNodeGroups", "replicasPerNodeGroup");
    }

    @Override
    public List<Problem> check(ResourceId self, ReplicationGroupState declared, References references) {
        return ReplicationGroupRules.problems(declared);
    }

    @Override
    public ReplicationGroupState exported(ReplicationGroupState live, Named named) {
        return Written.of(live);
    }

    @Override
    public List<Step> steps(List<Difference> differences) {
        return Phase.firstStep(differences);
    }

    private static FieldTable<LogDelivery> logDelivery() {
        return FieldTable.<LogDelivery>changedBy(MODIFY)
                .row(Field.of("destinationType", LogDelivery::destinationType, IN_PLACE))
                .row(Field.of("destination", LogDelivery::destination, IN_PLACE))
                .row(Field.of("logFormat", LogDelivery::logFormat, IN_PLACE))
                .build();
    }

    /** AWS shows a key by its ARN. */
    private static Object keyId(Object key) {
        String text = String.valueOf(key);
        return text.substring(text.lastIndexOf('/') + 1);
    }
}
