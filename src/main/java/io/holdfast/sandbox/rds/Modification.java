package io.holdfast.sandbox.rds;

import io.holdfast.sandbox.datastore.Values;
import io.holdfast.sandbox.wire.Input;
import java.util.Map;
import java.util.Objects;

/** {@code ModifyDBInstance}: checks what was asked and parks, releases or takes back each change. */
final class Modification {

    private Modification() {}

    static Map<String, Object> modify(Databases databases, Input input) {
        var instance = databases.instance(input.required("DBInstanceIdentifier"));
        var asked = Requested.toModify(input, instance.live().texts(Setting.LOG_EXPORTS));
        boolean immediately = input.bool("ApplyImmediately").orElse(false);
        if (asked.isEmpty() && !(immediately && instance.pending().hasParked())) {
            throw Refusal.combination("No modifications were requested");
        }
        ModificationRules.checkStatus(instance, asked);
        ModificationRules.settle(
                databases,
                instance,
                asked,
                input.bool("AllowMajorVersionUpgrade").orElse(false));
        accept(databases, instance, asked, immediately);
        return Map.of("DBInstance", Answers.instance(databases, instance));
    }

    private static void accept(Databases databases, DbInstance instance, Values<Setting> asked, boolean immediately) {
        asked.forEach((setting, value) -> accept(instance, setting, value));
        if (immediately) {
            instance.pending().releaseAll();
        }
        if (instance.pending().next(instance.live()).isPresent()) {
            Progress.start(databases, instance);
        }
        Maintenance.await(databases, instance);
    }

    private static void accept(DbInstance instance, Setting setting, Object value) {
        var live = instance.live();
        if (isUnchanged(live, setting, value)) {
            instance.pending().drop(setting);
            return;
        }
        switch (setting.work(live, value).timing()) {
            case AT_ONCE -> live.put(setting, value);
            case SOON -> {
                instance.pending().park(setting, value);
                instance.pending().release(setting);
            }
            case WINDOW -> instance.pending().park(setting, value);
        }
        if (StorageChange.switchesAutoscalingOff(live, live)) {
            live.remove(Setting.MAX_ALLOCATED_STORAGE);
        }
    }

    /** Zero, false and empty are the same as never set; a password cannot be compared and always counts as new. */
    private static boolean isUnchanged(Values<Setting> live, Setting setting, Object value) {
        boolean secret = setting.work(live, value) == Work.CREDENTIALS;
        boolean bothUnset = !live.has(setting) && (value.equals(0) || value.equals(false) || value.equals(""));
        return !secret && (bothUnset || Objects.equals(live.get(setting).orElse(null), value));
    }
}
