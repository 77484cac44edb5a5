package io.holdfast.sandbox.cloudwatch;

import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.Map;

/**
 * A metric alarm.
 *
 * @param name unique in the account and region
 * @param arn the ARN, which holds the name
 * @param settings what it was told to be
 * @param configuredAt when it was last told
 * @param state what it has found
 * @param tags by key
 */
public record Alarm(
        String name,
        String arn,
        AlarmSettings settings,
        Instant configuredAt,
        AlarmState state,
        Map<String, String> tags) {

    /** Copies the tags. */
    public Alarm {
        tags = Map.copyOf(tags);
    }

    Alarm with(AlarmSettings changed, Instant now) {
        return new Alarm(name, arn, changed, now, state, tags);
    }

    Alarm with(AlarmState next) {
        return new Alarm(name, arn, settings, configuredAt, next.after(state), tags);
    }

    Alarm withTags(Map<String, String> changed) {
        return new Alarm(name, arn, settings, configuredAt, state, changed);
    }

    Map<String, Object> toWire() {
        var wire = new LinkedHashMap<String, Object>();
        wire.put("AlarmName", name);
        wire.put("AlarmArn", arn);
        wire.put("AlarmConfigurationUpdatedTimestamp", configuredAt);
        wire.putAll(settings.members());
        wire.put("StateValue", state.value());
        wire.put("StateReason", state.reason());
        state.reasonData().ifPresent(data -> wire.put("StateReasonData", data));
        wire.put("StateUpdatedTimestamp", state.since());
        wire.put("StateTransitionedTimestamp", state.since());
        return wire;
    }
}
