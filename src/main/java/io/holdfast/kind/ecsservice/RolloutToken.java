package io.holdfast.kind.ecsservice;

import static java.util.Objects.requireNonNull;

import io.holdfast.aws.Answer;
import io.holdfast.model.Rollout;
import io.holdfast.model.Rollout.Status;
import java.time.DateTimeException;
import java.time.Duration;
import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import software.amazon.awssdk.services.ecs.model.Deployment;
import software.amazon.awssdk.services.ecs.model.ServiceDeployment;

/**
 * What tells our deployment from every other one: its id, as the answer to our call named it, and when AWS says it
 * began. The service deployment that carries its outcome has neither the id nor the revision in common, only the time.
 *
 * @param id of the primary deployment in the answer
 * @param createdAt by AWS's clock
 */
record RolloutToken(String id, Instant createdAt) {
    /** How far apart AWS may date the two. Deployments of ours lie further apart, because one waits for another. */
    static final Duration SKEW = Duration.ofSeconds(30);

    RolloutToken {
        requireNonNull(id, "id");
        requireNonNull(createdAt, "createdAt");
    }

    static RolloutToken of(Deployment deployment) {
        return new RolloutToken(deployment.id(), deployment.createdAt());
    }

    /** A token we wrote; empty for any other text. */
    static Optional<RolloutToken> read(String text) {
        int at = text.lastIndexOf('@');
        if (at < 0) {
            return Optional.empty();
        }
        try {
            return Optional.of(new RolloutToken(text.substring(0, at), Instant.parse(text.substring(at + 1))));
        } catch (DateTimeException foreign) {
            // Not ours: then there is no rollout to follow, which is what the answer says.
            return Optional.empty();
        }
    }

    /** How our deployment fares; empty while AWS tells nothing of it. */
    Optional<Rollout> rollout(Deployments shown, Optional<Answer<List<ServiceDeployment>>> told) {
        return told.flatMap(Answer::toOptional)
                .flatMap(this::ours)
                .map(this::byServiceDeployment)
                .or(() -> shown.find(id).map(this::byDeployment))
                .or(() -> told.filter(it -> it.trouble().isPresent()).flatMap(it -> replaced(shown)));
    }

    /** Without service deployments, a deployment that another one has replaced has not come true. */
    private Optional<Rollout> replaced(Deployments shown) {
        return shown.primary()
                .map(it -> new Rollout(
                        toString(), Status.FAILED, "another deployment is in its place: " + it.taskDefinition()));
    }

    private Optional<ServiceDeployment> ours(List<ServiceDeployment> told) {
        return told.stream().filter(it -> distance(it).compareTo(SKEW) <= 0).min(Comparator.comparing(this::distance));
    }

    private Duration distance(ServiceDeployment deployment) {
        return Duration.between(createdAt, deployment.createdAt()).abs();
    }

    private Rollout byServiceDeployment(ServiceDeployment deployment) {
        String status = String.valueOf(deployment.statusAsString());
        String reason = deployment.statusReason() == null ? "" : ": " + deployment.statusReason();
        return new Rollout(toString(), status(status), "service deployment " + status + reason);
    }

    /** Whatever AWS may invent means that it has not ended. */
    private static Status status(String status) {
        return switch (status) {
            case "SUCCESSFUL" -> Status.COMPLETED;
            case "ROLLBACK_SUCCESSFUL" -> Status.ROLLED_BACK;
            case "STOPPED", "ROLLBACK_FAILED" -> Status.FAILED;
            default -> Status.UNDERWAY;
        };
    }

    /** Only what a service itself shows: for regions and emulators that have no service deployments. */
    private Rollout byDeployment(Deployment deployment) {
        String state = String.valueOf(deployment.rolloutStateAsString());
        Status status = switch (state) {
            case "COMPLETED" -> Status.COMPLETED;
            case "FAILED" -> "PRIMARY".equals(deployment.status()) ? Status.FAILED : Status.ROLLED_BACK;
            default -> Status.UNDERWAY;
        };
        String reason = deployment.rolloutStateReason() == null ? "" : ": " + deployment.rolloutStateReason();
        return new Rollout(toString(), status, "deployment " + state + reason);
    }

    @Override
    public String toString() {
        return id + "@" + createdAt;
    }
}
