package io.holdfast.sandbox.elasticache;

import java.util.List;

/** Cluster mode goes from disabled over compatible to enabled, one step at a time, and from enabled never back. */
final class ClusterMode {

    static final String DISABLED = "disabled";
    static final String COMPATIBLE = "compatible";
    static final String ENABLED = "enabled";

    private static final List<String> STEPS = List.of(DISABLED, COMPATIBLE, ENABLED);

    private ClusterMode() {}

    static void checkStep(String from, String to) {
        int step = STEPS.indexOf(to) - STEPS.indexOf(from);
        if (!STEPS.contains(to) || step > 1 || (step < 0 && from.equals(ENABLED))) {
            throw Refusal.combination("Cluster mode can't be changed from " + from + " to " + to + ".");
        }
    }
}
