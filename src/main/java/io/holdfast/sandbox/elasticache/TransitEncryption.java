package io.holdfast.sandbox.elasticache;

import static io.holdfast.sandbox.elasticache.Setting.TRANSIT_ENCRYPTION;
import static io.holdfast.sandbox.elasticache.Setting.TRANSIT_MODE;

import io.holdfast.sandbox.datastore.Values;

/** Encryption in transit of a running group is switched on in two steps: preferred, so that clients can follow, then required. */
final class TransitEncryption {

    static final String PREFERRED = "preferred";
    static final String REQUIRED = "required";

    private TransitEncryption() {}

    static void checkStep(Values<Setting> live, Values<Setting> asked) {
        if (!asked.has(TRANSIT_ENCRYPTION) && !asked.has(TRANSIT_MODE)) {
            return;
        }
        var next = live.overlaidWith(asked);
        boolean on = next.flag(TRANSIT_ENCRYPTION);
        var from = live.flag(TRANSIT_ENCRYPTION) ? live.text(TRANSIT_MODE) : "";
        var to = on ? next.text(TRANSIT_MODE) : "";
        boolean allowed = from.equals(to)
                || (from.isEmpty() && to.equals(PREFERRED))
                || from.equals(PREFERRED)
                || (from.equals(REQUIRED) && to.equals(PREFERRED));
        if (!allowed || (on && !to.equals(PREFERRED) && !to.equals(REQUIRED))) {
            throw Refusal.combination("Transit encryption can't go from " + named(from) + " to " + named(to)
                    + "; set TransitEncryptionMode to preferred first.");
        }
    }

    private static String named(String mode) {
        return mode.isEmpty() ? "disabled" : mode;
    }
}
