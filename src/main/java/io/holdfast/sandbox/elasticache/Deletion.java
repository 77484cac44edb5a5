package io.holdfast.sandbox.elasticache;

import io.holdfast.sandbox.datastore.Tags;
import io.holdfast.sandbox.wire.AwsError;
import io.holdfast.sandbox.wire.Input;
import java.util.Map;

/** {@code DeleteReplicationGroup}. There is no protection against it on AWS. */
final class Deletion {

    private Deletion() {}

    static Map<String, Object> delete(Caches caches, Input input) {
        if (input.bool("RetainPrimaryCluster").orElse(false)) {
            throw AwsError.notImplemented("DeleteReplicationGroup with RetainPrimaryCluster");
        }
        var group = caches.group(input.required("ReplicationGroupId"));
        Changes.checkIdle(group);
        input.string("FinalSnapshotIdentifier").ifPresent(name -> takeFinal(caches, group, name));
        group.interrupt();
        group.enter(Status.DELETING);
        caches.after(CacheTimes.DELETE, group, () -> {
            caches.groups().remove(group.id());
            caches.log(group, "Replication group " + group.id() + " deleted");
        });
        return Map.of("ReplicationGroup", GroupAnswers.group(caches, group));
    }

    private static void takeFinal(Caches caches, ReplicationGroup group, String name) {
        var snapshot = Snapshots.make(caches, group, name, new Tags());
        caches.world().timeline().after(caches.world().pace().of(CacheTimes.SNAPSHOT), snapshot::taken);
    }
}
