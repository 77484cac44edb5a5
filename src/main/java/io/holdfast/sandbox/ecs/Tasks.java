package io.holdfast.sandbox.ecs;

import io.holdfast.sandbox.Call;
import io.holdfast.sandbox.wire.Input;
import io.holdfast.sandbox.wire.Members;
import java.util.ArrayList;
import java.util.Map;
import java.util.Optional;

/** The tasks of services: looking at them, and stopping one by hand. */
final class Tasks {

    /** Amazon ECS API Reference, ListTasks and DescribeTasks. */
    private static final int PER_CALL = 100;

    private Tasks() {}

    static Map<String, Object> list(Call call) {
        var input = call.input();
        var cluster = EcsState.of(call.world()).cluster(input.string("cluster"));
        if (input.has("serviceName")) {
            EcsState.of(call.world()).service(Optional.of(cluster.name), input.required("serviceName"));
        }
        var arns = cluster.services.values().stream()
                .filter(service -> is(input, "serviceName", service.name))
                .flatMap(service -> service.tasks.stream())
                .filter(task -> is(input, "startedBy", task.deployment.id))
                .filter(task -> is(input, "family", task.deployment.revision.definition().family))
                .filter(task -> task.isWanted()
                        == input.string("desiredStatus").orElse("RUNNING").equals("RUNNING"))
                .map(task -> task.arn)
                .toList();
        return Page.of(input, "taskArns", arns, PER_CALL, PER_CALL);
    }

    static Map<String, Object> describe(Call call) {
        var cluster = EcsState.of(call.world()).cluster(call.input().string("cluster"));
        var found = new ArrayList<Map<String, Object>>();
        var failures = new ArrayList<Map<String, Object>>();
        for (var ref : Refs.atMost(PER_CALL, "Tasks", call.input().strings("tasks"))) {
            find(cluster, ref)
                    .ifPresentOrElse(
                            placed -> found.add(placed.task().answer(placed.service())),
                            () -> failures.add(Refs.missing(
                                    call.world().arn("ecs", "task/" + cluster.name + "/" + Refs.name(ref)))));
        }
        return Members.none().and("tasks", found).and("failures", failures).map();
    }

    static Map<String, Object> stop(Call call) {
        var cluster = EcsState.of(call.world()).cluster(call.input().string("cluster"));
        var placed = find(cluster, call.input().required("task"))
                .orElseThrow(() -> EcsErrors.invalid("The referenced task was not found."));
        if (placed.task().isWanted()) {
            new TaskScheduler(call.world(), placed.service())
                    .stop(
                            placed.task(),
                            "UserInitiated",
                            call.input().string("reason").orElse("Task stopped by user"));
        }
        return Members.of("task", placed.task().answer(placed.service()));
    }

    private static Optional<Placed> find(Cluster cluster, String ref) {
        return cluster.services.values().stream()
                .flatMap(service -> service.tasks.stream().map(task -> new Placed(service, task)))
                .filter(placed -> placed.task().id.equals(Refs.name(ref)))
                .findFirst();
    }

    private static boolean is(Input input, String member, String value) {
        return input.string(member)
                .map(Refs::name)
                .map(Refs.name(value)::equals)
                .orElse(true);
    }

    private record Placed(EcsService service, Task task) {}
}
