package io.holdfast.sandbox.ecs;

import io.holdfast.sandbox.World;
import java.util.LinkedHashMap;

/** From the members of a service to a deployment of them. */
final class Workloads {

    private Workloads() {}

    /** The task definition a service may be pointed at. */
    static TaskDefinition definition(EcsState state, String ref) {
        var definition = state.taskDefinition(ref).orElseThrow(() -> EcsErrors.client("TaskDefinition not found."));
        if (!definition.isActive()) {
            throw EcsErrors.client("TaskDefinition is inactive");
        }
        return definition;
    }

    /** Starts a deployment of the service as it is now. */
    static void rollOut(World world, EcsService service, TaskDefinition definition) {
        var revision = revision(world, service, definition);
        service.revisions.add(revision);
        new Rollout(world, service).open(revision);
        new TaskScheduler(world, service).wakeSoon();
    }

    private static ServiceRevision revision(World world, EcsService service, TaskDefinition definition) {
        var workload = new LinkedHashMap<>(service.members);
        workload.keySet().retainAll(ServiceRevision.PINNED);
        var arn = world.arn(
                "ecs", "service-revision/" + service.cluster.name + "/" + service.name + "/" + world.nextDigits(19));
        return new ServiceRevision(arn, world.timeline().now(), definition, workload);
    }
}
