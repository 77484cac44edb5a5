package io.holdfast.sandbox.elasticache;

import java.util.List;
import java.util.stream.IntStream;

/** Makes nodes: gives them their names and zones, and divides the hash slots among the shards. */
final class Nodes {

    /** Hash slots of a Redis cluster (Redis cluster specification). */
    private static final int SLOTS = 16_384;

    private Nodes() {}

    /** The next members of a shard, with the smallest numbers that are free. */
    static List<Member> make(Caches caches, ReplicationGroup group, Shard shard, int count) {
        var zones = caches.subnetGroup(group.live().text(Setting.SUBNET_GROUP));
        var taken = group.members().stream().map(Member::id).toList();
        return IntStream.iterate(1, number -> number + 1)
                .filter(number -> !taken.contains(name(group, shard, number)))
                .limit(count)
                .mapToObj(number ->
                        new Member(name(group, shard, number), zones.zone(shard.number() + number), caches.now()))
                .toList();
    }

    /** Divides the slots evenly; a group without cluster mode has one shard, which AWS shows without slots. */
    static void divideSlots(ReplicationGroup group) {
        var shards = group.shards();
        for (int i = 0; i < shards.size(); i++) {
            int from = SLOTS * i / shards.size();
            int to = SLOTS * (i + 1) / shards.size() - 1;
            shards.get(i).serve(group.isClusterEnabled() ? from + "-" + to : "");
        }
    }

    private static String name(ReplicationGroup group, Shard shard, int number) {
        return group.isClusterEnabled()
                ? "%s-%s-%03d".formatted(group.id(), shard.id(), number)
                : "%s-%03d".formatted(group.id(), number);
    }
}
