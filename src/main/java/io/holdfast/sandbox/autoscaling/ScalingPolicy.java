package io.holdfast.sandbox.autoscaling;

import static java.util.Objects.requireNonNull;

import io.holdfast.sandbox.cloudwatch.Alarm;
import java.time.Instant;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * A policy of a target.
 *
 * @param id the target and the policy's name
 * @param arn the policy's ARN, which an update keeps and alarms name as their action
 * @param rule what it does
 * @param created when it was first put
 */
record ScalingPolicy(Owned id, String arn, PolicyRule rule, Instant created) {

    /** Refuses missing parts. */
    ScalingPolicy {
        requireNonNull(id, "id");
        requireNonNull(arn, "arn");
        requireNonNull(rule, "rule");
        requireNonNull(created, "created");
    }

    Map<String, Object> toWire(Collection<Alarm> alarms) {
        var wire = new LinkedHashMap<>(id.target().toWire());
        wire.put("PolicyARN", arn);
        wire.put("PolicyName", id.name());
        wire.put("PolicyType", rule.type());
        wire.put(rule.member(), rule.toWire());
        wire.put("Alarms", alarmsToWire(alarms));
        wire.put("CreationTime", created);
        return wire;
    }

    static List<Map<String, String>> alarmsToWire(Collection<Alarm> alarms) {
        return alarms.stream()
                .map(alarm -> Map.of("AlarmName", alarm.name(), "AlarmARN", alarm.arn()))
                .toList();
    }
}
