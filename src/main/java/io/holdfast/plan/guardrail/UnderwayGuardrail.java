package io.holdfast.plan.guardrail;

import io.holdfast.model.Change;
import io.holdfast.model.Change.Action;
import io.holdfast.model.Facts;
import io.holdfast.model.Verdict;
import io.holdfast.plan.Situation;
import java.time.Duration;

/** Is AWS, or somebody through AWS, in the middle of changing it? */
final class UnderwayGuardrail implements Guardrail {
    /** RDS and ElastiCache show a steady status for up to about a minute after they accepted a call (AWS-SEMANTICS 0.4). */
    private static final Duration SETTLING = Duration.ofMinutes(2);

    @Override
    public Verdict ask(Change change, Situation situation) {
        if (change.action() == Action.ADOPT) {
            return Verdict.proceed();
        }
        return isJustAccepted(change, situation)
                ? Verdict.hold("Underway", "AWS has accepted a call for it a moment ago and does not show it yet")
                : change.subject()
                        .facts()
                        .flatMap(Facts::underway)
                        .map(what -> Verdict.hold("Underway", what + "; nothing is sent until that has ended"))
                        .orElseGet(Verdict::proceed);
    }

    /** What is to be gone is asked for once: AWS may show it as if nothing had been said for a while. */
    private static boolean isJustAccepted(Change change, Situation situation) {
        return change.action().destroys()
                && change.subject()
                        .memory()
                        .expectation()
                        .filter(it -> it.accepted() && it.paths().isEmpty())
                        .filter(it -> situation.now().isBefore(it.since().plus(SETTLING)))
                        .isPresent();
    }
}
