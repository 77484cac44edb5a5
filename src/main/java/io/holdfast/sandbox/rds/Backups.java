package io.holdfast.sandbox.rds;

import io.holdfast.sandbox.datastore.Tags;
import io.holdfast.sandbox.wire.Input;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;

/** Takes snapshots: while one is being taken the instance is {@code backing-up} and refuses modifications. */
final class Backups {

    private static final DateTimeFormatter AUTOMATED_NAME =
            DateTimeFormatter.ofPattern("yyyy-MM-dd-HH-mm").withZone(ZoneOffset.UTC);

    private Backups() {}

    /** The backup AWS takes once automated backups are on; without retention there is none. */
    static void takeFirst(Databases databases, DbInstance instance, Runnable then) {
        if (instance.live().number(Setting.BACKUP_RETENTION) == 0) {
            then.run();
            return;
        }
        var name = "rds:" + instance.id() + "-" + AUTOMATED_NAME.format(databases.now());
        take(databases, new DbSnapshot(name, DbSnapshot.AUTOMATED, instance, new Tags()), then);
    }

    /** Takes a snapshot; what comes then decides the instance's next status. */
    static void take(Databases databases, DbSnapshot snapshot, Runnable then) {
        var instance = snapshot.source();
        databases.snapshots().put(snapshot.id(), snapshot);
        instance.enter(Status.BACKING_UP);
        databases.log(instance, "backup", "Backing up DB instance");
        databases.after(RdsTimes.BACKUP, instance, () -> {
            snapshot.taken(databases.now());
            databases.log(instance, "backup", "Finished DB Instance backup");
            then.run();
        });
    }

    /** The tags a snapshot is given: its own, over the instance's when these are to be copied. */
    static Tags tags(DbInstance instance, Input input) {
        var tags = instance.live().flag(Setting.COPY_TAGS) ? instance.tags().copy() : new Tags();
        tags.add(input);
        return tags;
    }

    /** Automated snapshots last as long as the instance has automated backups. */
    static void dropAutomated(Databases databases, DbInstance instance) {
        databases
                .snapshots()
                .values()
                .removeIf(snapshot ->
                        snapshot.source() == instance && snapshot.type().equals(DbSnapshot.AUTOMATED));
    }
}
