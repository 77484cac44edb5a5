package io.holdfast.sandbox.ecs;

import io.holdfast.sandbox.wire.Members;
import java.time.Instant;
import java.util.List;
import java.util.Map;

/** One task, as far as it can be seen from outside: it is made of time only. */
final class Task {

    final String id;
    final String arn;
    final Deployment deployment;
    private final Instant createdAt;
    private String lastStatus = "PROVISIONING";
    private boolean wanted = true;
    private boolean healthy;
    private Instant startedAt;
    private Instant stoppedAt;
    private String stopCode;
    private String stoppedReason;

    Task(String id, String arn, Deployment deployment, Instant now) {
        this.id = id;
        this.arn = arn;
        this.deployment = deployment;
        this.createdAt = now;
    }

    void start(Instant now) {
        lastStatus = "RUNNING";
        startedAt = now;
    }

    void pass() {
        healthy = isRunning();
    }

    void leave(String code, String reason) {
        wanted = false;
        healthy = false;
        stopCode = code;
        stoppedReason = reason;
        lastStatus = startedAt == null ? "DEPROVISIONING" : "DEACTIVATING";
    }

    void stop(Instant now) {
        lastStatus = "STOPPED";
        stoppedAt = now;
    }

    /** Whether it is meant to run. */
    boolean isWanted() {
        return wanted;
    }

    boolean isPending() {
        return wanted && startedAt == null;
    }

    boolean isRunning() {
        return lastStatus.equals("RUNNING");
    }

    boolean isHealthy() {
        return healthy;
    }

    boolean isStopped() {
        return stoppedAt != null;
    }

    Map<String, Object> answer(EcsService service) {
        var definition = deployment.revision.definition();
        return Members.none()
                .and("taskArn", arn)
                .and("clusterArn", service.cluster.arn)
                .and("taskDefinitionArn", definition.arn)
                .and("group", "service:" + service.name)
                .and("startedBy", deployment.id)
                .and("launchType", service.isFargate() ? "FARGATE" : "EC2")
                .and("lastStatus", lastStatus)
                .and("desiredStatus", wanted ? "RUNNING" : "STOPPED")
                .and("healthStatus", health(definition))
                .and("cpu", definition.member("cpu").orElse(null))
                .and("memory", definition.member("memory").orElse(null))
                .and("containers", containers(definition))
                .and("createdAt", createdAt)
                .and("startedAt", startedAt)
                .and("stoppedAt", stoppedAt)
                .and("stopCode", stopCode)
                .and("stoppedReason", stoppedReason)
                .map();
    }

    private String health(TaskDefinition definition) {
        return definition.hasHealthCheck() && healthy ? "HEALTHY" : "UNKNOWN";
    }

    private List<Map<String, Object>> containers(TaskDefinition definition) {
        return definition.containers().stream()
                .map(container -> Members.none()
                        .and("name", container.get("name"))
                        .and("image", container.get("image"))
                        .and("lastStatus", isRunning() ? "RUNNING" : isStopped() ? "STOPPED" : "PENDING")
                        .and("reason", stopCode != null && startedAt == null ? stoppedReason : null)
                        .map())
                .toList();
    }
}
