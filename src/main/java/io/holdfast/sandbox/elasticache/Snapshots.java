package io.holdfast.sandbox.elasticache;

import io.holdfast.sandbox.datastore.Page;
import io.holdfast.sandbox.datastore.Tags;
import io.holdfast.sandbox.wire.Input;
import io.holdfast.sandbox.wire.XmlList;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/** {@code CreateSnapshot} and {@code DescribeSnapshots}. */
final class Snapshots {

    private Snapshots() {}

    static Map<String, Object> create(Caches caches, Input input) {
        var name = input.required("SnapshotName");
        var group = source(caches, input);
        Changes.checkIdle(group);
        var snapshot = make(caches, group, name, Tags.from(input));
        take(caches, group, snapshot::taken);
        return Map.of("Snapshot", answer(caches, snapshot));
    }

    /** Keeps the group snapshotting for a while. */
    static void take(Caches caches, ReplicationGroup group, Runnable then) {
        group.enter(Status.SNAPSHOTTING);
        caches.after(CacheTimes.SNAPSHOT, group, () -> {
            then.run();
            group.enter(Status.AVAILABLE);
            caches.log(group, "Snapshot succeeded for replication group " + group.id());
        });
    }

    static CacheSnapshot make(Caches caches, ReplicationGroup group, String name, Tags tags) {
        var id = Identifiers.other("SnapshotName", name);
        if (caches.snapshots().containsKey(id)) {
            throw Refusal.exists("SnapshotAlreadyExistsFault", "A snapshot with the name " + id + " already exists.");
        }
        var snapshot = new CacheSnapshot(id, group, tags);
        caches.snapshots().put(id, snapshot);
        return snapshot;
    }

    static Map<String, Object> describe(Caches caches, Input input) {
        var found = new TreeMap<>(caches.snapshots());
        found.values().removeIf(snapshot -> !isAskedFor(snapshot, input));
        if (found.isEmpty() && input.has("SnapshotName")) {
            throw Refusal.notFound(
                    "SnapshotNotFoundFault", "Snapshot " + input.required("SnapshotName") + " not found.");
        }
        var page = Page.of(found, input);
        var answer = new LinkedHashMap<String, Object>();
        answer.put("Marker", page.marker());
        answer.put(
                "Snapshots",
                new XmlList(
                        "Snapshot",
                        page.items().stream()
                                .map(snapshot -> answer(caches, snapshot))
                                .toList()));
        return answer;
    }

    private static ReplicationGroup source(Caches caches, Input input) {
        if (input.has("ReplicationGroupId") == input.has("CacheClusterId")) {
            throw Refusal.combination("Exactly one of ReplicationGroupId and CacheClusterId must be given.");
        }
        return input.string("ReplicationGroupId")
                .map(caches::group)
                .orElseGet(() -> Optional.ofNullable(caches.clusters()
                                .get(input.required("CacheClusterId").toLowerCase(Locale.ROOT)))
                        .orElseThrow(() -> Refusal.notFound(
                                "CacheClusterNotFound",
                                "CacheCluster not found: " + input.required("CacheClusterId"))));
    }

    private static boolean isAskedFor(CacheSnapshot snapshot, Input input) {
        boolean manual = input.string("SnapshotSource").orElse("user").equals("user");
        return manual
                && matches(input, "SnapshotName", snapshot.name())
                && matches(input, "ReplicationGroupId", snapshot.groupId())
                && input.string("CacheClusterId")
                        .map(snapshot.members()::contains)
                        .orElse(true);
    }

    private static boolean matches(Input input, String name, String value) {
        return input.string(name).map(wanted -> wanted.equalsIgnoreCase(value)).orElse(true);
    }

    private static Map<String, Object> answer(Caches caches, CacheSnapshot snapshot) {
        var values = snapshot.values();
        var answer = new LinkedHashMap<String, Object>();
        answer.put("SnapshotName", snapshot.name());
        answer.put("ReplicationGroupId", snapshot.groupId());
        answer.put("SnapshotStatus", snapshot.isAvailable() ? Status.AVAILABLE : Status.CREATING);
        answer.put("SnapshotSource", "manual");
        answer.put("CacheNodeType", values.text(Setting.NODE_TYPE));
        answer.put("Engine", values.text(Setting.ENGINE));
        answer.put("EngineVersion", values.text(Setting.ENGINE_VERSION));
        answer.put("Port", values.number(Setting.PORT));
        answer.put("CacheParameterGroupName", values.text(Setting.PARAMETER_GROUP));
        answer.put("CacheSubnetGroupName", values.text(Setting.SUBNET_GROUP));
        answer.put("NumNodeGroups", snapshot.members().size());
        answer.put("ARN", caches.world().arn("elasticache", "snapshot:" + snapshot.name()));
        return answer;
    }
}
