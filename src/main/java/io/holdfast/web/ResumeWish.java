package io.holdfast.web;

import java.util.Optional;

/**
 * How the end of a standstill is asked for.
 *
 * @param reason why, for the audit trail; may be left out
 */
record ResumeWish(Optional<Reason> reason) {
    static final ResumeWish PLAIN = new ResumeWish(Optional.empty());

    /** Behind a sentence. */
    String because() {
        return reason.map(it -> ": " + it.text()).orElse("");
    }
}
