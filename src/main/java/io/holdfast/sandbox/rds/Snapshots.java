package io.holdfast.sandbox.rds;

import io.holdfast.sandbox.datastore.Page;
import io.holdfast.sandbox.wire.Input;
import io.holdfast.sandbox.wire.XmlList;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;

/** {@code CreateDBSnapshot} and {@code DescribeDBSnapshots}. */
final class Snapshots {

    /** Manual snapshots per region (RDS User Guide, Quotas). */
    private static final int MOST = 100;

    private Snapshots() {}

    static Map<String, Object> create(Databases databases, Input input) {
        var id = Identifiers.snapshot(input.required("DBSnapshotIdentifier"));
        var instance = databases.instance(input.required("DBInstanceIdentifier"));
        if (databases.snapshots().containsKey(id)) {
            throw Refusal.exists(
                    "DBSnapshotAlreadyExists",
                    "Cannot create the snapshot because a snapshot with the identifier " + id + " already exists.");
        }
        if (!Status.isServing(instance.status()) || instance.isWorking()) {
            throw Refusal.state("Cannot create a snapshot because the database instance " + instance.id()
                    + " is not currently in the available state.");
        }
        if (databases.snapshots().values().stream().filter(Snapshots::isManual).count() >= MOST) {
            throw Refusal.exists("SnapshotQuotaExceeded", "Cannot create more than " + MOST + " manual snapshots");
        }
        var snapshot = new DbSnapshot(id, DbSnapshot.MANUAL, instance, Backups.tags(instance, input));
        Backups.take(databases, snapshot, () -> instance.rest(databases.now()));
        return Map.of("DBSnapshot", SnapshotAnswers.snapshot(databases, snapshot));
    }

    static Map<String, Object> describe(Databases databases, Input input) {
        var found = new TreeMap<>(databases.snapshots());
        found.values().removeIf(snapshot -> !isAskedFor(snapshot, input));
        if (found.isEmpty() && input.has("DBSnapshotIdentifier")) {
            throw Refusal.notFound(
                    "DBSnapshotNotFound", "DBSnapshot " + input.required("DBSnapshotIdentifier") + " not found.");
        }
        var page = Page.of(found, input);
        var answer = new LinkedHashMap<String, Object>();
        answer.put("Marker", page.marker());
        answer.put(
                "DBSnapshots",
                new XmlList(
                        "DBSnapshot",
                        page.items().stream()
                                .map(snapshot -> SnapshotAnswers.snapshot(databases, snapshot))
                                .toList()));
        return answer;
    }

    private static boolean isAskedFor(DbSnapshot snapshot, Input input) {
        return matches(input, "DBSnapshotIdentifier", snapshot.id())
                && matches(input, "DBInstanceIdentifier", snapshot.sourceId())
                && matches(input, "DbiResourceId", snapshot.source().resourceId())
                && matches(input, "SnapshotType", snapshot.type());
    }

    private static boolean matches(Input input, String name, String value) {
        return input.string(name)
                .map(wanted -> wanted.toLowerCase(Locale.ROOT).equals(value.toLowerCase(Locale.ROOT)))
                .orElse(true);
    }

    private static boolean isManual(DbSnapshot snapshot) {
        return snapshot.type().equals(DbSnapshot.MANUAL);
    }
}
