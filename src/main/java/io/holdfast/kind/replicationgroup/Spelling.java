package io.holdfast.kind.replicationgroup;

import io.holdfast.aws.Pairs;
import io.holdfast.aws.StateRecords;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** Our fields as ElastiCache's calls spell them. */
final class Spelling {
    private static final Map<String, String> CALLED = Map.of(
            "description", "replicationGroupDescription",
            "nodeType", "cacheNodeType",
            "parameterGroup", "cacheParameterGroupName",
            "subnetGroup", "cacheSubnetGroupName",
            "maintenanceWindow", "preferredMaintenanceWindow",
            "notificationTopic", "notificationTopicArn",
            "transitEncryption", "transitEncryptionEnabled",
            "atRestEncryption", "atRestEncryptionEnabled");

    /** Shown as {@code enabled} or {@code disabled}, sent as true or false. */
    private static final Map<String, String> SWITCHES = Map.of(
            "automaticFailover", "automaticFailoverEnabled",
            "multiAZ", "multiAZEnabled",
            "dataTiering", "dataTieringEnabled");

    private static final Set<String> NOT_SENT = Set.of("applyImmediately", "nodeGroups");

    private Spelling() {}

    /** All that is declared, for a group that is ours from its first moment. */
    static Map<String, Object> create(ReplicationGroupState desired, Map<String, String> ownershipTags) {
        Map<String, Object> fields = StateRecords.tree(desired);
        fields.keySet().removeAll(NOT_SENT);
        // There is nothing yet that could be taken away.
        fields.values().removeIf(it -> it.equals("") || it.equals(List.of()) || it.equals(Map.of()));
        Map<String, String> tags = new HashMap<>(desired.tags().orElse(Map.of()));
        tags.putAll(ownershipTags);
        fields.put("tags", Pairs.list(tags, "key", "value"));
        fields.computeIfPresent("logDeliveryConfigurations", (name, logs) -> logs(Pairs.members(logs)));
        return sent(fields);
    }

    /** Field names and switches; values are left as they are. */
    static Map<String, Object> sent(Map<String, ?> fields) {
        Map<String, Object> sent = new LinkedHashMap<>();
        fields.forEach((name, value) -> {
            if (SWITCHES.containsKey(name)) {
                sent.put(SWITCHES.get(name), value.equals("enabled"));
            } else {
                sent.put(CALLED.getOrDefault(name, name), value);
            }
        });
        return sent;
    }

    /** Logs that are to be delivered, by type. */
    static List<Map<String, Object>> logs(Map<String, Object> byType) {
        List<Map<String, Object>> logs = new ArrayList<>();
        Pairs.unkeyed(byType, "logType").forEach(log -> {
            Map<String, Object> nested = LogDestination.nested(log);
            nested.put("enabled", true);
            logs.add(nested);
        });
        return logs;
    }
}
