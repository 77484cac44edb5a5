package io.holdfast.sandbox.ecs;

import io.holdfast.sandbox.World;
import io.holdfast.sandbox.wire.Input;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;

/** How the PRIMARY deployment of a service comes to its end: completed, failed, or rolled back. */
final class Rollout {

    private final World world;
    private final EcsService service;

    Rollout(World world, EcsService service) {
        this.world = world;
        this.service = service;
    }

    /** A new deployment takes over; the one that was in progress is superseded. */
    Deployment open(ServiceRevision revision) {
        var tracking = new ServiceDeployment(world, service, revision);
        if (service.isDeploying()) {
            service.primary().tracking.end("STOPPED", "Superseded by " + tracking.arn + ".", now());
        }
        service.history.add(0, tracking);
        var deployment = new Deployment("ecs-svc/" + world.nextDigits(19), revision, tracking, now());
        service.deployments.add(0, deployment);
        service.steady = false;
        return deployment;
    }

    /** ECS has begun to act on it. */
    void begin() {
        service.primary().tracking.begin(now());
    }

    /** Completes the deployment once only its own healthy tasks are left, and says when a service has come to rest. */
    void conclude() {
        if (service.isDraining() || !hasOnlyItsOwnHealthyTasks()) {
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
            fail(deployment, "ECS deployment circuit breaker: tasks failed to start.");
        }
    }

    /** Gives up on the deployment in progress, and goes back where that is possible and wanted. */
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

    boolean isBlueGreen() {
        return !configuration().string("strategy").orElse("ROLLING").equals("ROLLING");
    }

    /** Whether the old tasks may go: traffic has moved, and the bake time is over. */
    boolean isHandedOver() {
        var primary = service.primary();
        if (primary.handedOver == null && ownHealthyTasks() >= service.desiredCount) {
            primary.handedOver = now().plus(world.pace().of(BlueGreen.handover(configuration())));
        }
        return primary.handedOver != null && !primary.handedOver.isAfter(now());
    }

    /** How long until the old tasks may go, if that is a matter of time only. */
    Optional<Duration> untilHandover() {
        var at = service.primary().handedOver;
        return at == null || !at.isAfter(now()) ? Optional.empty() : Optional.of(Duration.between(now(), at));
    }

    /** Rounded up, as ECS does. */
    long leastHealthy() {
        var percent = configuration().integer("minimumHealthyPercent").orElse(100);
        return (long) Math.ceil(service.desiredCount * percent / 100.0);
    }

    /** Rounded down, as ECS does; a blue/green rollout runs both sides in full. */
    long mostTasks() {
        var percent =
                isBlueGreen() ? 200 : configuration().integer("maximumPercent").orElse(200);
        return (long) Math.floor(service.desiredCount * percent / 100.0);
    }

    private void complete(Deployment deployment) {
        deployment.progress("COMPLETED", "ECS deployment " + deployment.id + " completed.", now());
        deployment.wasCompleted = true;
        deployment.tracking.complete(now());
        say("(deployment " + deployment.id + ") deployment completed.");
    }

    private void fail(Deployment deployment, String reason) {
        say("(deployment " + deployment.id + ") deployment failed: tasks failed to start.");
        var breaker = configuration().child("deploymentCircuitBreaker");
        var goBack = breaker.flatMap(settings -> settings.bool("rollback")).orElse(false);
        abandon(goBack && service.lastCompleted().isPresent(), reason);
    }

    /** The older deployment is PRIMARY again under its own id; the failed one lingers until its tasks are gone. */
    private void goBackTo(Deployment older, Deployment failing, String reason) {
        service.deployments.remove(older);
        service.deployments.add(0, older);
        service.members.keySet().removeAll(ServiceRevision.PINNED);
        service.members.putAll(older.revision.workload());
        older.tracking = failing.tracking;
        older.handedOver = now();
        older.progress(
                "IN_PROGRESS", "ECS deployment circuit breaker: rolling back to deploymentId " + older.id + ".", now());
        failing.tracking.startRollback(older.revision, reason, now());
        say("rolling back to deployment " + older.id + ".");
        new TaskScheduler(world, service).wakeSoon();
    }

    private boolean hasOnlyItsOwnHealthyTasks() {
        var others = service.tasks.stream()
                .filter(task -> task.deployment != service.primary())
                .anyMatch(task -> !task.isStopped());
        var wanted = service.tasksOf(service.primary()).stream()
                .filter(Task::isWanted)
                .count();
        return !others
                && !service.primary().isFailed()
                && wanted == service.desiredCount
                && ownHealthyTasks() == service.desiredCount;
    }

    private long ownHealthyTasks() {
        return service.tasksOf(service.primary()).stream()
                .filter(Task::isHealthy)
                .count();
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
