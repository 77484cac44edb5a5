package io.holdfast.kind.replicationgroup;

import io.holdfast.aws.StateRecords;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** A live group as somebody would have written it: less what goes along with another setting, and AWS's own choices. */
final class Written {
    /** What every group has unless somebody chose otherwise (Amazon ElastiCache API Reference, CreateReplicationGroup). */
    private static final Map<String, Object> USUAL = Map.of("port", 6379, "networkType", "ipv4", "ipDiscovery", "ipv4");

    /** AWS shows the patch, which nobody can ask for. */
    private static final Pattern PATCHED = Pattern.compile("(\\d+\\.\\d+)\\..*");

    private Written() {}

    static ReplicationGroupState of(ReplicationGroupState live) {
        Map<String, Object> members = StateRecords.tree(live);
        USUAL.forEach((name, usual) -> members.remove(name, usual));
        members.computeIfPresent("engineVersion", (name, version) -> minor((String) version));
        members.computeIfPresent(
                "parameterGroup", (name, group) -> ((String) group).startsWith("default.") ? null : group);
        if (!live.transitEncryption().orElse(false)) {
            members.remove("transitEncryptionMode");
        }
        if (!live.atRestEncryption().orElse(false)) {
            members.remove("kmsKeyId");
        }
        if (live.replicasPerNodeGroup().isEmpty()) {
            // Shards that are not alike cannot be declared.
            members.remove("numNodeGroups");
        }
        return StateRecords.read(members, ReplicationGroupState.class);
    }

    private static String minor(String version) {
        Matcher patched = PATCHED.matcher(version);
        return patched.matches() ? patched.group(1) : version;
    }
}
