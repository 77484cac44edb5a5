package io.holdfast.plan.guardrail;

import io.holdfast.model.Change;
import io.holdfast.model.Difference;
import io.holdfast.model.Mode;
import io.holdfast.model.Subject;
import io.holdfast.model.policy.Policy;

/** How far Holdfast may go with a change: as far as with its most restricted field. */
public final class Modes {
    private Modes() {}

    /** The mode for one field of a resource. */
    public static Mode of(Subject subject, String path, Policy policy) {
        return policy.modeOf(subject.lineage(), path).orElseGet(() -> policy.modeOf(subject.lineage()));
    }

    static Mode of(Change change, Policy policy) {
        return change.differences().stream()
                .map(Difference::path)
                .map(it -> of(change.subject(), it, policy))
                .min(Mode::compareTo)
                .orElseGet(() -> policy.modeOf(change.subject().lineage()));
    }
}
