package io.holdfast.kind.ecsservice;

import static io.holdfast.aws.BrokenPromise.unless;
import static io.holdfast.aws.Pairs.list;
import static io.holdfast.aws.Pairs.map;
import static io.holdfast.aws.Pairs.members;

import io.holdfast.aws.Shapes;
import io.holdfast.aws.StateRecords;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.UnaryOperator;
import software.amazon.awssdk.services.ecs.model.Deployment;
import software.amazon.awssdk.services.ecs.model.Service;

/** A service in AWS's shape and in ours. */
final class ServiceShape {
    private static final String NETWORK = "networkConfiguration";
    private static final String AWSVPC = "awsvpcConfiguration";
    private static final String VOLUMES = "volumeConfigurations";
    private static final String EBS = "managedEBSVolume";
    private static final String TAG_SPECIFICATIONS = "tagSpecifications";

    private ServiceShape() {}

    /** The state of a service; what it runs, and some settings, stand on its primary deployment only. */
    static EcsServiceState stateOf(Service service, Optional<Deployment> primary) {
        Map<String, Object> tree = Shapes.tree(service);
        primary.map(Shapes::tree).ifPresent(deployment -> {
            copy(deployment, tree, "serviceConnectConfiguration");
            copy(deployment, tree, VOLUMES);
            copy(deployment, tree, "taskDefinition");
        });
        tree.put("name", unless(service.serviceName(), "serviceName"));
        tree.put("cluster", EcsServiceKind.nameOf(unless(service.clusterArn(), "clusterArn")));
        tree.computeIfPresent(NETWORK, (name, it) -> members(it).get(AWSVPC));
        tree.computeIfPresent("tags", (name, tags) -> map(tags, "key", "value"));
        tree.computeIfPresent(VOLUMES, (name, all) -> volumes(all, tags -> map(tags, "key", "value")));
        copy(tree, tree, "roleArn", "role");
        return StateRecords.read(tree, EcsServiceState.class);
    }

    /** The members of AWS's calls, less those each call names in its own way: name, cluster and tags. */
    static Map<String, Object> treeOf(EcsServiceState state) {
        Map<String, Object> tree = StateRecords.tree(state);
        List.of("name", "cluster", "tags").forEach(tree::remove);
        tree.computeIfPresent(NETWORK, (name, it) -> Map.of(AWSVPC, it));
        tree.computeIfPresent(VOLUMES, (name, all) -> volumes(all, tags -> list(members(tags), "key", "value")));
        return tree;
    }

    private static Object volumes(Object all, UnaryOperator<Object> tags) {
        return each(all, volume -> {
            volume.computeIfPresent(EBS, (name, it) -> {
                Map<String, Object> ebs = members(it);
                ebs.computeIfPresent(
                        TAG_SPECIFICATIONS,
                        (key, specifications) -> each(specifications, one -> {
                            one.computeIfPresent("tags", (own, held) -> tags.apply(held));
                            return one;
                        }));
                return ebs;
            });
            return volume;
        });
    }

    private static Object each(Object all, UnaryOperator<Map<String, Object>> change) {
        List<Object> changed = new ArrayList<>();
        ((Collection<?>) all).forEach(it -> changed.add(change.apply(members(it))));
        return changed;
    }

    private static void copy(Map<String, Object> from, Map<String, Object> to, String name) {
        copy(from, to, name, name);
    }

    private static void copy(Map<String, Object> from, Map<String, Object> to, String name, String as) {
        Object value = from.get(name);
        if (value != null) {
            to.put(as, value);
        }
    }
}
