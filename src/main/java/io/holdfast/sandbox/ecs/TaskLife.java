package io.holdfast.sandbox.ecs;

import io.holdfast.sandbox.World;
import java.time.Duration;
import java.util.List;
import java.util.function.Consumer;

/** The life of a task over time: pending, running, trusted, leaving, stopped; or failed to start. */
final class TaskLife {

    private final World world;
    private final EcsService service;
    private final Runnable afterwards;
    private final Consumer<Deployment> onFailure;

    /**
     * Lives of a service's tasks.
     *
     * @param afterwards what to do after each step of a life
     * @param onFailure who hears of a task that failed to start
     */
    TaskLife(World world, EcsService service, Runnable afterwards, Consumer<Deployment> onFailure) {
        this.world = world;
        this.service = service;
        this.afterwards = afterwards;
        this.onFailure = onFailure;
    }

    Task launch(Deployment deployment) {
        var id = world.nextHex(32);
        var arn = world.arn("ecs", "task/" + service.cluster.name + "/" + id);
        var task = new Task(id, arn, deployment, world.timeline().now());
        service.tasks.add(task);
        after(TaskTimes.START, () -> start(task));
        return task;
    }

    void stop(Task task, String code, String reason) {
        var leaving = task.isPending() || !behindLoadBalancer() ? TaskTimes.STOP : TaskTimes.DRAIN;
        task.leave(code, reason);
        service.steady = false;
        after(leaving, () -> stopped(task));
    }

    private void start(Task task) {
        if (!task.isWanted()) {
            return;
        }
        var broken = task.deployment.revision.definition().brokenImage();
        if (broken.isPresent()) {
            fail(task, "CannotPullContainerError: failed to resolve ref " + broken.get() + ": not found");
        } else {
            task.start(world.timeline().now());
            after(TaskTimes.TRUSTED, () -> trust(task));
            afterwards.run();
        }
    }

    private void trust(Task task) {
        task.pass();
        afterwards.run();
    }

    private void fail(Task task, String reason) {
        var deployment = task.deployment;
        var pause = TaskTimes.retry(deployment.failedTasks++);
        deployment.nextStart = world.timeline().now().plus(world.pace().of(pause));
        after(pause, afterwards);
        onFailure.accept(deployment);
        task.leave("TaskFailedToStart", reason);
        stopped(task);
    }

    private void stopped(Task task) {
        task.stop(world.timeline().now());
        after(TaskTimes.REMEMBERED, () -> service.tasks.remove(task));
        afterwards.run();
    }

    private boolean behindLoadBalancer() {
        return service.members.get("loadBalancers") instanceof List<?> balancers && !balancers.isEmpty();
    }

    private void after(Duration realistic, Runnable effect) {
        world.timeline().after(world.pace().of(realistic), effect);
    }
}
