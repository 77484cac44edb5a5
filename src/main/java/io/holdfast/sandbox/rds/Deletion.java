package io.holdfast.sandbox.rds;

import io.holdfast.sandbox.wire.Input;
import java.util.Map;

/** {@code DeleteDBInstance}, with its guards: deletion protection and the final snapshot. */
final class Deletion {

    private Deletion() {}

    static Map<String, Object> delete(Databases databases, Input input) {
        var instance = databases.instance(input.required("DBInstanceIdentifier"));
        if (instance.is(Status.DELETING)) {
            throw Refusal.state("Instance " + instance.id() + " is already being deleted.");
        }
        if (instance.live().flag(Setting.DELETION_PROTECTION)) {
            throw Refusal.combination(
                    "Cannot delete protected DB Instance, please disable deletion protection and try again.");
        }
        boolean skip = input.bool("SkipFinalSnapshot").orElse(false);
        var snapshot = input.string("FinalDBSnapshotIdentifier");
        checkFinalSnapshot(databases, instance, skip, snapshot.orElse(""));
        boolean keepBackups = !input.bool("DeleteAutomatedBackups").orElse(true);
        instance.interrupt();
        instance.enter(Status.DELETING);
        snapshot.map(Identifiers::snapshot).ifPresent(name -> takeFinal(databases, instance, name));
        databases.after(RdsTimes.DELETE, instance, () -> remove(databases, instance, keepBackups));
        return Map.of("DBInstance", Answers.instance(databases, instance));
    }

    private static void checkFinalSnapshot(Databases databases, DbInstance instance, boolean skip, String name) {
        if (skip != name.isEmpty()) {
            throw Refusal.combination(
                    skip
                            ? "FinalDBSnapshotIdentifier can not be specified when deleting a DB instance with SkipFinalSnapshot set"
                            : "FinalDBSnapshotIdentifier is required unless SkipFinalSnapshot is specified.");
        }
        if (skip) {
            return;
        }
        if (databases.snapshots().containsKey(Identifiers.snapshot(name))) {
            throw Refusal.exists(
                    "DBSnapshotAlreadyExists",
                    "Cannot create the snapshot because a snapshot with the identifier " + name + " already exists.");
        }
        if (!Status.isServing(instance.status()) && !instance.is(Status.STOPPED)) {
            throw Refusal.state(
                    "Instance " + instance.id() + " is " + instance.status() + ": a final snapshot can't be taken.");
        }
    }

    /** The final snapshot is taken on the way out; the status stays deleting. */
    private static void takeFinal(Databases databases, DbInstance instance, String name) {
        var snapshot = new DbSnapshot(name, DbSnapshot.MANUAL, instance, Backups.tags(instance, new Input(Map.of())));
        databases.snapshots().put(name, snapshot);
        databases.after(RdsTimes.BACKUP, instance, () -> snapshot.taken(databases.now()));
    }

    private static void remove(Databases databases, DbInstance instance, boolean keepBackups) {
        databases.log(instance, "deletion", "DB instance deleted");
        databases.instances().remove(instance.id());
        if (!keepBackups) {
            Backups.dropAutomated(databases, instance);
        }
    }
}
