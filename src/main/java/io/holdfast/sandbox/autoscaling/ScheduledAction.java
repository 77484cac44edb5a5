package io.holdfast.sandbox.autoscaling;

import java.time.Instant;
import java.time.ZoneId;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;

/**
 * New bounds for a target at certain times.
 *
 * @param id the target and the action's name
 * @param arn the action's ARN, which an update keeps
 * @param schedule as it was sent
 * @param timezone where the schedule's wall clock hangs; empty means UTC
 * @param start before it nothing fires; empty means no such bound
 * @param end from it on nothing fires; empty means no such bound
 * @param min the lower bound it sets; empty leaves the target's
 * @param max the upper bound it sets; empty leaves the target's
 * @param created when the action was first put
 * @param edition counts every put, so that a firing planned for an earlier edition is recognised
 */
record ScheduledAction(
        Owned id,
        String arn,
        String schedule,
        Optional<String> timezone,
        Optional<Instant> start,
        Optional<Instant> end,
        Optional<Integer> min,
        Optional<Integer> max,
        Instant created,
        long edition) {

    /** The next time it fires after another. */
    Optional<Instant> firesAfter(Instant instant) {
        var from = start.filter(bound -> bound.isAfter(instant))
                .map(bound -> bound.minusNanos(1))
                .orElse(instant);
        return times().after(from).filter(time -> end.map(time::isBefore).orElse(true));
    }

    /** The schedule, read; refuses one that cannot be. */
    Schedule times() {
        return Schedule.parse(schedule, ZoneId.of(timezone.orElse("UTC")), start.orElse(created));
    }

    Map<String, Object> toWire() {
        var wire = new LinkedHashMap<>(id.target().toWire());
        wire.put("ScheduledActionName", id.name());
        wire.put("ScheduledActionARN", arn);
        wire.put("Schedule", schedule);
        timezone.ifPresent(zone -> wire.put("Timezone", zone));
        start.ifPresent(time -> wire.put("StartTime", time));
        end.ifPresent(time -> wire.put("EndTime", time));
        wire.put("ScalableTargetAction", bounds());
        wire.put("CreationTime", created);
        return wire;
    }

    private Map<String, Object> bounds() {
        var bounds = new LinkedHashMap<String, Object>();
        min.ifPresent(bound -> bounds.put("MinCapacity", bound));
        max.ifPresent(bound -> bounds.put("MaxCapacity", bound));
        return bounds;
    }
}
