package io.holdfast.sandbox.elasticache;

import io.holdfast.sandbox.datastore.Values;
import io.holdfast.sandbox.wire.AwsError;
import io.holdfast.sandbox.wire.Input;
import java.util.Arrays;
import java.util.Set;
import java.util.function.Function;

/** What a call names, by setting. A member the sandbox does not understand is refused rather than dropped in silence. */
final class Requested {

    private static final Set<String> CREATE_EXTRAS = Set.of(
            "ReplicationGroupId",
            "NumCacheClusters",
            "NumNodeGroups",
            "ReplicasPerNodeGroup",
            "NodeGroupConfiguration",
            "UserGroupIds",
            "LogDeliveryConfigurations",
            "Tags");
    private static final Set<String> MODIFY_EXTRAS = Set.of(
            "ReplicationGroupId",
            "ApplyImmediately",
            "AuthTokenUpdateStrategy",
            "UserGroupIdsToAdd",
            "UserGroupIdsToRemove",
            "RemoveUserGroups",
            "LogDeliveryConfigurations");

    private Requested() {}

    static Values<Setting> toCreate(Input input) {
        return read("CreateReplicationGroup", input, Setting::createName, CREATE_EXTRAS);
    }

    static Values<Setting> toModify(Input input) {
        return read("ModifyReplicationGroup", input, Setting::modifyName, MODIFY_EXTRAS);
    }

    private static Values<Setting> read(
            String operation, Input input, Function<Setting, String> name, Set<String> extras) {
        var known = Arrays.stream(Setting.values()).map(name).toList();
        for (var member : input.raw().keySet()) {
            if (!known.contains(member) && !extras.contains(member)) {
                throw AwsError.notImplemented(operation + " with " + member);
            }
        }
        var asked = new Values<>(Setting.class);
        for (var setting : Setting.values()) {
            setting.form().read(input, name.apply(setting)).ifPresent(value -> asked.put(setting, value));
        }
        return asked;
    }
}
