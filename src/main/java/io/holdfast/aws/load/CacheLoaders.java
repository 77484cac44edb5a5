package io.holdfast.aws.load;

import static io.holdfast.aws.BrokenPromise.unless;
import static java.util.stream.Collectors.groupingBy;
import static java.util.stream.Collectors.toMap;

import io.holdfast.aws.Answer;
import io.holdfast.aws.Batches;
import io.holdfast.aws.Call;
import io.holdfast.aws.Gathering;
import io.holdfast.aws.Loader;
import io.holdfast.aws.Pages;
import io.holdfast.aws.Remembered;
import java.time.Clock;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import software.amazon.awssdk.services.elasticache.ElastiCacheClient;
import software.amazon.awssdk.services.elasticache.model.CacheCluster;
import software.amazon.awssdk.services.elasticache.model.DescribeCacheClustersResponse;
import software.amazon.awssdk.services.elasticache.model.DescribeReplicationGroupsResponse;
import software.amazon.awssdk.services.elasticache.model.ListTagsForResourceResponse;
import software.amazon.awssdk.services.elasticache.model.ReplicationGroup;
import software.amazon.awssdk.services.elasticache.model.Tag;

/** Questions to Amazon ElastiCache. */
public final class CacheLoaders {
    private static final String OPERATION = "elasticache:DescribeReplicationGroups";

    /** Amazon ElastiCache API Reference: 20 to 100 records a page, for groups and for nodes. */
    private static final int PER_PAGE = 100;

    private final ElastiCacheClient cache;
    private final Loader<String, CacheGroup> groups;
    private final Remembered<String, Map<String, String>> tags;

    public CacheLoaders(ElastiCacheClient cache, Gathering gathering, Clock clock) {
        this.cache = cache;
        this.groups = new Loader<>(gathering, OPERATION, Batches.together(), this::describe);
        this.tags = Tags.remembered(gathering, "elasticache:ListTagsForResource", clock, this::tagsOf);
    }

    /** Replication groups by id, in lower case as ElastiCache stores it. */
    public Loader<String, CacheGroup> groups() {
        return groups;
    }

    /** The tags of a group, by ARN, an hour old at most; {@link Remembered#forget} one that we tagged. */
    public Remembered<String, Map<String, String>> tags() {
        return tags;
    }

    private Map<String, String> tagsOf(String arn) {
        ListTagsForResourceResponse response = cache.listTagsForResource(request -> request.resourceName(arn));
        return unless(response.hasTagList() ? response.tagList() : null, "TagList").stream()
                .collect(toMap(Tag::key, Tag::value));
    }

    /** All groups of the account and region, by id; throws what the calls throw. */
    public List<CacheGroup> all() {
        List<ReplicationGroup> all = groups(Optional.empty());
        Map<String, List<CacheCluster>> nodes = all.isEmpty() ? Map.of() : nodes();
        return all.stream()
                .map(group -> new CacheGroup(
                        group, nodes.getOrDefault(unless(group.replicationGroupId(), "ReplicationGroupId"), List.of())))
                .toList();
    }

    /** Neither API takes several ids: one group is asked for by id, more are picked from a listing of all. */
    private Map<String, Answer<CacheGroup>> describe(List<String> ids) {
        Optional<String> only = ids.size() == 1 ? Optional.of(ids.get(0)) : Optional.empty();
        List<ReplicationGroup> found = groups(only).stream()
                .filter(group -> ids.contains(unless(group.replicationGroupId(), "ReplicationGroupId")))
                .toList();
        Map<String, List<CacheCluster>> nodes = found.isEmpty() ? Map.of() : nodes();
        Map<String, Answer<CacheGroup>> answers = new HashMap<>();
        found.forEach(group -> answers.put(
                group.replicationGroupId(),
                Answer.found(new CacheGroup(group, nodes.getOrDefault(group.replicationGroupId(), List.of())))));
        return answers;
    }

    private List<ReplicationGroup> groups(Optional<String> id) {
        return Pages.all(
                marker -> cache.describeReplicationGroups(request -> request.replicationGroupId(id.orElse(null))
                        // An id and a page size exclude each other in spirit; AWS ignores the size.
                        .maxRecords(id.isPresent() ? null : PER_PAGE)
                        .marker(marker)),
                DescribeReplicationGroupsResponse::hasReplicationGroups,
                DescribeReplicationGroupsResponse::replicationGroups,
                DescribeReplicationGroupsResponse::marker);
    }

    /** The nodes of all groups, by group; there is no asking for those of one. */
    private Map<String, List<CacheCluster>> nodes() {
        return Call.read(
                "elasticache:DescribeCacheClusters",
                () -> Pages.all(
                                marker -> cache.describeCacheClusters(
                                        request -> request.maxRecords(PER_PAGE).marker(marker)),
                                DescribeCacheClustersResponse::hasCacheClusters,
                                DescribeCacheClustersResponse::cacheClusters,
                                DescribeCacheClustersResponse::marker)
                        .stream()
                        .filter(node -> node.replicationGroupId() != null)
                        .sorted(Comparator.comparing(node -> unless(node.cacheClusterId(), "CacheClusterId")))
                        .collect(groupingBy(CacheCluster::replicationGroupId)));
    }
}
