package io.holdfast.sandbox.autoscaling;

import static java.util.Objects.requireNonNull;

import io.holdfast.sandbox.World;
import io.holdfast.sandbox.wire.AwsError;
import java.time.Instant;

/**
 * Lets scheduled actions fire. A firing overwrites the target's bounds for good: nothing puts them back but another action or a
 * register call.
 */
final class ScheduleRun {

    private final World world;

    ScheduleRun(World world) {
        this.world = requireNonNull(world, "world");
    }

    /** Plans the action's next firing after a time. */
    void plan(ScheduledAction action, Instant after) {
        action.firesAfter(after).ifPresent(time -> world.timeline().at(time, () -> fire(action, time)));
    }

    private void fire(ScheduledAction planned, Instant time) {
        var action = Registry.of(world).actions.get(planned.id());
        if (action == null || action.edition() != planned.edition()) {
            return;
        }
        plan(action, time);
        var target = Registry.of(world).targets.get(action.id().target());
        if (!target.suspended().scheduled()) {
            overwrite(target, action);
        }
    }

    private void overwrite(ScalableTarget target, ScheduledAction action) {
        var capacity = new Capacity(world, target.key());
        var cause = "scheduled action name " + action.id().name() + " was triggered";
        try {
            var range = target.range().with(action.min(), action.max());
            Registry.of(world).targets.put(target.key(), target.with(range));
            capacity.note(bounds(range), cause, "Successful");
            capacity.clamp(range, cause);
        } catch (AwsError boundsTheWrongWayRound) {
            capacity.note("Setting capacity bounds.", cause + ": " + boundsTheWrongWayRound.getMessage(), "Failed");
        }
    }

    private static String bounds(Range range) {
        return "Setting min capacity to " + range.min() + " and max capacity to " + range.max() + ".";
    }
}
