package io.holdfast.sandbox.ecs;

import io.holdfast.sandbox.Call;
import io.holdfast.sandbox.wire.Input;
import io.holdfast.sandbox.wire.Members;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;

/** The operations on task definitions. Registering has no token: asked twice, it makes two revisions. */
final class TaskDefinitions {

    /** Amazon ECS API Reference, ListTaskDefinitions and DeleteTaskDefinitions. */
    private static final int PER_PAGE = 100;

    private static final int DELETES_PER_CALL = 10;

    /** AWS keeps a deleted revision in this state until nothing uses it; here it goes after a while. */
    private static final Duration DELETION = Duration.ofHours(1);

    private TaskDefinitions() {}

    static Map<String, Object> register(Call call) {
        var input = call.input();
        TaskDefinitionRules.check(input);
        var tags = TagSet.of(input);
        var content = TaskDefinitionContent.of(call.world(), input);
        var family = EcsState.of(call.world()).families.computeIfAbsent(input.required("family"), Family::new);
        var revision = family.nextRevision();
        var arn = call.world().arn("ecs", "task-definition/" + family.name + ":" + revision);
        var now = call.world().timeline().now();
        var definition = new TaskDefinition(family.name, revision, arn, content, tags, now);
        family.revisions.put(revision, definition);
        return answer(definition, true);
    }

    static Map<String, Object> describe(Call call) {
        return answer(
                known(call, call.input().required("taskDefinition"), "Unable to describe task definition."),
                call.input().strings("include").contains("TAGS"));
    }

    static Map<String, Object> deregister(Call call) {
        var ref = call.input().required("taskDefinition");
        if (!Refs.name(ref).contains(":")) {
            throw EcsErrors.client("Invalid revision number. Number: null");
        }
        var definition = known(call, ref, "The specified task definition does not exist.");
        if (definition.isActive()) {
            definition.status = "INACTIVE";
            definition.deregisteredAt = call.world().timeline().now();
        }
        return answer(definition, false);
    }

    static Map<String, Object> delete(Call call) {
        var failures = new ArrayList<Map<String, Object>>();
        var deleted = new ArrayList<Map<String, Object>>();
        var refs = Refs.atMost(DELETES_PER_CALL, "taskDefinitions", call.input().strings("taskDefinitions"));
        for (var ref : refs) {
            var found = EcsState.of(call.world()).taskDefinition(ref);
            if (found.isEmpty()) {
                failures.add(Refs.missing(ref));
            } else if (found.get().isActive()) {
                failures.add(Members.none()
                        .and("arn", found.get().arn)
                        .and(
                                "reason",
                                "The specified task definition is still in ACTIVE status. Please deregister the target and try again.")
                        .map());
            } else {
                deleted.add(startDeletion(call, found.get()).answer());
            }
        }
        return Members.none()
                .and("taskDefinitions", deleted)
                .and("failures", failures)
                .map();
    }

    static Map<String, Object> list(Call call) {
        var input = call.input();
        var status = input.string("status").orElse("ACTIVE");
        var arns = EcsState.of(call.world()).families.values().stream()
                .filter(family ->
                        input.string("familyPrefix").map(family.name::equals).orElse(true))
                .flatMap(family -> family.revisions.values().stream())
                .filter(definition -> definition.status.equals(status))
                .sorted(order(input))
                .map(definition -> definition.arn)
                .toList();
        return Page.of(input, "taskDefinitionArns", arns, PER_PAGE, PER_PAGE);
    }

    private static Comparator<TaskDefinition> order(Input input) {
        var ascending = Comparator.comparing((TaskDefinition definition) -> definition.family)
                .thenComparingInt(definition -> definition.revision);
        return input.string("sort").orElse("ASC").equals("DESC") ? ascending.reversed() : ascending;
    }

    private static TaskDefinition startDeletion(Call call, TaskDefinition definition) {
        if (!definition.status.equals("DELETE_IN_PROGRESS")) {
            var world = call.world();
            definition.status = "DELETE_IN_PROGRESS";
            definition.deleteRequestedAt = world.timeline().now();
            var revisions = EcsState.of(world).families.get(definition.family).revisions;
            world.timeline().after(world.pace().of(DELETION), () -> revisions.remove(definition.revision));
        }
        return definition;
    }

    private static TaskDefinition known(Call call, String ref, String otherwise) {
        return EcsState.of(call.world()).taskDefinition(ref).orElseThrow(() -> EcsErrors.client(otherwise));
    }

    private static Map<String, Object> answer(TaskDefinition definition, boolean withTags) {
        List<Map<String, Object>> tags = withTags ? definition.tags.list() : null;
        return Members.none()
                .and("taskDefinition", definition.answer())
                .and("tags", tags)
                .map();
    }
}
