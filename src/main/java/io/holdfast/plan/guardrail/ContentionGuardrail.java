package io.holdfast.plan.guardrail;

import io.holdfast.model.Change;
import io.holdfast.model.Change.Action;
import io.holdfast.model.TurnBack;
import io.holdfast.model.Verdict;
import io.holdfast.plan.Situation;
import java.util.Optional;

/** Does somebody delete it as often as we make it? Contended fields are held one by one, in the drift. */
final class ContentionGuardrail implements Guardrail {
    @Override
    public Verdict ask(Change change, Situation situation) {
        if (change.action() != Action.CREATE) {
            return Verdict.proceed();
        }
        return Optional.ofNullable(change.subject().memory().turnedBack().get(""))
                .filter(it -> it.unshown().isEmpty() && it.commit().equals(situation.commit()))
                .filter(it -> it.times() >= situation.policy().limits().turnBacks())
                .map(ContentionGuardrail::held)
                .orElseGet(Verdict::proceed);
    }

    private static Verdict held(TurnBack undone) {
        return Verdict.hold(
                "Contended",
                "made again " + undone.times() + " times between " + undone.first() + " and " + undone.last()
                        + ", and somebody deleted it each time; left alone until a new commit comes, or a person resumes it"
                        + " or asks for a pass");
    }
}
