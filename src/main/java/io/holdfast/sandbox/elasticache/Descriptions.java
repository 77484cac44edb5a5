package io.holdfast.sandbox.elasticache;

import io.holdfast.sandbox.datastore.Page;
import io.holdfast.sandbox.wire.Input;
import io.holdfast.sandbox.wire.XmlList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;

/** {@code DescribeReplicationGroups} and {@code DescribeCacheClusters}: one by its identifier, which must exist, or all. */
final class Descriptions {

    private Descriptions() {}

    static Map<String, Object> groups(Caches caches, Input input) {
        var found = new TreeMap<>(caches.groups());
        input.string("ReplicationGroupId")
                .map(caches::group)
                .ifPresent(one -> found.values().retainAll(List.of(one)));
        var page = Page.of(found, input);
        var answer = new LinkedHashMap<String, Object>();
        answer.put("Marker", page.marker());
        answer.put(
                "ReplicationGroups",
                new XmlList(
                        "ReplicationGroup",
                        page.items().stream()
                                .map(group -> GroupAnswers.group(caches, group))
                                .toList()));
        return answer;
    }

    static Map<String, Object> clusters(Caches caches, Input input) {
        boolean withNodes = input.bool("ShowCacheNodeInfo").orElse(false);
        boolean standaloneOnly =
                input.bool("ShowCacheClustersNotInReplicationGroups").orElse(false);
        var found = new TreeMap<String, Map<String, Object>>();
        caches.groups()
                .values()
                .forEach(group -> group.members()
                        .forEach(member ->
                                found.put(member.id(), ClusterAnswers.cluster(caches, group, member, withNodes))));
        input.string("CacheClusterId").map(id -> id.toLowerCase(Locale.ROOT)).ifPresent(id -> {
            if (!found.containsKey(id)) {
                throw Refusal.notFound("CacheClusterNotFound", "CacheCluster not found: " + id);
            }
            found.keySet().retainAll(List.of(id));
        });
        if (standaloneOnly) {
            found.clear();
        }
        var page = Page.of(found, input);
        var answer = new LinkedHashMap<String, Object>();
        answer.put("Marker", page.marker());
        answer.put("CacheClusters", new XmlList("CacheCluster", page.items()));
        return answer;
    }
}
