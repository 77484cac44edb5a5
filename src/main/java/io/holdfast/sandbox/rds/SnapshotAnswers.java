package io.holdfast.sandbox.rds;

import java.util.LinkedHashMap;
import java.util.Map;

/** A snapshot in the words of the wire. */
final class SnapshotAnswers {

    private static final int DONE = 100;

    private SnapshotAnswers() {}

    static Map<String, Object> snapshot(Databases databases, DbSnapshot snapshot) {
        var values = snapshot.values();
        var answer = new LinkedHashMap<String, Object>();
        answer.put("DBSnapshotIdentifier", snapshot.id());
        answer.put("DBInstanceIdentifier", snapshot.sourceId());
        answer.put("SnapshotCreateTime", snapshot.takenAt().orElse(null));
        answer.put("Engine", PostgresVersions.ENGINE);
        answer.put("AllocatedStorage", values.number(Setting.ALLOCATED_STORAGE));
        answer.put("Status", snapshot.takenAt().isPresent() ? Status.AVAILABLE : Status.CREATING);
        answer.put("Port", values.number(Setting.PORT));
        answer.put("AvailabilityZone", values.text(Setting.AVAILABILITY_ZONE));
        answer.put("InstanceCreateTime", snapshot.source().createdAt().orElse(null));
        answer.put("MasterUsername", values.text(Setting.MASTER_USERNAME));
        answer.put("EngineVersion", values.text(Setting.ENGINE_VERSION));
        answer.put("SnapshotType", snapshot.type());
        answer.put("OptionGroupName", values.text(Setting.OPTION_GROUP));
        answer.put("PercentProgress", snapshot.takenAt().isPresent() ? DONE : 0);
        answer.put("StorageType", values.text(Setting.STORAGE_TYPE));
        answer.put("Encrypted", values.flag(Setting.STORAGE_ENCRYPTED));
        answer.put("KmsKeyId", values.get(Setting.KMS_KEY).orElse(null));
        answer.put("DBSnapshotArn", databases.world().arn("rds", "snapshot:" + snapshot.id()));
        answer.put("DbiResourceId", snapshot.source().resourceId());
        answer.put("TagList", snapshot.tags().answer());
        return answer;
    }
}
