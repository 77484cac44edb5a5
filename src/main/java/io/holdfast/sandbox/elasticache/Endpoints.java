package io.holdfast.sandbox.elasticache;

import java.util.LinkedHashMap;
import java.util.Map;

/** Where a group and its nodes are reached. Names hold a mark of the account and a short form of the region. */
final class Endpoints {

    private final Caches caches;
    private final ReplicationGroup group;

    Endpoints(Caches caches, ReplicationGroup group) {
        this.caches = caches;
        this.group = group;
    }

    /** With cluster mode: the one name that knows all shards. */
    Map<String, Object> configuration() {
        return endpoint("clustercfg." + group.id());
    }

    /** Without cluster mode: the name that follows the primary. */
    Map<String, Object> primary() {
        return endpoint("master." + group.id());
    }

    /** Without cluster mode: the name behind which the replicas take turns. */
    Map<String, Object> reader() {
        return endpoint("replica." + group.id());
    }

    Map<String, Object> node(Member member) {
        return endpoint(member.id());
    }

    private Map<String, Object> endpoint(String host) {
        var world = caches.world();
        var mark = Long.toString(Long.parseLong(world.account()), Character.MAX_RADIX);
        var endpoint = new LinkedHashMap<String, Object>();
        endpoint.put("Address", host + "." + mark + "." + shortRegion() + ".cache.amazonaws.com");
        endpoint.put("Port", group.live().number(Setting.PORT));
        return endpoint;
    }

    /** {@code eu-central-1} becomes {@code euc1}. */
    private String shortRegion() {
        var parts = caches.world().region().split("-", -1);
        var text = new StringBuilder(parts[0]);
        for (int i = 1; i < parts.length; i++) {
            text.append(parts[i], 0, Math.min(1, parts[i].length()));
        }
        return text.toString();
    }
}
