package io.holdfast.plan.guardrail;

import io.holdfast.model.Change;
import io.holdfast.model.Change.Action;
import io.holdfast.model.Verdict;
import io.holdfast.plan.Situation;
import java.time.Duration;

/** May it be there already? A create we began may have worked although nothing shows yet. */
final class DoubtGuardrail implements Guardrail {
    /** ECS can say MISSING for up to two minutes after a create (AWS-SEMANTICS 0.4, rule 9); others are faster. */
    private static final Duration DOUBT = Duration.ofMinutes(2);

    @Override
    public Verdict ask(Change change, Situation situation) {
        if (change.action() != Action.CREATE) {
            return Verdict.proceed();
        }
        return change.subject()
                .memory()
                .intent()
                .map(it -> it.at().plus(DOUBT))
                .filter(until -> situation.now().isBefore(until))
                .map(until -> Verdict.holdUntil(
                        until, "NotVisibleYet", "a create was begun and may have worked; looking again until " + until))
                .orElseGet(Verdict::proceed);
    }
}
