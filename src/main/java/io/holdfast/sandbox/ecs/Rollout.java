package io.holdfast.sandbox.ecs;

import io.holdfast.sandbox.World;
import io.holdfast.sandbox.wire.Input;
import java.time.Instant;

/** How the PRIMARY deployment of a service comes to its end: completed, failed, or rolled back. */
final class Rollout {

    private final World world;
    private final EcsService service;
    private final BlueGreen blueGreen;

    Rollout(World world, EcsService service) {
        this.world = world;
        this.service = service;
        this.blueGreen = new BlueGreen(world, service);
    }

    /** A new deployment takes over; the one that was in progress is superseded. */
    void open(ServiceRevision revision) {
        var tracking = new ServiceDeployment(world, service, revision);
        if (service.isDeploying()) {
            service.primary().tracking.end("STOPPED", "Superseded by " + tracking.arn + ".", now());
        }
        service.history.add(0, tracking);
        service.deployments.add(0, new Deployment("ecs-svc/" + world.nextDigits(19), revision, tracking, now()));
        service.steady = false;
    }

    /** ECS has begun to act on it. */
    void begin() {
        service.primary().tracking.begin(now());
    }

    /** Completes the deployment once only its own healthy tasks are left, and says when a service has come to rest. */
    void conclude() {
        if (hasAllHealthy()) {
            blueGreen.noteHealthy();
        }
        if (service.isDraining() || !hasAllHealthy() || hasTasksOfOthers()) {
            return;
        }
        var primary = service.primary();
        service.deployments.removeIf(deployment -> deployment != primary);
        if (primary.isInProgress()) {
            complete(primary);
        }
        if (!service.steady) {
            service.steady = true;
            say("has reached a steady state.");
        }
    }

    /** The circuit breaker counts the tasks that failed to start. */
    void countFailure(Deployment deployment) {
        if (deployment == service.primary() && deployment.isInProgress() && deployment.tracking.countFailure(now())) {
            say("(deployment " + deployment.id + ") deployment failed: tasks failed to start.");
            var goBack = configuration()
                    .child("deploymentCircuitBreaker")
                    .flatMap(breaker -> breaker.bool("rollback"))
                    .orElse(false);
            abandon(
                    goBack && service.lastCompleted().isPresent(),
                    "ECS deployment circuit breaker: tasks failed to start.");
        }
    }

    /** Gives up on the deployment in progress, and goes back where that is wanted. The first one has nothing to go back to. */
    void abandon(boolean goBack, String reason) {
        var failing = service.primary();
        failing.progress("FAILED", reason, now());
        var completed = service.lastCompleted();
        if (goBack && completed.isPresent()) {
            goBackTo(completed.get(), failing, reason);
        } else {
            failing.tracking.end(goBack ? "ROLLBACK_FAILED" : "STOPPED", reason, now());
        }
    }

    BlueGreen blueGreen() {
        return blueGreen;
    }

    /** Rounded up, as ECS does. */
    long leastHealthy() {
        var percent = configuration().integer("minimumHealthyPercent").orElse(100);
        return (long) Math.ceil(service.desiredCount * percent / 100.0);
    }

    /** Rounded down, as ECS does; a blue/green rollout runs both sides in full. */
    long mostTasks() {
        var percent = blueGreen.isUsed()
                ? 200
                : configuration().integer("maximumPercent").orElse(200);
        return (long) Math.floor(service.desiredCount * percent / 100.0);
    }

    private void complete(Deployment deployment) {
        deployment.progress("COMPLETED", "ECS deployment " + deployment.id + " completed.", now());
        deployment.wasCompleted = true;
        if (blueGreen.isUsed() && !deployment.tracking.isRollingBack()) {
            blueGreen.swapSides();
        }
        deployment.tracking.complete(now());
        say("(deployment " + deployment.id + ") deployment completed.");
    }

    /** The older deployment is PRIMARY again under its own id; the failed one lingers until its tasks are gone. */
    private void goBackTo(Deployment older, Deployment failing, String reason) {
        service.deployments.remove(older);
        service.deployments.add(0, older);
        service.members.keySet().removeAll(ServiceRevision.PINNED);
        service.members.putAll(older.revision.workload());
        older.tracking = failing.tracking;
        older.progress(
                "IN_PROGRESS", "ECS deployment circuit breaker: rolling back to deploymentId " + older.id + ".", now());
        failing.tracking.startRollback(older.revision, reason, now());
        say("rolling back to deployment " + older.id + ".");
        new TaskScheduler(world, service).wakeSoon();
    }

    private boolean hasTasksOfOthers() {
        return service.tasks.stream()
                .filter(task -> task.deployment != service.primary())
                .anyMatch(task -> !task.isStopped());
    }

    private boolean hasAllHealthy() {
        var own = service.tasksOf(service.primary());
        return !service.primary().isFailed()
                && own.stream().filter(Task::isWanted).count() == service.desiredCount
                && own.stream().filter(Task::isHealthy).count() == service.desiredCount;
    }

    private Input configuration() {
        return service.structure("deploymentConfiguration");
    }

    private void say(String message) {
        service.say(world.nextHex(32), now(), message);
    }

    private Instant now() {
        return world.timeline().now();
    }
}
