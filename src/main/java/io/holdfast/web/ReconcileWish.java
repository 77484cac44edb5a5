package io.holdfast.web;

import java.util.Optional;

/**
 * How a pass is asked for.
 *
 * @param reason why, for the audit trail; may be left out
 */
record ReconcileWish(Optional<Reason> reason) {
    static final ReconcileWish PLAIN = new ReconcileWish(Optional.empty());

    String sentence() {
        return "a pass was asked for" + reason.map(it -> ": " + it.text()).orElse("");
    }
}
