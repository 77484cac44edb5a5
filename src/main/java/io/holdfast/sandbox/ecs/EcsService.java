package io.holdfast.sandbox.ecs;

import io.holdfast.sandbox.wire.Input;
import io.holdfast.sandbox.wire.Members;
import java.time.Instant;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** One service: what it is asked to be, its deployments, its tasks, and what it has to tell. */
final class EcsService {

    /** DescribeServices shows the last hundred (Amazon ECS API Reference, Service). */
    private static final int EVENTS_KEPT = 100;

    final Cluster cluster;
    final String name;
    final String arn;
    final TagSet tags;
    final Instant createdAt;

    /** The request that made it: the same token with another request is refused. */
    final Map<String, Object> creation;

    /** The members of the service as asked for, defaults filled in. */
    final Map<String, Object> members = new LinkedHashMap<>();

    /** The PRIMARY first, then those it takes over from. */
    final List<Deployment> deployments = new ArrayList<>();

    /** Newest first. */
    final List<ServiceDeployment> history = new ArrayList<>();

    final List<ServiceRevision> revisions = new ArrayList<>();
    final List<Task> tasks = new ArrayList<>();

    private final Deque<Map<String, Object>> events = new ArrayDeque<>();

    String status = "ACTIVE";
    int desiredCount;
    boolean steady;

    EcsService(Cluster cluster, String name, String arn, Input input, Instant createdAt) {
        this.cluster = cluster;
        this.name = name;
        this.arn = arn;
        this.tags = TagSet.of(input);
        this.creation = input.raw();
        this.createdAt = createdAt;
    }

    boolean isActive() {
        return status.equals("ACTIVE");
    }

    boolean isDraining() {
        return status.equals("DRAINING");
    }

    boolean isGone() {
        return status.equals("INACTIVE");
    }

    boolean isFargate() {
        return "FARGATE".equals(members.get("launchType"))
                || !capacityProviders().isEmpty();
    }

    boolean isDeploying() {
        return !deployments.isEmpty() && primary().isInProgress();
    }

    Deployment primary() {
        return deployments.get(0);
    }

    /** Where a failed deployment goes back to: the newest that was once completed. */
    Optional<Deployment> lastCompleted() {
        return deployments.stream()
                .filter(deployment -> deployment.wasCompleted)
                .findFirst();
    }

    List<String> capacityProviders() {
        return new Input(members)
                .list("capacityProviderStrategy").stream()
                        .map(item -> item.required("capacityProvider"))
                        .toList();
    }

    /** A member of a structure of this service, such as {@code maximumPercent} of {@code deploymentConfiguration}. */
    Input structure(String member) {
        return new Input(members).child(member).orElseGet(() -> new Input(Map.of()));
    }

    List<Task> tasksOf(Deployment deployment) {
        return tasks.stream().filter(task -> task.deployment == deployment).toList();
    }

    void say(String id, Instant time, String message) {
        if (events.size() == EVENTS_KEPT) {
            events.removeLast();
        }
        events.addFirst(Members.none()
                .and("id", id)
                .and("createdAt", time)
                .and("message", "(service " + name + ") " + message)
                .map());
    }

    List<Map<String, Object>> events() {
        return List.copyOf(events);
    }
}
