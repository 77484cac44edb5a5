package io.holdfast.sandbox.cloudwatch;

import io.holdfast.sandbox.Call;
import io.holdfast.sandbox.wire.AwsError;
import io.holdfast.sandbox.wire.Input;
import java.util.List;
import java.util.Map;

/** The operations that change alarms. */
final class AlarmOperations {

    /** Names of one DeleteAlarms, EnableAlarmActions or DisableAlarmActions (CloudWatch API Reference). */
    private static final int NAMES_PER_CALL = 100;

    private AlarmOperations() {}

    static Map<String, Object> put(Call call) {
        var settings = AlarmSettings.of(call.input());
        var tags = TagOperations.tagsOf(call.input().list("Tags"));
        Alarms.of(call.world()).put(call.input().required("AlarmName"), settings, tags);
        return Map.of();
    }

    /** Deletes those that exist; a wrong name is no error (CloudWatch API Reference, DeleteAlarms). */
    static Map<String, Object> delete(Call call) {
        names(call.input()).forEach(Alarms.of(call.world())::delete);
        return Map.of();
    }

    static Map<String, Object> setState(Call call) {
        var input = call.input();
        var name = input.required("AlarmName");
        var value = input.required("StateValue");
        if (!AlarmState.exists(value)) {
            throw AwsError.badRequest(
                    "ValidationError", "StateValue must be OK, ALARM or INSUFFICIENT_DATA, was " + value);
        }
        var alarms = Alarms.of(call.world());
        if (alarms.find(name).isEmpty()) {
            throw new AwsError(404, "ResourceNotFound", "There is no alarm named " + name);
        }
        var now = call.world().timeline().now();
        var state = Reason.byHand(value, input.required("StateReason"), input.string("StateReasonData"), now);
        if (alarms.enter(name, state)) {
            alarms.act(name);
        }
        Watch.of(call.world()).look(name);
        return Map.of();
    }

    static Map<String, Object> enableActions(Call call, boolean enabled) {
        var now = call.world().timeline().now();
        for (var name : names(call.input())) {
            Alarms.of(call.world())
                    .change(name, alarm -> alarm.with(alarm.settings().with("ActionsEnabled", enabled), now));
        }
        return Map.of();
    }

    static List<String> names(Input input) {
        var names = input.strings("AlarmNames");
        if (names.size() > NAMES_PER_CALL) {
            throw AwsError.badRequest(
                    "ValidationError", "AlarmNames must have at most " + NAMES_PER_CALL + " members.");
        }
        return names;
    }
}
