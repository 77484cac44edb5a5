package io.holdfast.kind.replicationgroup;

import io.holdfast.aws.Patch;
import io.holdfast.aws.StateRecords;
import io.holdfast.kind.replicationgroup.ReplicationGroupState.LogDelivery;
import io.holdfast.model.Step;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** What a group is connected to, which is changed by adding and removing: topic, user groups, log destinations. */
final class Connections {
    private static final String LOGS = "logDeliveryConfigurations.";

    private Connections() {}

    /** What the call has to say about those of them that a step changes. */
    static Map<String, Object> changed(ReplicationGroupState live, ReplicationGroupState desired, Step step) {
        Map<String, Object> changed = new LinkedHashMap<>();
        if (step.paths().contains("notificationTopic")) {
            changed.putAll(topic(desired.notificationTopic().orElseThrow()));
        }
        if (step.paths().contains("userGroupIds")) {
            changed.putAll(userGroups(
                    live.userGroupIds().orElse(List.of()),
                    desired.userGroupIds().orElseThrow()));
        }
        List<Map<String, Object>> logs = logs(live, desired, step);
        if (!logs.isEmpty()) {
            changed.put("logDeliveryConfigurations", logs);
        }
        return changed;
    }

    /** A topic cannot be taken away, only silenced. */
    private static Map<String, Object> topic(String arn) {
        return arn.isEmpty()
                ? Map.of("notificationTopicStatus", "inactive")
                : Map.of("notificationTopicArn", arn, "notificationTopicStatus", "active");
    }

    private static Map<String, Object> userGroups(List<String> live, List<String> desired) {
        Map<String, Object> changed = new LinkedHashMap<>();
        changed.put("userGroupIdsToAdd", without(desired, live));
        changed.put("userGroupIdsToRemove", without(live, desired));
        changed.values().removeIf(List.of()::equals);
        return changed;
    }

    private static List<String> without(List<String> all, List<String> some) {
        return all.stream().filter(it -> !some.contains(it)).toList();
    }

    private static List<Map<String, Object>> logs(
            ReplicationGroupState live, ReplicationGroupState desired, Step step) {
        List<Map<String, Object>> logs = new ArrayList<>();
        step.paths().stream()
                .filter(path -> path.startsWith(LOGS))
                .map(path -> path.substring(LOGS.length()).split("\\.", 2)[0])
                .distinct()
                .forEach(type -> logs.addAll(log(type, of(live, type), of(desired, type))));
        return logs;
    }

    /** A destination is sent as a whole, so what the declaration leaves out of one is sent as it is. */
    private static List<Map<String, Object>> log(
            String type, Optional<LogDelivery> live, Optional<LogDelivery> desired) {
        return desired.map(it -> live.map(there -> Patch.of(there, it)).orElse(it))
                .map(it -> Spelling.logs(Map.of(type, StateRecords.tree(it))))
                .orElseGet(() -> List.of(Map.of("logType", type, "enabled", false)));
    }

    private static Optional<LogDelivery> of(ReplicationGroupState group, String type) {
        return group.logDeliveryConfigurations().map(it -> it.get(type));
    }
}
