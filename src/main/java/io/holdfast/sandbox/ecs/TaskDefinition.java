package io.holdfast.sandbox.ecs;

import io.holdfast.sandbox.wire.Members;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** One revision. Its content never changes, its status does. */
final class TaskDefinition {

    /** A task whose image tag contains this never starts. */
    private static final String BROKEN = "broken";

    final String family;
    final int revision;
    final String arn;
    final TagSet tags;
    private final Map<String, Object> content;
    private final Instant registeredAt;
    String status = "ACTIVE";
    Instant deregisteredAt;
    Instant deleteRequestedAt;

    TaskDefinition(String family, int revision, String arn, Map<String, Object> content, TagSet tags, Instant now) {
        this.family = family;
        this.revision = revision;
        this.arn = arn;
        this.content = content;
        this.tags = tags;
        this.registeredAt = now;
    }

    boolean isActive() {
        return status.equals("ACTIVE");
    }

    String networkMode() {
        return content.get("networkMode").toString();
    }

    boolean supports(String launchType) {
        return content.get("compatibilities") instanceof List<?> list && list.contains(launchType);
    }

    Optional<String> member(String name) {
        return Optional.ofNullable(content.get(name)).map(Object::toString);
    }

    @SuppressWarnings("unchecked")
    List<Map<String, Object>> containers() {
        return (List<Map<String, Object>>) content.get("containerDefinitions");
    }

    Optional<Map<String, Object>> container(String name) {
        return containers().stream()
                .filter(container -> name.equals(container.get("name")))
                .findFirst();
    }

    /** The image that keeps its tasks from starting, if there is one. */
    Optional<String> brokenImage() {
        return containers().stream()
                .map(container -> String.valueOf(container.get("image")))
                .filter(image -> image.substring(image.lastIndexOf(':') + 1).contains(BROKEN))
                .findFirst();
    }

    boolean hasHealthCheck() {
        return containers().stream().anyMatch(container -> container.containsKey("healthCheck"));
    }

    Map<String, Object> answer() {
        return Members.none()
                .and("taskDefinitionArn", arn)
                .and("family", family)
                .and("revision", revision)
                .andAll(content)
                .and("status", status)
                .and("registeredAt", registeredAt)
                .and("registeredBy", "arn:aws:iam::" + arn.split(":", -1)[4] + ":user/sandbox")
                .and("deregisteredAt", deregisteredAt)
                .and("deleteRequestedAt", deleteRequestedAt)
                .map();
    }
}
