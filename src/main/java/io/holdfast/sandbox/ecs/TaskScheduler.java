package io.holdfast.sandbox.ecs;

import io.holdfast.sandbox.World;
import java.time.Duration;
import java.util.List;
import java.util.stream.Collectors;

/**
 * ECS's service scheduler: brings the number of tasks to what is asked for, within the percentages, and replaces the tasks of older
 * deployments. It acts whenever something happened: a request, a task that started, became healthy, failed or stopped.
 */
final class TaskScheduler {

    private final World world;
    private final EcsService service;
    private final Rollout rollout;

    TaskScheduler(World world, EcsService service) {
        this.world = world;
        this.service = service;
        this.rollout = new Rollout(world, service);
    }

    /** Acts a little later, as ECS does after a request. */
    void wakeSoon() {
        after(TaskTimes.REACTION, this::step);
    }

    /** Stops one task, which leads to another one being started. */
    void stop(Task task, String code, String reason) {
        var leaving = task.isPending() || !behindLoadBalancer() ? TaskTimes.STOP : TaskTimes.DRAIN;
        task.leave(code, reason);
        service.steady = false;
        after(leaving, () -> stopped(task));
    }

    void step() {
        if (service.isGone() || service.deployments.isEmpty()) {
            return;
        }
        rollout.begin();
        stopAll(surplus(), "Scaling activity initiated by (deployment " + service.primary().id + ")");
        stopAll(replaceable(), "Scaling activity initiated by (deployment " + service.primary().id + ")");
        startMissing();
        rollout.conclude();
        watchHandover();
    }

    private List<Task> surplus() {
        var own = wantedOf(service.primary());
        return own.subList(0, Math.max(0, own.size() - service.desiredCount));
    }

    /** The tasks of older deployments that may go now without leaving too few healthy ones. */
    private List<Task> replaceable() {
        var old = service.tasks.stream()
                .filter(task -> task.isWanted() && task.deployment != service.primary())
                .toList();
        if (service.primary().isFailed() || (rollout.isBlueGreen() && !rollout.isHandedOver())) {
            return List.of();
        }
        var healthy = service.tasks.stream().filter(Task::isHealthy).count();
        var spare = rollout.isBlueGreen() ? old.size() : Math.max(0, healthy - rollout.leastHealthy());
        var unhealthy = old.stream().filter(task -> !task.isHealthy());
        var healthyOld = old.stream().filter(Task::isHealthy).limit(spare);
        return java.util.stream.Stream.concat(unhealthy, healthyOld).toList();
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
        var started = java.util.stream.LongStream.range(0, count)
                .mapToObj(number -> launch(deployment))
                .toList();
        service.steady = false;
        say("has started " + count + " tasks: " + names(started) + ".");
    }

    private Task launch(Deployment deployment) {
        var id = world.nextHex(32);
        var arn = world.arn("ecs", "task/" + service.cluster.name + "/" + id);
        var task = new Task(id, arn, deployment, now());
        service.tasks.add(task);
        after(TaskTimes.START, () -> started(task));
        return task;
    }

    private void started(Task task) {
        if (!task.isWanted()) {
            return;
        }
        var broken = task.deployment.revision.definition().brokenImage();
        if (broken.isPresent()) {
            failed(
                    task,
                    "CannotPullContainerError: pull image manifest has been retried 5 time(s): failed to resolve ref "
                            + broken.get());
        } else {
            task.start(now());
            after(TaskTimes.TRUSTED, () -> trusted(task));
        }
        step();
    }

    private void trusted(Task task) {
        task.pass();
        step();
    }

    private void failed(Task task, String reason) {
        var deployment = task.deployment;
        var pause = TaskTimes.retry(deployment.failedTasks++);
        deployment.nextStart = now().plus(world.pace().of(pause));
        after(pause, this::step);
        rollout.countFailure(deployment);
        task.leave("TaskFailedToStart", reason);
        stopped(task);
    }

    private void stopped(Task task) {
        task.stop(now());
        after(TaskTimes.REMEMBERED, () -> service.tasks.remove(task));
        step();
    }

    private void stopAll(List<Task> tasks, String reason) {
        if (!tasks.isEmpty()) {
            tasks.forEach(task -> stop(task, "ServiceSchedulerInitiated", reason));
            say("has stopped " + tasks.size() + " running tasks: " + names(tasks) + ".");
        }
    }

    private void watchHandover() {
        rollout.untilHandover().ifPresent(left -> world.timeline().after(left, this::step));
    }

    private List<Task> wantedOf(Deployment deployment) {
        return service.tasksOf(deployment).stream().filter(Task::isWanted).toList();
    }

    private boolean behindLoadBalancer() {
        return service.members.get("loadBalancers") instanceof List<?> balancers && !balancers.isEmpty();
    }

    private void after(Duration realistic, Runnable effect) {
        world.timeline().after(world.pace().of(realistic), effect);
    }

    private void say(String message) {
        service.say(world.nextHex(32), now(), message);
    }

    private java.time.Instant now() {
        return world.timeline().now();
    }

    private static String names(List<Task> tasks) {
        return tasks.stream().map(task -> "(task " + task.id + ")").collect(Collectors.joining(" "));
    }
}
