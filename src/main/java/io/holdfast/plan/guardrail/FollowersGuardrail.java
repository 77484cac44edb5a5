package io.holdfast.plan.guardrail;

import io.holdfast.model.Change;
import io.holdfast.model.Declared;
import io.holdfast.model.Verdict;
import java.util.List;

/**
 * Would it be for nothing? A new task definition revision is registered only if the service that is to run it may be
 * pointed at it.
 */
public final class FollowersGuardrail {
    private FollowersGuardrail() {}

    public static Verdict ask(Change change, List<Change> all) {
        return all.stream()
                .filter(it -> it.drift()
                        .filter(drift -> follows(drift.declared(), change))
                        .isPresent())
                .filter(it -> it.action() != Change.Action.REPLACE)
                .filter(it -> !it.verdict().mayProceed() && !Consent.isAskedOfBoth(change, it))
                .findFirst()
                .map(it -> Verdict.hold(
                        it.verdict().reason(),
                        "serves " + it.id() + ", where " + it.verdict().sentence()))
                .orElseGet(Verdict::proceed);
    }

    static <S> boolean follows(Declared<S> declared, Change change) {
        return declared.kind().follows(declared.id(), declared.state()).containsValue(change.id());
    }
}
