package io.holdfast.kind.ecsservice;

import static io.holdfast.aws.BrokenPromise.unless;

import io.holdfast.model.Health;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import software.amazon.awssdk.services.ecs.model.Deployment;
import software.amazon.awssdk.services.ecs.model.Service;

/**
 * What a service tells of its deployments, rolling or otherwise.
 *
 * @param service as AWS described it
 * @param primary the one that is wanted; absent where another controller keeps task sets instead
 */
record Deployments(Service service, Optional<Deployment> primary) {
    /**
     * Without a circuit breaker ECS tries for ever. After this long a deployment no longer keeps others from starting,
     * or a bad image could never be replaced by a good one.
     */
    private static final Duration STUCK_AFTER = Duration.ofHours(1);

    static Deployments of(Service service) {
        Optional<Deployment> primary = service.deployments().stream()
                .filter(it -> "PRIMARY".equals(it.status()))
                .findFirst();
        primary.ifPresent(it -> unless(it.taskDefinition(), "deployments[].taskDefinition"));
        return new Deployments(service, primary);
    }

    /** The one with an id, while the service still shows it. */
    Optional<Deployment> find(String id) {
        return service.deployments().stream().filter(it -> id.equals(it.id())).findFirst();
    }

    /** What ECS is doing, so that nothing may be sent meanwhile. */
    Optional<String> underway(Instant now) {
        if (!"ACTIVE".equals(service.status())) {
            return Optional.of("the service is " + service.status());
        }
        return primary.filter(it -> isInFlight(it) && !isStuck(it, now)).map(this::sentence);
    }

    Health health() {
        if (!"ACTIVE".equals(service.status())) {
            return Health.of(Health.Status.PROGRESSING, "the service is " + service.status());
        }
        if (primary.filter(this::isInFlight).isPresent()) {
            return Health.of(Health.Status.PROGRESSING, sentence(primary.orElseThrow()));
        }
        if (primary.filter(it -> "FAILED".equals(it.rolloutStateAsString())).isPresent()) {
            return Health.of(Health.Status.DEGRADED, "the deployment failed: " + reason(primary.orElseThrow()));
        }
        return counts();
    }

    private Health counts() {
        int wanted = number(service.desiredCount());
        int running = number(service.runningCount());
        if (wanted == 0) {
            return Health.of(Health.Status.SUSPENDED, "no tasks are wanted");
        }
        if (running >= wanted) {
            return Health.healthy();
        }
        boolean starting = number(service.pendingCount()) > 0;
        return Health.of(
                starting ? Health.Status.PROGRESSING : Health.Status.DEGRADED,
                running + " of " + wanted + " tasks run" + lastEvent());
    }

    /** A state ECS leaves out is judged by what is left of the deployment before. */
    private boolean isInFlight(Deployment deployment) {
        String state = deployment.rolloutStateAsString();
        return state == null
                ? service.deployments().size() > 1
                : !List.of("COMPLETED", "FAILED").contains(state);
    }

    private static boolean isStuck(Deployment deployment, Instant now) {
        return deployment.createdAt() != null
                && deployment.createdAt().plus(STUCK_AFTER).isBefore(now);
    }

    private String sentence(Deployment deployment) {
        String failed = number(deployment.failedTasks()) == 0 ? "" : ", " + deployment.failedTasks() + " have failed";
        return "a deployment of " + EcsServiceKind.nameOf(deployment.taskDefinition()) + " is in progress: "
                + number(deployment.runningCount()) + " of " + number(deployment.desiredCount()) + " tasks run" + failed
                + (failed.isEmpty() ? "" : lastEvent());
    }

    private static String reason(Deployment deployment) {
        return deployment.rolloutStateReason() == null ? "ECS gives no reason" : deployment.rolloutStateReason();
    }

    private String lastEvent() {
        return service.events().stream()
                .findFirst()
                .map(it -> "; ECS says: " + it.message())
                .orElse("");
    }

    private static int number(Integer value) {
        return value == null ? 0 : value;
    }
}
