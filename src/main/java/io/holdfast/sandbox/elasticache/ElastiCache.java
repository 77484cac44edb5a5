package io.holdfast.sandbox.elasticache;

import static java.util.Map.entry;

import io.holdfast.sandbox.Call;
import io.holdfast.sandbox.Service;
import io.holdfast.sandbox.wire.AwsError;
import io.holdfast.sandbox.wire.Input;
import java.util.Map;

/** ElastiCache, as far as replication groups go (API version 2015-02-02). It keeps everything in the world of the call. */
public final class ElastiCache implements Service {

    /** The name requests for it are signed with. */
    public static final String NAME = "elasticache";

    private static final Map<String, Operation> OPERATIONS = Map.ofEntries(
            entry("CreateReplicationGroup", Creation::create),
            entry("DescribeReplicationGroups", Descriptions::groups),
            entry("ModifyReplicationGroup", Modification::modify),
            entry("ModifyReplicationGroupShardConfiguration", Resharding::modify),
            entry("IncreaseReplicaCount", ReplicaCount::increase),
            entry("DecreaseReplicaCount", ReplicaCount::decrease),
            entry("DeleteReplicationGroup", Deletion::delete),
            entry("DescribeCacheClusters", Descriptions::clusters),
            entry("DescribeCacheEngineVersions", Catalog::engineVersions),
            entry("ListAllowedNodeTypeModifications", Catalog::nodeTypes),
            entry("DescribeEvents", Notices::events),
            entry("AddTagsToResource", Tagging::add),
            entry("RemoveTagsFromResource", Tagging::remove),
            entry("ListTagsForResource", Tagging::list),
            entry("CreateCacheSubnetGroup", Groups::createSubnetGroup),
            entry("DescribeCacheSubnetGroups", Groups::describeSubnetGroups),
            entry("CreateCacheParameterGroup", Groups::createParameterGroup),
            entry("DescribeCacheParameterGroups", Groups::describeParameterGroups),
            entry("CreateSnapshot", Snapshots::create),
            entry("DescribeSnapshots", Snapshots::describe));

    @Override
    public Map<String, Object> call(Call call) {
        var operation = OPERATIONS.get(call.operation());
        if (operation == null) {
            throw AwsError.notImplemented(call.operation());
        }
        return operation.answer(Caches.of(call.world()), call.input());
    }

    @FunctionalInterface
    private interface Operation {
        Map<String, Object> answer(Caches caches, Input input);
    }
}
