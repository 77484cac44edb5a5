package io.holdfast.kind.ecscluster;

import static io.holdfast.aws.BrokenPromise.unless;

import io.holdfast.aws.AwsAccess;
import io.holdfast.aws.Call;
import io.holdfast.aws.Pairs;
import io.holdfast.aws.Patch;
import io.holdfast.aws.Sent;
import io.holdfast.aws.Shapes;
import io.holdfast.aws.StateRecords;
import io.holdfast.model.Actuator;
import io.holdfast.model.Order;
import io.holdfast.model.Outcome;
import io.holdfast.model.Removal;
import io.holdfast.model.Step;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import software.amazon.awssdk.services.ecs.EcsClient;
import software.amazon.awssdk.services.ecs.model.Cluster;
import software.amazon.awssdk.services.ecs.model.CreateClusterRequest;
import software.amazon.awssdk.services.ecs.model.PutClusterCapacityProvidersRequest;
import software.amazon.awssdk.services.ecs.model.TagResourceRequest;
import software.amazon.awssdk.services.ecs.model.UpdateClusterRequest;

/** Makes, changes and deletes ECS clusters. */
final class EcsClusterActuator implements Actuator<EcsClusterState> {
    /** Attaching takes seconds for Fargate and about a minute with managed scaling; ten is when something is wrong. */
    private static final Duration PATIENCE = Duration.ofMinutes(10);

    private final AwsAccess access;

    EcsClusterActuator(AwsAccess access) {
        this.access = access;
    }

    @Override
    public Outcome create(Order<EcsClusterState> order) {
        Map<String, Object> tree = tree(order.desired());
        Map<String, String> tags = new HashMap<>(order.desired().tags().orElse(Map.of()));
        tags.putAll(order.ownershipTags());
        tree.put("clusterName", order.desired().name());
        tree.put("tags", Pairs.list(tags, "key", "value"));
        return Call.act(EcsClusterKind.CREATE, () -> {
            CreateClusterRequest request =
                    Shapes.fill(CreateClusterRequest.builder(), tree).build();
            return accepted(ecs().createCluster(request).cluster());
        });
    }

    @Override
    public Outcome update(Order<EcsClusterState> order, Step step) {
        return switch (step.call()) {
            case EcsClusterKind.TAG ->
                tag(order, Sent.tags(step, order.desired().tags()));
            case EcsClusterKind.PUT_PROVIDERS -> putProviders(whole(order));
            default -> updateCluster(whole(order), Sent.members(step));
        };
    }

    @Override
    public Outcome adopt(Order<EcsClusterState> order) {
        return tag(order, order.ownershipTags());
    }

    /** Only an empty one goes: what is in it, ours or not, makes ECS say so, and then it is tried again later. */
    @Override
    public Outcome delete(Removal<EcsClusterState> removal, Step step) {
        String arn = removal.live().facts().arn();
        return Call.remove(EcsClusterKind.DELETE, () -> {
            Cluster cluster =
                    unless(ecs().deleteCluster(request -> request.cluster(arn)).cluster(), "cluster");
            return "INACTIVE".equals(cluster.status()) ? Outcome.done(arn) : Outcome.underway("", PATIENCE, arn);
        });
    }

    private Outcome updateCluster(EcsClusterState whole, Set<String> members) {
        Map<String, Object> tree = tree(whole);
        if (members.contains("containerInsights")) {
            members.add("settings");
        }
        tree.keySet().retainAll(members);
        tree.put("cluster", whole.name());
        return Call.act(EcsClusterKind.UPDATE, () -> {
            UpdateClusterRequest request =
                    Shapes.fill(UpdateClusterRequest.builder(), tree).build();
            unless(ecs().updateCluster(request).cluster(), "cluster");
            return Outcome.done();
        });
    }

    /** Both lists are required, and each replaces what is there: what is not declared is sent as it is. */
    private Outcome putProviders(EcsClusterState whole) {
        Map<String, Object> tree = tree(whole);
        tree.keySet().retainAll(Set.of("capacityProviders", "defaultCapacityProviderStrategy"));
        tree.putIfAbsent("capacityProviders", List.of());
        tree.putIfAbsent("defaultCapacityProviderStrategy", List.of());
        tree.put("cluster", whole.name());
        return Call.act(EcsClusterKind.PUT_PROVIDERS, () -> {
            PutClusterCapacityProvidersRequest request = Shapes.fill(PutClusterCapacityProvidersRequest.builder(), tree)
                    .build();
            unless(ecs().putClusterCapacityProviders(request).cluster(), "cluster");
            return Outcome.underway("", PATIENCE);
        });
    }

    private Outcome tag(Order<EcsClusterState> order, Map<String, String> tags) {
        String arn = order.live().orElseThrow().facts().arn();
        Map<String, Object> tree = Map.of("resourceArn", arn, "tags", Pairs.list(tags, "key", "value"));
        return Call.act(EcsClusterKind.TAG, () -> {
            ecs().tagResource(Shapes.fill(TagResourceRequest.builder(), tree).build());
            return Outcome.done();
        });
    }

    private static EcsClusterState whole(Order<EcsClusterState> order) {
        return Patch.of(order);
    }

    /** The members of the API; name and tags are named differently by each call. */
    private static Map<String, Object> tree(EcsClusterState state) {
        Map<String, Object> tree = StateRecords.tree(state);
        tree.remove("name");
        tree.remove("tags");
        Object insights = tree.remove("containerInsights");
        if (insights != null) {
            tree.put("settings", Pairs.list(Map.of("containerInsights", insights), "name", "value"));
        }
        return tree;
    }

    private static Outcome accepted(Cluster cluster) {
        String arn = unless(unless(cluster, "cluster").clusterArn(), "cluster.clusterArn");
        return "ACTIVE".equals(cluster.status()) && !"UPDATE_IN_PROGRESS".equals(cluster.attachmentsStatus())
                ? Outcome.done(arn)
                : Outcome.underway("", PATIENCE, arn);
    }

    private EcsClient ecs() {
        return access.writing().ecs();
    }
}
