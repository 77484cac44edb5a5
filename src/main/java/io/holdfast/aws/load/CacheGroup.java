package io.holdfast.aws.load;

import static java.util.Objects.requireNonNull;

import java.util.List;
import software.amazon.awssdk.services.elasticache.model.CacheCluster;
import software.amazon.awssdk.services.elasticache.model.ReplicationGroup;

/**
 * A replication group with its nodes: engine version, parameter group and windows are told by the nodes only.
 *
 * @param group the group
 * @param nodes the cache clusters that say they belong to it, by id; a node being made or deleted may be missing
 */
public record CacheGroup(ReplicationGroup group, List<CacheCluster> nodes) {
    public CacheGroup {
        requireNonNull(group, "group");
        nodes = List.copyOf(nodes);
    }
}
