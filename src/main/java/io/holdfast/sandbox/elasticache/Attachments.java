package io.holdfast.sandbox.elasticache;

import io.holdfast.sandbox.wire.Input;
import java.util.ArrayList;
import java.util.stream.Stream;

/** What a modification changes by adding and removing rather than by value: user groups and log deliveries. */
final class Attachments {

    private Attachments() {}

    static boolean has(Input input) {
        return Stream.of("UserGroupIdsToAdd", "UserGroupIdsToRemove", "RemoveUserGroups", "LogDeliveryConfigurations")
                .anyMatch(input::has);
    }

    static Runnable change(ReplicationGroup group, Input input) {
        var userGroups = new ArrayList<>(group.userGroups());
        if (input.bool("RemoveUserGroups").orElse(false)) {
            userGroups.clear();
        }
        userGroups.removeAll(input.strings("UserGroupIdsToRemove"));
        userGroups.addAll(input.strings("UserGroupIdsToAdd"));
        var deliveries = LogDeliveries.over(group.logDeliveries(), input);
        return () -> {
            group.letIn(userGroups.stream().distinct().sorted().toList());
            group.deliverLogs(deliveries);
        };
    }
}
