package io.holdfast.aws.load;

import static java.util.Objects.requireNonNull;

/**
 * What makes an ECS service unique in a region.
 *
 * @param cluster name or ARN of its cluster
 * @param name its name
 */
public record ServiceKey(String cluster, String name) {
    public ServiceKey {
        requireNonNull(cluster, "cluster");
        requireNonNull(name, "name");
    }
}
