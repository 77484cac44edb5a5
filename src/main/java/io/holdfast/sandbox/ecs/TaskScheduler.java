package io.holdfast.sandbox.ecs;

import io.holdfast.sandbox.World;
import java.time.Instant;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.LongStream;
import java.util.stream.Stream;

/**
 * ECS's service scheduler: brings the number of tasks to what is asked for, within the percentages, and replaces the tasks of older
 * deployments. It acts whenever something happened: a request, a task that started, became healthy, failed or stopped.
 */
final class TaskScheduler {

    private final World world;
    private final EcsService service;
    private final Rollout rollout;
    private final TaskLife life;

    TaskScheduler(World world, EcsService service) {
        this.world = world;
        this.service = service;
        this.rollout = new Rollout(world, service);
        this.life = new TaskLife(world, service, this::step, rollout::countFailure);
    }

    /** Acts a little later, as ECS does after a request. */
    void wakeSoon() {
        world.timeline().after(world.pace().of(TaskTimes.REACTION), this::step);
    }

    /** Stops one task, which leads to another one being started. */
    void stop(Task task, String code, String reason) {
        life.stop(task, code, reason);
    }

    void step() {
        if (service.isGone() || service.deployments.isEmpty()) {
            return;
        }
        rollout.begin();
        stopAll(surplus());
        stopAll(replaceable());
        startMissing();
        rollout.conclude();
        rollout.blueGreen().pendingHandover().ifPresent(time -> world.timeline().at(time, this::step));
    }

    private List<Task> surplus() {
        var own = wantedOf(service.primary());
        return own.subList(0, Math.max(0, own.size() - service.desiredCount));
    }

    /** The tasks of older deployments that may go now without leaving too few healthy ones. */
    private List<Task> replaceable() {
        var bothSides = rollout.blueGreen().isUsed();
        if (service.primary().isFailed() || (bothSides && !rollout.blueGreen().isHandedOver())) {
            return service.isDraining() ? old() : List.of();
        }
        var healthy = service.tasks.stream().filter(Task::isHealthy).count();
        var spare = bothSides ? old().size() : Math.max(0, healthy - rollout.leastHealthy());
        var unhealthy = old().stream().filter(task -> !task.isHealthy());
        return Stream.concat(unhealthy, old().stream().filter(Task::isHealthy).limit(spare))
                .toList();
    }

    private void startMissing() {
        var primary = service.primary();
        if (primary.isFailed() || !service.isActive() || primary.nextStart.isAfter(now())) {
            return;
        }
        var living = service.tasks.stream().filter(task -> !task.isStopped()).count();
        var missing = Math.min(service.desiredCount - wantedOf(primary).size(), rollout.mostTasks() - living);
        if (missing > 0 && !service.isFargate()) {
            say("was unable to place a task because no container instance met all of its requirements.");
        } else if (missing > 0) {
            start(primary, missing);
        }
    }

    private void start(Deployment deployment, long count) {
        var started = LongStream.range(0, count)
                .mapToObj(number -> life.launch(deployment))
                .toList();
        service.steady = false;
        say("has started " + count + " tasks: " + names(started) + ".");
    }

    private void stopAll(List<Task> tasks) {
        if (!tasks.isEmpty()) {
            var reason = "Scaling activity initiated by (deployment " + service.primary().id + ")";
            tasks.forEach(task -> life.stop(task, "ServiceSchedulerInitiated", reason));
            say("has stopped " + tasks.size() + " running tasks: " + names(tasks) + ".");
        }
    }

    private List<Task> old() {
        return service.tasks.stream()
                .filter(task -> task.isWanted() && task.deployment != service.primary())
                .toList();
    }

    private List<Task> wantedOf(Deployment deployment) {
        return service.tasksOf(deployment).stream().filter(Task::isWanted).toList();
    }

    private void say(String message) {
        service.say(world.nextHex(32), now(), message);
    }

    private Instant now() {
        return world.timeline().now();
    }

    private static String names(List<Task> tasks) {
        return tasks.stream().map(task -> "(task " + task.id + ")").collect(Collectors.joining(" "));
    }
}
