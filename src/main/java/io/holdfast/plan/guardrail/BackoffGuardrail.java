package io.holdfast.plan.guardrail;

import io.holdfast.model.Attempt;
import io.holdfast.model.Change;
import io.holdfast.model.Verdict;
import io.holdfast.plan.Situation;

/** Did this very change fail a moment ago? Another difference, or a new commit, starts afresh. */
final class BackoffGuardrail implements Guardrail {
    @Override
    public Verdict ask(Change change, Situation situation) {
        return change.subject()
                .memory()
                .attempt()
                .filter(it -> it.isOf(change.subject().fingerprint(), situation.commit()))
                .filter(it -> situation.now().isBefore(it.notBefore()))
                .map(BackoffGuardrail::wait)
                .orElseGet(Verdict::proceed);
    }

    private static Verdict wait(Attempt attempt) {
        return Verdict.holdUntil(
                attempt.notBefore(),
                attempt.needsPerson() ? "Stalled" : "Backoff",
                attempt.fault() + "; failed " + attempt.count() + " times, next attempt at " + attempt.notBefore());
    }
}
