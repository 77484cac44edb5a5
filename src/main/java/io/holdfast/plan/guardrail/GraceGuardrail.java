package io.holdfast.plan.guardrail;

import io.holdfast.model.Change;
import io.holdfast.model.Change.Action;
import io.holdfast.model.Stray;
import io.holdfast.model.Verdict;
import io.holdfast.plan.Situation;
import java.time.Instant;

/** Has it been declared no longer for long enough? A commit that was a slip can be taken back meanwhile. */
final class GraceGuardrail implements Guardrail {
    @Override
    public Verdict ask(Change change, Situation situation) {
        return change.stray()
                .filter(it -> change.action() == Action.DELETE)
                .map(it -> ask(it, situation))
                .orElseGet(Verdict::proceed);
    }

    private static Verdict ask(Stray stray, Situation situation) {
        Instant ripe = stray.since().plus(situation.policy().prune().grace());
        return situation.now().isBefore(ripe)
                ? Verdict.holdUntil(
                        ripe, "Grace", "declared no longer since " + stray.since() + "; deleted after " + ripe)
                : Verdict.proceed();
    }
}
