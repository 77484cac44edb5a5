package io.holdfast.kind.ecscluster;

import static io.holdfast.model.Impact.IN_PLACE;
import static io.holdfast.model.Impact.REPLACEMENT;

import io.holdfast.aws.AwsAccess;
import io.holdfast.aws.CapacityStrategy;
import io.holdfast.aws.CapacityStrategy.Share;
import io.holdfast.kind.ecscluster.EcsClusterState.Configuration;
import io.holdfast.kind.ecscluster.EcsClusterState.ExecuteCommand;
import io.holdfast.kind.ecscluster.EcsClusterState.ManagedStorage;
import io.holdfast.kind.ecscluster.EcsClusterState.ServiceConnectDefaults;
import io.holdfast.kind.ecscluster.EcsClusterState.SessionLog;
import io.holdfast.model.AwsTarget;
import io.holdfast.model.Comparison;
import io.holdfast.model.Field;
import io.holdfast.model.FieldTable;
import io.holdfast.model.Handler;
import io.holdfast.model.Kind;
import io.holdfast.model.KindName;
import io.holdfast.model.Permission;
import io.holdfast.model.Problem;
import io.holdfast.model.References;
import io.holdfast.model.ResourceId;
import io.holdfast.model.Slot;
import io.holdfast.model.Step;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** An ECS cluster, declared under {@code clusters}. */
public final class EcsClusterKind implements Kind<EcsClusterState> {
    public static final KindName NAME = new KindName("cluster", "ecs-cluster");

    static final String CREATE = "ecs:CreateCluster";
    static final String UPDATE = "ecs:UpdateCluster";
    static final String PUT_PROVIDERS = "ecs:PutClusterCapacityProviders";
    static final String TAG = "ecs:TagResource";
    static final String DELETE = "ecs:DeleteCluster";

    private static final KindName SERVICE = new KindName("service", "ecs-service");

    /** Changing where new tasks go moves none that run. */
    private static final FieldTable<EcsClusterState> FIELDS = FieldTable.<EcsClusterState>changedBy(UPDATE)
            .row(Field.required("name", EcsClusterState::name, REPLACEMENT).by(CREATE))
            .row(Field.of("containerInsights", EcsClusterState::containerInsights, IN_PLACE))
            .group("configuration", EcsClusterState::configuration, configuration())
            .group("serviceConnectDefaults", EcsClusterState::serviceConnectDefaults, serviceConnect())
            .row(Field.of("capacityProviders", EcsClusterState::capacityProviders, IN_PLACE)
                    .compared(Comparison.unordered())
                    .by(PUT_PROVIDERS))
            .row(Field.of("defaultCapacityProviderStrategy", EcsClusterState::defaultCapacityProviderStrategy, IN_PLACE)
                    .compared(Comparison.unordered(Map.of("weight", 0, "base", 0)))
                    .by(PUT_PROVIDERS))
            .sharedEntries("tags", EcsClusterState::tags, TAG)
            .build();

    /** All about clusters of one account and region. */
    public static Handler<EcsClusterState> over(AwsAccess access) {
        return new Handler<>(
                new EcsClusterKind(),
                new EcsClusterObserver(access),
                new EcsClusterActuator(access),
                new EcsClusterExplorer(access));
    }

    @Override
    public KindName name() {
        return NAME;
    }

    @Override
    public Class<EcsClusterState> stateType() {
        return EcsClusterState.class;
    }

    @Override
    public Slot slot() {
        return Slot.of("clusters.*");
    }

    @Override
    public FieldTable<EcsClusterState> fields() {
        return FIELDS;
    }

    @Override
    public String key(EcsClusterState resolved) {
        return resolved.name();
    }

    @Override
    public List<String> createCalls() {
        return List.of(CREATE);
    }

    @Override
    public String adoptCall() {
        return TAG;
    }

    @Override
    public List<Problem> check(ResourceId self, EcsClusterState declared, References references) {
        List<Share> shares = declared.defaultCapacityProviderStrategy().orElse(List.of()).stream()
                .map(it -> new Share(it.capacityProvider(), it.weight(), it.base()))
                .toList();
        return CapacityStrategy.problems("defaultCapacityProviderStrategy", shares, declared.capacityProviders())
                .toList();
    }

    /** A cluster that is not there yet has no name for policies. */
    @Override
    public Permission permission(String call, AwsTarget at, EcsClusterState resolved) {
        return call.equals(CREATE) ? Permission.of(call) : Permission.of(call, at, "cluster/" + resolved.name());
    }

    /** ECS refuses it while anything is in it. */
    @Override
    public List<Step> deletion(EcsClusterState live) {
        return List.of(new Step(DELETE, List.of()));
    }

    @Override
    public Set<KindName> goneFirst() {
        return Set.of(SERVICE);
    }

    private static FieldTable<Configuration> configuration() {
        return FieldTable.<Configuration>changedBy(UPDATE)
                .group("executeCommandConfiguration", Configuration::executeCommandConfiguration, executeCommand())
                .group("managedStorageConfiguration", Configuration::managedStorageConfiguration, managedStorage())
                .build();
    }

    private static FieldTable<ExecuteCommand> executeCommand() {
        return FieldTable.<ExecuteCommand>changedBy(UPDATE)
                .row(Field.of("kmsKeyId", ExecuteCommand::kmsKeyId, IN_PLACE))
                .row(Field.of("logging", ExecuteCommand::logging, IN_PLACE))
                .group("logConfiguration", ExecuteCommand::logConfiguration, sessionLog())
                .build();
    }

    private static FieldTable<SessionLog> sessionLog() {
        Comparison off = Comparison.exact().defaultsTo(false);
        return FieldTable.<SessionLog>changedBy(UPDATE)
                .row(Field.of("cloudWatchLogGroupName", SessionLog::cloudWatchLogGroupName, IN_PLACE))
                .row(Field.of("cloudWatchEncryptionEnabled", SessionLog::cloudWatchEncryptionEnabled, IN_PLACE)
                        .compared(off))
                .row(Field.of("s3BucketName", SessionLog::s3BucketName, IN_PLACE))
                .row(Field.of("s3EncryptionEnabled", SessionLog::s3EncryptionEnabled, IN_PLACE)
                        .compared(off))
                .row(Field.of("s3KeyPrefix", SessionLog::s3KeyPrefix, IN_PLACE))
                .build();
    }

    private static FieldTable<ManagedStorage> managedStorage() {
        return FieldTable.<ManagedStorage>changedBy(UPDATE)
                .row(Field.of("kmsKeyId", ManagedStorage::kmsKeyId, IN_PLACE))
                .row(Field.of(
                        "fargateEphemeralStorageKmsKeyId", ManagedStorage::fargateEphemeralStorageKmsKeyId, IN_PLACE))
                .build();
    }

    private static FieldTable<ServiceConnectDefaults> serviceConnect() {
        return FieldTable.<ServiceConnectDefaults>changedBy(UPDATE)
                .row(Field.required("namespace", ServiceConnectDefaults::namespace, IN_PLACE)
                        .compared(Comparison.exact().emptyIsAbsent()))
                .build();
    }
}
