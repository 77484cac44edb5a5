package io.holdfast.sandbox.ecs;

import io.holdfast.sandbox.wire.Members;
import java.time.Instant;
import java.util.List;
import java.util.Map;

/** One entry of a service's {@code deployments}: a revision, and how many of its tasks run. */
final class Deployment {

    private static final List<String> SHOWN = List.of(
            "capacityProviderStrategy",
            "launchType",
            "platformFamily",
            "networkConfiguration",
            "serviceConnectConfiguration",
            "volumeConfigurations",
            "vpcLatticeConfigurations");

    final String id;
    final ServiceRevision revision;
    final Instant createdAt;

    /** What it is tracked by; a rollback to it goes on under the tracking of the deployment that failed. */
    ServiceDeployment tracking;

    Instant updatedAt;
    String rolloutState = "IN_PROGRESS";
    String rolloutStateReason;
    int failedTasks;
    boolean wasCompleted;

    /** ECS starts tasks less and less often when they keep failing. */
    Instant nextStart;

    /** When the tasks of a blue/green rollout were all healthy and traffic began to move; null until then. */
    Instant scaledUp;

    Deployment(String id, ServiceRevision revision, ServiceDeployment tracking, Instant now) {
        this.id = id;
        this.revision = revision;
        this.tracking = tracking;
        this.createdAt = now;
        this.nextStart = now;
        progress("IN_PROGRESS", "ECS deployment " + id + " in progress.", now);
    }

    boolean isInProgress() {
        return rolloutState.equals("IN_PROGRESS");
    }

    boolean isFailed() {
        return rolloutState.equals("FAILED");
    }

    void progress(String state, String reason, Instant now) {
        rolloutState = state;
        rolloutStateReason = reason;
        updatedAt = now;
    }

    Map<String, Object> answer(EcsService service) {
        var tasks = service.tasksOf(this);
        var primary = service.primary() == this;
        var wanted = (int) tasks.stream().filter(Task::isWanted).count();
        var members = Members.none()
                .and("id", id)
                .and("status", primary ? "PRIMARY" : "ACTIVE")
                .and("taskDefinition", revision.definition().arn)
                .and("desiredCount", primary ? service.desiredCount : wanted)
                .and("pendingCount", tasks.stream().filter(Task::isPending).count())
                .and("runningCount", tasks.stream().filter(Task::isRunning).count())
                .and("failedTasks", failedTasks)
                .and("createdAt", createdAt)
                .and("updatedAt", updatedAt);
        SHOWN.forEach(name -> members.and(name, revision.workload().get(name)));
        return members.and("platformVersion", revision.platformVersion())
                .and("rolloutState", rolloutState)
                .and("rolloutStateReason", rolloutStateReason)
                .map();
    }
}
