package io.holdfast.desired.git;

import static java.util.Objects.requireNonNull;

import io.holdfast.desired.finding.Finding;
import java.util.Optional;

/**
 * Whether an environment may follow its branch to the head.
 *
 * @param objection why not; absent when it may
 * @param isRewrite whether a person may say that it may all the same
 */
record Verdict(Optional<Finding> objection, boolean isRewrite) {
    Verdict {
        requireNonNull(objection, "objection");
    }

    static Verdict follow() {
        return new Verdict(Optional.empty(), false);
    }

    static Verdict of(Optional<Finding> objection) {
        return new Verdict(objection, false);
    }

    static Verdict rewritten(Finding finding) {
        return new Verdict(Optional.of(finding), true);
    }
}
