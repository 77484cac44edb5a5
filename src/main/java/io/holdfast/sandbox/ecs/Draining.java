package io.holdfast.sandbox.ecs;

import io.holdfast.sandbox.World;
import java.time.Duration;

/** The way of a deleted service: its tasks stop, then it is INACTIVE, and after a while it is forgotten. */
final class Draining {

    /** INACTIVE comes one to ten minutes after the delete (AWS-SEMANTICS, section 3, e9). */
    private static final Duration LOOK = Duration.ofMinutes(1);

    /** How long an INACTIVE service can still be described; AWS promises no time. */
    private static final Duration REMEMBERED = Duration.ofHours(1);

    private final World world;
    private final EcsService service;

    Draining(World world, EcsService service) {
        this.world = world;
        this.service = service;
    }

    void start() {
        var now = world.timeline().now();
        service.status = "DRAINING";
        service.desiredCount = 0;
        service.history.stream()
                .filter(ServiceDeployment::isOpen)
                .forEach(open -> open.end("STOPPED", "The service is being deleted.", now));
        new TaskScheduler(world, service).step();
        world.timeline().after(world.pace().of(LOOK), this::look);
    }

    private void look() {
        if (service.tasks.stream().allMatch(Task::isStopped)) {
            service.status = "INACTIVE";
            service.deployments.clear();
            world.timeline()
                    .after(world.pace().of(REMEMBERED), () -> service.cluster.services.remove(service.name, service));
        } else {
            world.timeline().after(world.pace().of(LOOK), this::look);
        }
    }
}
