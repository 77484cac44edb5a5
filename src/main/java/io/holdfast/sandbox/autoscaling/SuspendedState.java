package io.holdfast.sandbox.autoscaling;

import io.holdfast.sandbox.wire.Input;
import java.util.LinkedHashMap;
import java.util.Map;

/**
 * What a target does not do for the time being.
 *
 * @param scaleIn policies do not lower the count
 * @param scaleOut policies do not raise the count
 * @param scheduled scheduled actions do not fire
 */
record SuspendedState(boolean scaleIn, boolean scaleOut, boolean scheduled) {

    static final SuspendedState NOTHING = new SuspendedState(false, false, false);

    /** The state with those members replaced that were sent. */
    SuspendedState with(Input sent) {
        return new SuspendedState(
                sent.bool("DynamicScalingInSuspended").orElse(scaleIn),
                sent.bool("DynamicScalingOutSuspended").orElse(scaleOut),
                sent.bool("ScheduledScalingSuspended").orElse(scheduled));
    }

    Map<String, Object> toWire() {
        var wire = new LinkedHashMap<String, Object>();
        wire.put("DynamicScalingInSuspended", scaleIn);
        wire.put("DynamicScalingOutSuspended", scaleOut);
        wire.put("ScheduledScalingSuspended", scheduled);
        return wire;
    }
}
