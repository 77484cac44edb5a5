package io.holdfast.plan.guardrail;

import io.holdfast.model.Change;
import io.holdfast.model.Change.Action;
import io.holdfast.model.Excuse.Reason;
import io.holdfast.model.TurnBack;
import io.holdfast.model.Verdict;
import io.holdfast.plan.Situation;
import java.time.Instant;
import java.util.Optional;

/** Does AWS take it, and never show it? Fields that it does not show are held one by one, in the drift. */
final class ShownGuardrail implements Guardrail {
    @Override
    public Verdict ask(Change change, Situation situation) {
        return Optional.ofNullable(change.subject().memory().turnedBack().get(""))
                .filter(it -> change.action() != Action.UPDATE && it.isUnshown(change.wish()))
                .map(it -> ask(change, it, situation.now()))
                .orElseGet(Verdict::proceed);
    }

    private static Verdict ask(Change change, TurnBack accepted, Instant now) {
        if (now.isBefore(accepted.patience())) {
            return Verdict.holdUntil(
                    accepted.patience(),
                    "NotVisibleYet",
                    "AWS has accepted it at " + accepted.last() + " and may show it until " + accepted.patience());
        }
        return accepted.isSpent()
                ? Verdict.hold(
                        Reason.NOT_SHOWN.word(),
                        accepted.sentence(String.join(", ", change.calls()), shown(change.action())))
                : Verdict.proceed();
    }

    private static String shown(Action action) {
        return switch (action) {
            case CREATE -> "no such resource";
            case ADOPT -> "no mark of ours on it";
            default -> "it as if nothing had been asked";
        };
    }
}
