package io.holdfast.kind.ecstaskdefinition;

import static io.holdfast.kind.ecstaskdefinition.ContainerTable.rollout;
import static io.holdfast.model.Impact.ROLLOUT;

import io.holdfast.aws.AwsAccess;
import io.holdfast.kind.ecstaskdefinition.EcsTaskDefinitionState.EphemeralStorage;
import io.holdfast.kind.ecstaskdefinition.EcsTaskDefinitionState.Platform;
import io.holdfast.kind.ecstaskdefinition.EcsTaskDefinitionState.Proxy;
import io.holdfast.model.AwsTarget;
import io.holdfast.model.Difference;
import io.holdfast.model.Field;
import io.holdfast.model.FieldTable;
import io.holdfast.model.Handler;
import io.holdfast.model.Kind;
import io.holdfast.model.KindName;
import io.holdfast.model.Normal;
import io.holdfast.model.Permission;
import io.holdfast.model.Problem;
import io.holdfast.model.References;
import io.holdfast.model.ResourceId;
import io.holdfast.model.Slot;
import io.holdfast.model.Step;
import java.util.List;
import java.util.Optional;
import java.util.SortedMap;
import java.util.stream.Stream;

/** A task definition, declared as the {@code task} of a service. */
public final class EcsTaskDefinitionKind implements Kind<EcsTaskDefinitionState> {
    public static final KindName NAME = new KindName("task-definition", "ecs-task-definition");

    static final String REGISTER = "ecs:RegisterTaskDefinition";
    static final String TAG = "ecs:TagResource";

    private static final KindName SERVICE = new KindName("service", "ecs-service");

    static final FieldTable<EcsTaskDefinitionState> FIELDS = table();

    /** All about task definitions of one account and region. */
    public static Handler<EcsTaskDefinitionState> over(AwsAccess access) {
        return new Handler<>(
                new EcsTaskDefinitionKind(),
                new EcsTaskDefinitionObserver(access),
                new EcsTaskDefinitionActuator(access),
                new EcsTaskDefinitionExplorer(access));
    }

    @Override
    public KindName name() {
        return NAME;
    }

    @Override
    public Class<EcsTaskDefinitionState> stateType() {
        return EcsTaskDefinitionState.class;
    }

    @Override
    public Slot slot() {
        return Slot.of("services.*.task");
    }

    @Override
    public FieldTable<EcsTaskDefinitionState> fields() {
        return FIELDS;
    }

    @Override
    public String key(EcsTaskDefinitionState resolved) {
        return resolved.family().orElse("");
    }

    @Override
    public List<String> createCalls() {
        return List.of(REGISTER);
    }

    @Override
    public String adoptCall() {
        return TAG;
    }

    @Override
    public Permission permission(String call, AwsTarget at, EcsTaskDefinitionState resolved) {
        return Permission.of(call, at, "task-definition/" + key(resolved) + ":*");
    }

    @Override
    public List<Permission> passes(AwsTarget at, EcsTaskDefinitionState resolved) {
        return Stream.of(resolved.executionRoleArn(), resolved.taskRoleArn())
                .flatMap(Optional::stream)
                .distinct()
                .map(it -> Permission.toPass(it, at, "ecs-tasks.amazonaws.com"))
                .toList();
    }

    @Override
    public List<Problem> check(ResourceId self, EcsTaskDefinitionState declared, References references) {
        return EcsTaskDefinitionRules.problems(declared, isOnFargate(references.declared(self.sibling(SERVICE))));
    }

    /** A strategy mixes Fargate with nothing else. */
    private static boolean isOnFargate(SortedMap<String, Object> service) {
        return "FARGATE".equals(service.get("launchType"))
                || Normal.text(service.getOrDefault("capacityProviderStrategy", ""))
                        .contains("\"FARGATE");
    }

    /** A service's key is its cluster's name, a slash and its own. */
    @Override
    public EcsTaskDefinitionState resolve(ResourceId self, EcsTaskDefinitionState declared, References references) {
        return references
                .find(self.sibling(SERVICE))
                .map(service -> declared.of(service.key()))
                .orElse(declared);
    }

    /** A new revision brings its tags along. */
    @Override
    public List<Step> steps(List<Difference> differences) {
        boolean registers = differences.stream().anyMatch(it -> it.call().equals(REGISTER));
        return registers
                ? List.of(new Step(
                        REGISTER, differences.stream().map(Difference::path).toList()))
                : Step.perCall(differences);
    }

    private static FieldTable<EcsTaskDefinitionState> table() {
        return FieldTable.<EcsTaskDefinitionState>changedBy(REGISTER)
                .row(rollout("family", EcsTaskDefinitionState::family, Rules.exact()))
                .row(rollout("cpu", EcsTaskDefinitionState::cpu, Rules.exact()))
                .row(rollout("memory", EcsTaskDefinitionState::memory, Rules.exact()))
                .row(rollout("networkMode", EcsTaskDefinitionState::networkMode, Rules.or("bridge")))
                .row(rollout("requiresCompatibilities", EcsTaskDefinitionState::requiresCompatibilities, Rules.set()))
                .row(rollout("executionRoleArn", EcsTaskDefinitionState::executionRoleArn, Rules.role()))
                .row(rollout("taskRoleArn", EcsTaskDefinitionState::taskRoleArn, Rules.role()))
                .group("runtimePlatform", EcsTaskDefinitionState::runtimePlatform, platform())
                .group("ephemeralStorage", EcsTaskDefinitionState::ephemeralStorage, storage())
                .members("containers", EcsTaskDefinitionState::containers, ContainerTable.fields(), ROLLOUT)
                .members("volumes", EcsTaskDefinitionState::volumes, VolumeTable.fields(), ROLLOUT)
                .row(rollout("placementConstraints", EcsTaskDefinitionState::placementConstraints, Rules.orEmpty()))
                .group("proxyConfiguration", EcsTaskDefinitionState::proxyConfiguration, proxy())
                .row(rollout("pidMode", EcsTaskDefinitionState::pidMode, Rules.orEmpty()))
                .row(rollout("ipcMode", EcsTaskDefinitionState::ipcMode, Rules.orEmpty()))
                .row(rollout("enableFaultInjection", EcsTaskDefinitionState::enableFaultInjection, Rules.or(false)))
                .sharedEntries("tags", EcsTaskDefinitionState::tags, TAG)
                .build();
    }

    private static FieldTable<Platform> platform() {
        return FieldTable.<Platform>changedBy(REGISTER)
                .row(rollout("cpuArchitecture", Platform::cpuArchitecture, Rules.or("X86_64")))
                .row(rollout("operatingSystemFamily", Platform::operatingSystemFamily, Rules.or("LINUX")))
                .build();
    }

    private static FieldTable<EphemeralStorage> storage() {
        return FieldTable.<EphemeralStorage>changedBy(REGISTER)
                .row(Field.required("sizeInGiB", EphemeralStorage::sizeInGiB, ROLLOUT))
                .build();
    }

    private static FieldTable<Proxy> proxy() {
        return FieldTable.<Proxy>changedBy(REGISTER)
                .row(Field.required("containerName", Proxy::containerName, ROLLOUT))
                .row(rollout("type", Proxy::type, Rules.or("APPMESH")))
                .entries("properties", Proxy::properties, ROLLOUT)
                .build();
    }
}
