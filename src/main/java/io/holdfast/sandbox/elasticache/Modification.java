package io.holdfast.sandbox.elasticache;

import io.holdfast.sandbox.datastore.Values;
import io.holdfast.sandbox.wire.Input;
import java.time.Duration;
import java.util.Map;
import java.util.Objects;

/**
 * {@code ModifyReplicationGroup}. Its answer shows the group as it was before: AWS changes it later, and a caller that trusts the answer
 * sees what it wanted to change.
 */
final class Modification {

    private Modification() {}

    static Map<String, Object> modify(Caches caches, Input input) {
        var group = caches.group(input.required("ReplicationGroupId"));
        var asked = Requested.toModify(input);
        boolean immediately = input.bool("ApplyImmediately").orElse(false);
        if (asked.isEmpty() && !Attachments.has(input)) {
            throw Refusal.combination("No modifications were requested");
        }
        Changes.checkIdle(group);
        ModificationRules.settle(caches, group, asked, input);
        var answer = GroupAnswers.group(caches, group);
        accept(caches, group, asked, immediately, Attachments.change(group, input));
        return Map.of("ReplicationGroup", answer);
    }

    /** Makes a change of everything parked. */
    static void release(Caches caches, ReplicationGroup group) {
        begin(caches, group, group.parked().copy(), () -> {});
    }

    private static void accept(
            Caches caches, ReplicationGroup group, Values<Setting> asked, boolean immediately, Runnable attachments) {
        var due = new Values<>(Setting.class);
        asked.forEach((setting, value) -> {
            group.parked().remove(setting);
            if (isUnchanged(group, setting, value)) {
                return;
            }
            switch (setting.work().timing()) {
                case AT_ONCE -> group.live().put(setting, value);
                case SOON -> due.put(setting, value);
                case WINDOW -> group.parked().put(setting, value);
            }
        });
        var now = immediately ? due.overlaidWith(group.parked()) : due;
        begin(caches, group, now, attachments);
        Maintenance.await(caches, group);
    }

    private static void begin(Caches caches, ReplicationGroup group, Values<Setting> due, Runnable attachments) {
        if (due.isEmpty()) {
            attachments.run();
            return;
        }
        Changes.accept(
                caches, group, new Change("Modification of the replication group", takes(due), due, false, () -> {
                    due.forEach(group.live()::put);
                    attachments.run();
                }));
        due.settings().forEach(group.parked()::remove);
    }

    /** Different kinds of work are done one after the other; settings of the same kind together. */
    private static Duration takes(Values<Setting> due) {
        return due.settings().stream()
                .map(Setting::work)
                .distinct()
                .map(Work::duration)
                .reduce(Duration.ZERO, Duration::plus);
    }

    private static boolean isUnchanged(ReplicationGroup group, Setting setting, Object value) {
        boolean token = setting == Setting.AUTH_TOKEN && !value.equals("");
        boolean bothUnset = !group.live().has(setting) && (value.equals("") || value.equals(false));
        return !token && (bothUnset || Objects.equals(group.live().get(setting).orElse(null), value));
    }
}
