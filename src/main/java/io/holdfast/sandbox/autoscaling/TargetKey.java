package io.holdfast.sandbox.autoscaling;

import io.holdfast.sandbox.wire.AwsError;
import io.holdfast.sandbox.wire.Input;
import java.util.Map;
import java.util.regex.Pattern;

/**
 * The task count of one ECS service, which is the only thing scaled here.
 *
 * @param cluster the cluster's name
 * @param service the service's name
 */
record TargetKey(String cluster, String service) implements Comparable<TargetKey> {

    static final String NAMESPACE = "ecs";
    static final String DIMENSION = "ecs:service:DesiredCount";

    private static final Pattern RESOURCE_ID = Pattern.compile("service/([^/]+)/([^/]+)");

    /** The target a request names; refuses what Application Auto Scaling, or this sandbox, does not scale. */
    static TargetKey of(Input input) {
        requireEcs(input);
        var dimension = Errors.required(input, "ScalableDimension");
        if (!dimension.equals(DIMENSION)) {
            throw Errors.invalid("Unsupported service namespace, resource type or scalable dimension: " + dimension);
        }
        return of(Errors.required(input, "ResourceId"));
    }

    static TargetKey of(String resourceId) {
        var parts = RESOURCE_ID.matcher(resourceId);
        if (!parts.matches()) {
            throw Errors.invalid("Unsupported service namespace, resource type or scalable dimension: " + resourceId);
        }
        return new TargetKey(parts.group(1), parts.group(2));
    }

    static void requireEcs(Input input) {
        var namespace = Errors.required(input, "ServiceNamespace");
        if (!namespace.equals(NAMESPACE)) {
            throw AwsError.notImplemented("scaling of " + namespace);
        }
    }

    String resourceId() {
        return "service/" + cluster + "/" + service;
    }

    /** The members that name a target in every answer. */
    Map<String, Object> toWire() {
        return Map.of("ServiceNamespace", NAMESPACE, "ResourceId", resourceId(), "ScalableDimension", DIMENSION);
    }

    /** As AWS writes it into its refusals. */
    String inWords() {
        return "service namespace: " + NAMESPACE + ", resource ID: " + resourceId() + ", scalable dimension: "
                + DIMENSION;
    }

    @Override
    public int compareTo(TargetKey other) {
        return resourceId().compareTo(other.resourceId());
    }
}
