package io.holdfast.kind.ecstaskdefinition;

import static io.holdfast.aws.Pairs.keyed;
import static io.holdfast.aws.Pairs.list;
import static io.holdfast.aws.Pairs.map;
import static io.holdfast.aws.Pairs.members;
import static io.holdfast.aws.Pairs.unkeyed;

import io.holdfast.aws.Shapes;
import io.holdfast.aws.StateRecords;
import io.holdfast.aws.load.TaskDefinitions.Tagged;
import java.util.Map;
import java.util.Optional;
import java.util.function.UnaryOperator;
import software.amazon.awssdk.services.ecs.model.RegisterTaskDefinitionRequest;

/** A task definition in AWS's shape and in ours: the same members, with AWS's lists of named things as maps. */
final class TaskDefinitionShape {
    private TaskDefinitionShape() {}

    /** The state of a revision, as the service runs it. */
    static EcsTaskDefinitionState stateOf(Tagged revision, Optional<String> service) {
        Map<String, Object> tree = Shapes.tree(revision.definition());
        tree.computeIfPresent("cpu", (name, cpu) -> TaskSize.cpuUnits(String.valueOf(cpu)));
        tree.computeIfPresent("memory", (name, memory) -> TaskSize.mebibytes(String.valueOf(memory)));
        tree.put("tags", map(revision.tags().stream().map(Shapes::tree).toList(), "key", "value"));
        rename(tree, "containerDefinitions", "containers", all -> keyed(all, "name"));
        tree.computeIfPresent("containers", (name, all) -> each(all, TaskDefinitionShape::containerOf));
        tree.computeIfPresent("volumes", (name, all) -> keyed(all, "name"));
        tree.computeIfPresent("proxyConfiguration", (name, it) -> properties(it, all -> map(all, "name", "value")));
        service.ifPresent(key -> tree.put("service", key));
        return StateRecords.read(tree, EcsTaskDefinitionState.class);
    }

    /** The request that registers a state, without its tags. */
    static RegisterTaskDefinitionRequest.Builder requestFor(EcsTaskDefinitionState state) {
        Map<String, Object> tree = StateRecords.tree(state);
        tree.remove("service");
        tree.remove("tags");
        tree.computeIfPresent("containers", (name, all) -> each(all, TaskDefinitionShape::awsContainer));
        rename(tree, "containers", "containerDefinitions", all -> unkeyed(members(all), "name"));
        tree.computeIfPresent("volumes", (name, all) -> unkeyed(members(all), "name"));
        tree.computeIfPresent(
                "proxyConfiguration", (name, it) -> properties(it, all -> list(members(all), "name", "value")));
        RegisterTaskDefinitionRequest.Builder request = RegisterTaskDefinitionRequest.builder();
        Shapes.fill(request, tree);
        return request;
    }

    private static Map<String, Object> containerOf(Map<String, Object> container) {
        container.computeIfPresent("environment", (name, all) -> map(all, "name", "value"));
        container.computeIfPresent("secrets", (name, all) -> map(all, "name", "valueFrom"));
        container.computeIfPresent(
                "logConfiguration", (name, it) -> secretOptions(it, all -> map(all, "name", "valueFrom")));
        return container;
    }

    private static Map<String, Object> awsContainer(Map<String, Object> container) {
        container.computeIfPresent("environment", (name, all) -> list(members(all), "name", "value"));
        container.computeIfPresent("secrets", (name, all) -> list(members(all), "name", "valueFrom"));
        container.computeIfPresent(
                "logConfiguration", (name, it) -> secretOptions(it, all -> list(members(all), "name", "valueFrom")));
        return container;
    }

    private static Object secretOptions(Object logs, UnaryOperator<Object> change) {
        Map<String, Object> members = members(logs);
        members.computeIfPresent("secretOptions", (name, all) -> change.apply(all));
        return members;
    }

    private static Object properties(Object proxy, UnaryOperator<Object> change) {
        Map<String, Object> members = members(proxy);
        members.computeIfPresent("properties", (name, all) -> change.apply(all));
        return members;
    }

    private static Object each(Object map, UnaryOperator<Map<String, Object>> change) {
        Map<String, Object> changed = members(map);
        changed.replaceAll((name, member) -> change.apply(members(member)));
        return changed;
    }

    private static void rename(Map<String, Object> tree, String from, String to, UnaryOperator<Object> change) {
        Object value = tree.remove(from);
        if (value != null) {
            tree.put(to, change.apply(value));
        }
    }
}
