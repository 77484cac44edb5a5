package io.holdfast.sandbox;

import io.holdfast.sandbox.wire.Input;
import java.util.List;
import java.util.Objects;

/** Who asks what of whom: a request once its protocol has been read. */
record Asked(String account, String region, String service, String operation, Input input, String accessKey) {

    private static final List<String> READS = List.of("Describe", "List", "Get", "Assume", "Simulate");

    /** Where requests say what they are about, the most telling first. */
    private static final List<String> RESOURCE_MEMBERS = List.of(
            "serviceName",
            "service",
            "services",
            "family",
            "taskDefinition",
            "clusterName",
            "cluster",
            "clusters",
            "resourceArn",
            "serviceArn",
            "DBInstanceIdentifier",
            "DBParameterGroupName",
            "DBSubnetGroupName",
            "ReplicationGroupId",
            "CacheClusterId",
            "ResourceName",
            "ResourceId",
            "ResourceIds",
            "AlarmName",
            "AlarmNames",
            "RoleArn");

    boolean isRead() {
        return READS.stream().anyMatch(operation::startsWith);
    }

    String resource() {
        return RESOURCE_MEMBERS.stream()
                .map(input.raw()::get)
                .filter(Objects::nonNull)
                .findFirst()
                .map(Object::toString)
                .orElse("");
    }

    boolean isSameWorld(Asked other) {
        return account.equals(other.account) && region.equals(other.region);
    }
}
