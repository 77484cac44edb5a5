package io.holdfast.sandbox.rds;

import io.holdfast.sandbox.datastore.Values;
import io.holdfast.sandbox.wire.AwsError;
import io.holdfast.sandbox.wire.Input;
import java.util.Arrays;
import java.util.List;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Stream;

/** What a call names, by setting. A member the sandbox does not understand is refused rather than dropped in silence. */
final class Requested {

    private static final Set<String> CREATE_EXTRAS = Set.of("DBInstanceIdentifier", "Tags");
    private static final Set<String> MODIFY_EXTRAS =
            Set.of("DBInstanceIdentifier", "ApplyImmediately", "AllowMajorVersionUpgrade");

    private Requested() {}

    static Values<Setting> toCreate(Input input) {
        refuseUnknown("CreateDBInstance", input, Setting::createName, CREATE_EXTRAS);
        return read(input, Setting::createName);
    }

    /**
     * What a {@code ModifyDBInstance} names. Log exports come as what to enable and disable; the result is the whole list.
     *
     * @param logTypes the log types exported now
     */
    static Values<Setting> toModify(Input input, List<String> logTypes) {
        refuseUnknown("ModifyDBInstance", input, Setting::modifyName, MODIFY_EXTRAS);
        var asked = new Values<>(Setting.class);
        for (var setting : Setting.values()) {
            if (setting == Setting.LOG_EXPORTS) {
                input.child(setting.modifyName()).ifPresent(delta -> asked.put(setting, logTypes(delta, logTypes)));
            } else {
                setting.form().read(input, setting.modifyName()).ifPresent(value -> asked.put(setting, value));
            }
        }
        return asked;
    }

    private static Values<Setting> read(Input input, Function<Setting, String> name) {
        var asked = new Values<>(Setting.class);
        for (var setting : Setting.values()) {
            setting.form().read(input, name.apply(setting)).ifPresent(value -> asked.put(setting, value));
        }
        return asked;
    }

    private static List<String> logTypes(Input delta, List<String> now) {
        var disabled = delta.strings("DisableLogTypes");
        return Stream.concat(now.stream(), delta.strings("EnableLogTypes").stream())
                .filter(type -> !disabled.contains(type))
                .distinct()
                .sorted()
                .toList();
    }

    private static void refuseUnknown(
            String operation, Input input, Function<Setting, String> name, Set<String> extras) {
        var known = Arrays.stream(Setting.values()).map(name).toList();
        for (var member : input.raw().keySet()) {
            if (!known.contains(member) && !extras.contains(member)) {
                throw AwsError.notImplemented(operation + " with " + member);
            }
        }
    }
}
