package io.holdfast.sandbox.autoscaling;

import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.Map;

/**
 * A service that is scaled.
 *
 * @param key which service
 * @param arn the target's own ARN, which tags hang on
 * @param range the bounds in force now, whoever set them: a register call or a scheduled action
 * @param suspended what it does not do for the time being
 * @param roleArn the service-linked role
 * @param created when it was registered
 * @param tags by key
 */
record ScalableTarget(
        TargetKey key,
        String arn,
        Range range,
        SuspendedState suspended,
        String roleArn,
        Instant created,
        Map<String, String> tags) {

    /** Copies the tags. */
    ScalableTarget {
        tags = Map.copyOf(tags);
    }

    ScalableTarget with(Range changed) {
        return new ScalableTarget(key, arn, changed, suspended, roleArn, created, tags);
    }

    ScalableTarget with(SuspendedState changed) {
        return new ScalableTarget(key, arn, range, changed, roleArn, created, tags);
    }

    ScalableTarget withTags(Map<String, String> changed) {
        return new ScalableTarget(key, arn, range, suspended, roleArn, created, changed);
    }

    Map<String, Object> toWire() {
        var wire = new LinkedHashMap<>(key.toWire());
        wire.put("MinCapacity", range.min());
        wire.put("MaxCapacity", range.max());
        wire.put("RoleARN", roleArn);
        wire.put("CreationTime", created);
        wire.put("SuspendedState", suspended.toWire());
        wire.put("ScalableTargetARN", arn);
        return wire;
    }
}
