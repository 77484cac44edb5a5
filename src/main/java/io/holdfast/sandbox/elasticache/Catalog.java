package io.holdfast.sandbox.elasticache;

import io.holdfast.sandbox.datastore.Page;
import io.holdfast.sandbox.wire.Input;
import io.holdfast.sandbox.wire.XmlList;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/** {@code DescribeCacheEngineVersions} and {@code ListAllowedNodeTypeModifications}: what is offered. */
final class Catalog {

    private Catalog() {}

    static Map<String, Object> engineVersions(Caches caches, Input input) {
        var found = new TreeMap<String, EngineVersion>();
        EngineVersion.all().stream()
                .filter(version -> isAskedFor(version, input))
                .forEach(version -> found.put(version.engine() + " " + version.input(), version));
        var page = Page.of(found, input);
        var answer = new LinkedHashMap<String, Object>();
        answer.put("Marker", page.marker());
        answer.put(
                "CacheEngineVersions",
                new XmlList(
                        "CacheEngineVersion",
                        page.items().stream().map(Catalog::answer).toList()));
        return answer;
    }

    static Map<String, Object> nodeTypes(Caches caches, Input input) {
        if (input.has("ReplicationGroupId") == input.has("CacheClusterId")) {
            throw Refusal.combination("Exactly one of ReplicationGroupId and CacheClusterId must be given.");
        }
        var group = input.string("ReplicationGroupId")
                .map(caches::group)
                .orElseGet(() -> Optional.ofNullable(caches.clusters().get(input.required("CacheClusterId")))
                        .orElseThrow(() -> Refusal.notFound(
                                "CacheClusterNotFound",
                                "CacheCluster not found: " + input.required("CacheClusterId"))));
        var now = group.live().text(Setting.NODE_TYPE);
        return Map.of(
                "ScaleUpModifications", NodeTypes.larger(now).stream().sorted().toList(),
                "ScaleDownModifications",
                        NodeTypes.smaller(now).stream().sorted().toList());
    }

    private static boolean isAskedFor(EngineVersion version, Input input) {
        boolean isDefault = EngineVersion.asked(version.engine(), "").equals(version);
        return input.string("Engine").orElse(version.engine()).equals(version.engine())
                && input.string("EngineVersion").orElse(version.input()).equals(version.input())
                && input.string("CacheParameterGroupFamily")
                        .orElse(version.family())
                        .equals(version.family())
                && (isDefault || !input.bool("DefaultOnly").orElse(false));
    }

    private static Map<String, Object> answer(EngineVersion version) {
        var answer = new LinkedHashMap<String, Object>();
        answer.put("Engine", version.engine());
        answer.put("EngineVersion", version.input());
        answer.put("CacheParameterGroupFamily", version.family());
        answer.put("CacheEngineDescription", version.engine());
        answer.put("CacheEngineVersionDescription", version.engine() + " version " + version.full());
        return answer;
    }
}
