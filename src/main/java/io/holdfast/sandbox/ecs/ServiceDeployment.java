package io.holdfast.sandbox.ecs;

import io.holdfast.sandbox.World;
import io.holdfast.sandbox.wire.Members;
import java.time.Instant;
import java.util.List;
import java.util.Map;

/** The record of one deployment, kept after it has ended: what was to be rolled out, and what came of it. */
final class ServiceDeployment {

    final String arn;
    final Instant createdAt;
    private final EcsService service;
    private final ServiceRevision target;
    private final List<ServiceRevision> sources;
    private final Object configuration;
    private final CircuitBreaker breaker;

    String status = "PENDING";
    private String statusReason;
    private Instant updatedAt;
    private Instant startedAt;
    private Instant finishedAt;
    private Instant stoppedAt;
    private Map<String, Object> rollback;

    ServiceDeployment(World world, EcsService service, ServiceRevision target) {
        this.arn = world.arn(
                "ecs", "service-deployment/" + service.cluster.name + "/" + service.name + "/" + world.nextHex(21));
        this.service = service;
        this.target = target;
        this.sources = service.deployments.stream()
                .map(deployment -> deployment.revision)
                .distinct()
                .toList();
        this.configuration = service.members.get("deploymentConfiguration");
        this.breaker = new CircuitBreaker(service);
        this.createdAt = world.timeline().now();
        this.updatedAt = createdAt;
    }

    boolean isOpen() {
        return finishedAt == null;
    }

    boolean isRollingBack() {
        return rollback != null;
    }

    boolean isStopRequested() {
        return status.equals("STOP_REQUESTED") || status.equals("ROLLBACK_REQUESTED");
    }

    void requestStop(boolean goBack, Instant now) {
        become(goBack ? "ROLLBACK_REQUESTED" : "STOP_REQUESTED", "Stopped by request.", now);
    }

    void begin(Instant now) {
        if (status.equals("PENDING")) {
            startedAt = now;
            become("IN_PROGRESS", null, now);
        }
    }

    /** Whether this failure is one too many for the circuit breaker. */
    boolean countFailure(Instant now) {
        updatedAt = now;
        return breaker.count();
    }

    void startRollback(ServiceRevision to, String reason, Instant now) {
        rollback = Members.none()
                .and("reason", reason)
                .and("startedAt", now)
                .and("serviceRevisionArn", to.arn())
                .map();
        become("ROLLBACK_IN_PROGRESS", reason, now);
    }

    void complete(Instant now) {
        if (isOpen()) {
            end(isRollingBack() ? "ROLLBACK_SUCCESSFUL" : "SUCCESSFUL", statusReason, now);
        }
    }

    void end(String endStatus, String reason, Instant now) {
        finishedAt = now;
        if (!endStatus.equals("SUCCESSFUL")) {
            stoppedAt = now;
        }
        become(endStatus, reason, now);
    }

    private void become(String newStatus, String reason, Instant now) {
        status = newStatus;
        statusReason = reason;
        updatedAt = now;
    }

    Map<String, Object> brief() {
        return Members.none()
                .and("serviceDeploymentArn", arn)
                .and("serviceArn", service.arn)
                .and("clusterArn", service.cluster.arn)
                .and("startedAt", startedAt)
                .and("createdAt", createdAt)
                .and("finishedAt", finishedAt)
                .and("targetServiceRevisionArn", target.arn())
                .and("status", status)
                .and("statusReason", statusReason)
                .map();
    }

    /**
     * The whole record.
     *
     * @param stage where a blue/green rollout stands; null for a rolling one
     */
    Map<String, Object> answer(String stage) {
        return Members.none()
                .and("serviceDeploymentArn", arn)
                .and("serviceArn", service.arn)
                .and("clusterArn", service.cluster.arn)
                .and("createdAt", createdAt)
                .and("startedAt", startedAt)
                .and("finishedAt", finishedAt)
                .and("stoppedAt", stoppedAt)
                .and("updatedAt", updatedAt)
                .and(
                        "sourceServiceRevisions",
                        sources.stream().map(this::summary).toList())
                .and("targetServiceRevision", summary(target))
                .and("status", status)
                .and("statusReason", statusReason)
                .and("lifecycleStage", stage)
                .and("deploymentConfiguration", configuration)
                .and("rollback", rollback)
                .and("deploymentCircuitBreaker", breaker.answer(isOpen()))
                .and("alarms", Members.none().and("status", "DISABLED").map())
                .map();
    }

    private Map<String, Object> summary(ServiceRevision revision) {
        var tasks = service.tasks.stream()
                .filter(task -> task.deployment.revision.arn().equals(revision.arn()))
                .toList();
        return Members.none()
                .and("arn", revision.arn())
                .and("requestedTaskCount", tasks.stream().filter(Task::isWanted).count())
                .and("runningTaskCount", tasks.stream().filter(Task::isRunning).count())
                .and("pendingTaskCount", tasks.stream().filter(Task::isPending).count())
                .map();
    }
}
