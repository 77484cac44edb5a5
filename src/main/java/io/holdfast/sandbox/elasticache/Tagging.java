package io.holdfast.sandbox.elasticache;

import io.holdfast.sandbox.datastore.Tags;
import io.holdfast.sandbox.wire.AwsError;
import io.holdfast.sandbox.wire.Input;
import java.util.Map;
import java.util.Optional;

/** Tags by ARN. A group that is not available refuses every tag call, reading included. */
final class Tagging {

    private static final int PARTS = 7;
    private static final int KIND = 5;

    private Tagging() {}

    static Map<String, Object> add(Caches caches, Input input) {
        var tags = tags(caches, input);
        tags.add(input);
        return Map.of("TagList", tags.answer());
    }

    static Map<String, Object> remove(Caches caches, Input input) {
        var tags = tags(caches, input);
        tags.remove(input);
        return Map.of("TagList", tags.answer());
    }

    static Map<String, Object> list(Caches caches, Input input) {
        return Map.of("TagList", tags(caches, input).answer());
    }

    private static Tags tags(Caches caches, Input input) {
        var arn = input.required("ResourceName");
        var parts = arn.split(":", PARTS);
        if (parts.length < PARTS || !parts[2].equals("elasticache")) {
            throw AwsError.badRequest("InvalidARN", "Invalid ARN: " + arn);
        }
        var name = parts[PARTS - 1];
        return switch (parts[KIND]) {
            case "replicationgroup" -> available(caches.group(name)).tags();
            case "cluster" -> ofCluster(caches, arn, name);
            case "snapshot" ->
                Optional.ofNullable(caches.snapshots().get(name))
                        .map(CacheSnapshot::tags)
                        .orElseThrow(
                                () -> Refusal.notFound("SnapshotNotFoundFault", "Snapshot " + name + " not found."));
            default ->
                Optional.ofNullable(caches.tags().get(arn))
                        .orElseThrow(() -> AwsError.badRequest("InvalidARN", "Invalid ARN: " + arn));
        };
    }

    private static Tags ofCluster(Caches caches, String arn, String name) {
        available(Optional.ofNullable(caches.clusters().get(name))
                .orElseThrow(() -> Refusal.notFound("CacheClusterNotFound", "CacheCluster not found: " + name)));
        return caches.tags().computeIfAbsent(arn, first -> new Tags());
    }

    private static ReplicationGroup available(ReplicationGroup group) {
        if (!group.isAvailable()) {
            throw Refusal.state("Replication group " + group.id() + " is not in available state.");
        }
        return group;
    }
}
