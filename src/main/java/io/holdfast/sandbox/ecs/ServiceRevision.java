package io.holdfast.sandbox.ecs;

import io.holdfast.sandbox.wire.Members;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Instant;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;

/**
 * What a deployment rolls out, once and for all.
 *
 * @param arn its ARN
 * @param createdAt when its deployment was asked for
 * @param definition the task definition it runs
 * @param workload the members of the service it pins down
 */
record ServiceRevision(String arn, Instant createdAt, TaskDefinition definition, Map<String, Object> workload) {

    /** The members of a service whose change takes new tasks. */
    static final List<String> PINNED = List.of(
            "taskDefinition",
            "capacityProviderStrategy",
            "launchType",
            "platformVersion",
            "platformFamily",
            "loadBalancers",
            "serviceRegistries",
            "networkConfiguration",
            "serviceConnectConfiguration",
            "volumeConfigurations",
            "vpcLatticeConfigurations");

    /** What {@code LATEST} means (Amazon ECS Developer Guide, Fargate platform versions). */
    private static final String LATEST = "1.4.0";

    /** The platform version the tasks really run on. */
    String platformVersion() {
        var asked = workload.get("platformVersion");
        return asked == null ? null : asked.equals("LATEST") ? LATEST : asked.toString();
    }

    Map<String, Object> answer(EcsService service) {
        var members = Members.none()
                .and("serviceRevisionArn", arn)
                .and("serviceArn", service.arn)
                .and("clusterArn", service.cluster.arn)
                .andAll(workload)
                .and("platformVersion", platformVersion())
                .and(
                        "containerImages",
                        definition.containers().stream()
                                .map(ServiceRevision::image)
                                .toList())
                .and("guardDutyEnabled", false)
                .and("createdAt", createdAt);
        return members.map();
    }

    private static Map<String, Object> image(Map<String, Object> container) {
        var image = String.valueOf(container.get("image"));
        return Members.none()
                .and("containerName", container.get("name"))
                .and("imageDigest", "sha256:" + digest(image))
                .and("image", image)
                .map();
    }

    private static String digest(String image) {
        try {
            var sha = MessageDigest.getInstance("SHA-256");
            return HexFormat.of().formatHex(sha.digest(image.getBytes(StandardCharsets.UTF_8)));
        } catch (NoSuchAlgorithmException everyJavaHasIt) {
            throw new IllegalStateException(everyJavaHasIt);
        }
    }
}
