package io.holdfast.sandbox.autoscaling;

import io.holdfast.sandbox.Call;
import io.holdfast.sandbox.wire.Input;
import java.time.DateTimeException;
import java.time.ZoneId;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;

/** Putting and deleting scheduled actions. */
final class ActionOperations {

    /** No colon, slash, bar or control character, no blank at either end (service model, {@code ScheduledActionName}). */
    private static final Pattern NAME = Pattern.compile("[^ :/|\\p{Cntrl}]([^:/|\\p{Cntrl}]*[^ :/|\\p{Cntrl}])?");

    private ActionOperations() {}

    /** Creates the action or replaces all of it: what is not sent is gone. */
    static Map<String, Object> put(Call call) {
        var id = idOf(call.input());
        var registry = Registry.of(call.world());
        registry.target(id.target());
        var action = actionOf(call, id, Optional.ofNullable(registry.actions.get(id)));
        action.times();
        requireOrder(action);
        registry.actions.put(id, action);
        new ScheduleRun(call.world()).plan(action, call.world().timeline().now());
        return Map.of();
    }

    static Map<String, Object> delete(Call call) {
        var id = idOf(call.input());
        if (Registry.of(call.world()).actions.remove(id) == null) {
            throw Errors.notFound(
                    "No scheduled action found for " + id.target().inWords() + ", scheduled action name: " + id.name());
        }
        return Map.of();
    }

    private static ScheduledAction actionOf(Call call, Owned id, Optional<ScheduledAction> old) {
        var input = call.input();
        var world = call.world();
        var bounds = input.child("ScalableTargetAction").orElseThrow(() -> missing("ScalableTargetAction"));
        return new ScheduledAction(
                id,
                old.map(ScheduledAction::arn).orElseGet(() -> Ids.actionArn(world, id)),
                input.string("Schedule").orElseThrow(() -> missing("Schedule")),
                input.string("Timezone").map(ActionOperations::knownZone),
                input.instant("StartTime"),
                input.instant("EndTime"),
                bounds.integer("MinCapacity"),
                bounds.integer("MaxCapacity"),
                old.map(ScheduledAction::created).orElseGet(world.timeline()::now),
                Registry.of(world).nextEdition());
    }

    private static void requireOrder(ScheduledAction action) {
        if (action.min().isEmpty() && action.max().isEmpty()) {
            throw Errors.invalid("ScalableTargetAction must have a MinCapacity, a MaxCapacity or both.");
        }
        int min = action.min().orElse(0);
        new Range(min, action.max().orElse(min));
    }

    private static Owned idOf(Input input) {
        var name = Errors.required(input, "ScheduledActionName");
        if (!NAME.matcher(name).matches()) {
            throw Errors.invalid("Value '" + name + "' at 'scheduledActionName' failed to satisfy constraint.");
        }
        return new Owned(TargetKey.of(input), name);
    }

    private static String knownZone(String name) {
        try {
            return ZoneId.of(name).getId();
        } catch (DateTimeException unknown) {
            throw Errors.invalid("Unsupported time zone: " + name);
        }
    }

    private static RuntimeException missing(String member) {
        return Errors.invalid(member + " is required for a scheduled action.");
    }
}
