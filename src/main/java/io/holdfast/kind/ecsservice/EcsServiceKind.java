package io.holdfast.kind.ecsservice;

import io.holdfast.aws.AwsAccess;
import io.holdfast.model.AwsTarget;
import io.holdfast.model.Excuse;
import io.holdfast.model.FieldTable;
import io.holdfast.model.Handler;
import io.holdfast.model.Kind;
import io.holdfast.model.KindName;
import io.holdfast.model.Named;
import io.holdfast.model.Permission;
import io.holdfast.model.Problem;
import io.holdfast.model.Reference;
import io.holdfast.model.References;
import io.holdfast.model.ResourceId;
import io.holdfast.model.Slot;
import io.holdfast.model.Step;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** An ECS service, declared under {@code services}. */
public final class EcsServiceKind implements Kind<EcsServiceState> {
    public static final KindName NAME = new KindName("service", "ecs-service");

    static final String CREATE = "ecs:CreateService";
    static final String UPDATE = "ecs:UpdateService";
    static final String TAG = "ecs:TagResource";
    static final String DELETE = "ecs:DeleteService";

    private static final KindName CLUSTER = new KindName("cluster", "ecs-cluster");
    private static final KindName SCALING = new KindName("scaling", "scalable-target");
    private static final KindName TASK_DEFINITION = new KindName("task-definition", "ecs-task-definition");

    private static final FieldTable<EcsServiceState> FIELDS = ServiceTable.fields();

    /** What another deployment controller decides: Amazon ECS API Reference, UpdateService, per controller. */
    private static final List<String> CONTROLLED =
            List.of("taskDefinition", "loadBalancers", "networkConfiguration", "platformVersion", "serviceRegistries");

    /** All about services of one account and region. */
    public static Handler<EcsServiceState> over(AwsAccess access) {
        return new Handler<>(
                new EcsServiceKind(),
                new EcsServiceObserver(access),
                new EcsServiceActuator(access),
                new EcsServiceExplorer(access));
    }

    @Override
    public KindName name() {
        return NAME;
    }

    @Override
    public Class<EcsServiceState> stateType() {
        return EcsServiceState.class;
    }

    @Override
    public Slot slot() {
        return Slot.of("services.*");
    }

    @Override
    public FieldTable<EcsServiceState> fields() {
        return FIELDS;
    }

    /** The cluster and the name, a slash between: unique where a name alone is not. */
    @Override
    public String key(EcsServiceState resolved) {
        return resolved.cluster() + "/" + resolved.name();
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
    public Permission permission(String call, AwsTarget at, EcsServiceState resolved) {
        return Permission.of(call, at, "service/" + key(resolved))
                .given("ecs:cluster", at.arn("ecs", "cluster/" + resolved.cluster()));
    }

    /** As whom ECS changes listener rules, calls hooks, makes volumes and asks for certificates. */
    @Override
    public List<Permission> passes(AwsTarget at, EcsServiceState resolved) {
        return Roles.in(resolved)
                .map(it -> Permission.toPass(it, at, "ecs.amazonaws.com"))
                .toList();
    }

    @Override
    public List<Step> deletion(EcsServiceState live) {
        return List.of(new Step(DELETE, List.of()));
    }

    /** Left alone with its target, a later service of the same name would be moved by rules nobody declares. */
    @Override
    public Set<KindName> goneFirst() {
        return Set.of(SCALING);
    }

    @Override
    public boolean carries(String key, String other) {
        return other.equals("service/" + key);
    }

    @Override
    public Set<String> counts() {
        return Set.of("desiredCount");
    }

    @Override
    public Set<ResourceId> needs(ResourceId self, EcsServiceState declared) {
        return Set.of(self.named(CLUSTER, declared.cluster()), self.sibling(TASK_DEFINITION));
    }

    @Override
    public Map<String, ResourceId> mentions(ResourceId self, EcsServiceState declared) {
        return Map.of("cluster", self.named(CLUSTER, declared.cluster()));
    }

    @Override
    public Map<String, ResourceId> follows(ResourceId self, EcsServiceState declared) {
        return Map.of("taskDefinition", self.sibling(TASK_DEFINITION));
    }

    @Override
    public EcsServiceState resolve(ResourceId self, EcsServiceState declared, References references) {
        String cluster = references
                .find(self.named(CLUSTER, declared.cluster()))
                .map(Reference::key)
                .orElseGet(() -> nameOf(declared.cluster()));
        Optional<String> revision =
                references.find(self.sibling(TASK_DEFINITION)).flatMap(Reference::arn);
        return declared.in(cluster, revision.or(declared::taskDefinition));
    }

    @Override
    public List<Problem> check(ResourceId self, EcsServiceState declared, References references) {
        return EcsServiceRules.problems(
                declared,
                references.find(self.sibling(TASK_DEFINITION)).isPresent(),
                references.declared(self.sibling(TASK_DEFINITION)),
                references.declared(self.named(CLUSTER, declared.cluster())));
    }

    /** What CodeDeploy or another controller deploys is not ours to deploy. */
    @Override
    public List<Excuse> excuses(EcsServiceState desired, EcsServiceState live, Instant now) {
        return live.deploymentController()
                .filter(it -> !it.type().equals("ECS"))
                .map(it -> CONTROLLED.stream()
                        .map(path -> Excuse.delegated(path, "owned by the deployment controller " + it.type()))
                        .toList())
                .orElse(List.of());
    }

    @Override
    public EcsServiceState exported(EcsServiceState live, Named named) {
        return Written.of(live, named.name(CLUSTER, live.cluster()).orElse(live.cluster()));
    }

    /** The name in an ARN of a cluster; a name is its own. */
    static String nameOf(String cluster) {
        return cluster.substring(cluster.lastIndexOf('/') + 1);
    }
}
