package io.holdfast.sandbox.autoscaling;

import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.Map;

/**
 * One thing Application Auto Scaling did by itself.
 *
 * @param id the activity's own id
 * @param target what was scaled
 * @param description what was to be done
 * @param cause why
 * @param started when it began
 * @param ends when it is done, which may be still to come
 * @param outcome the status it ends with, {@code Successful} or {@code Failed}
 */
record ScalingActivity(
        String id, TargetKey target, String description, String cause, Instant started, Instant ends, String outcome) {

    Map<String, Object> toWire(Instant now) {
        var wire = new LinkedHashMap<>(target.toWire());
        wire.put("ActivityId", id);
        wire.put("Description", description);
        wire.put("Cause", cause);
        wire.put("StartTime", started);
        if (now.isBefore(ends)) {
            wire.put("StatusCode", "InProgress");
            wire.put("StatusMessage", description + " Waiting for change to be fulfilled by ecs.");
        } else {
            wire.put("EndTime", ends);
            wire.put("StatusCode", outcome);
        }
        return wire;
    }
}
