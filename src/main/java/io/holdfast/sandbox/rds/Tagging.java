package io.holdfast.sandbox.rds;

import io.holdfast.sandbox.datastore.Tags;
import io.holdfast.sandbox.wire.Input;
import java.util.Map;
import java.util.Optional;

/** Tags of instances, snapshots and groups, by ARN. */
final class Tagging {

    private Tagging() {}

    static Map<String, Object> add(Databases databases, Input input) {
        tags(databases, input).add(input);
        return Map.of();
    }

    static Map<String, Object> remove(Databases databases, Input input) {
        tags(databases, input).remove(input);
        return Map.of();
    }

    static Map<String, Object> list(Databases databases, Input input) {
        return Map.of("TagList", tags(databases, input).answer());
    }

    private static Tags tags(Databases databases, Input input) {
        var arn = input.required("ResourceName");
        var parts = arn.split(":", 7);
        if (parts.length < 7 || !parts[2].equals("rds")) {
            throw Refusal.value("Invalid resource name: " + arn);
        }
        return switch (parts[5]) {
            case "db" -> databases.instance(parts[6]).tags();
            case "snapshot" ->
                Optional.ofNullable(databases.snapshots().get(parts[6]))
                        .map(DbSnapshot::tags)
                        .orElseThrow(
                                () -> Refusal.notFound("DBSnapshotNotFound", "DBSnapshot " + parts[6] + " not found."));
            default ->
                Optional.ofNullable(databases.tags().get(arn))
                        .orElseThrow(() -> Refusal.value("Invalid resource name: " + arn));
        };
    }
}
