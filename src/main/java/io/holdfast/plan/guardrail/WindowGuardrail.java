package io.holdfast.plan.guardrail;

import io.holdfast.model.Change;
import io.holdfast.model.Change.Action;
import io.holdfast.model.Verdict;
import io.holdfast.model.policy.ChangeClass;
import io.holdfast.model.policy.Window;
import io.holdfast.model.policy.Windows.Closed;
import io.holdfast.plan.Situation;
import java.util.Optional;

/** Is this a time for such a change? */
final class WindowGuardrail implements Guardrail {
    @Override
    public Verdict ask(Change change, Situation situation) {
        if (change.action() == Action.ADOPT) {
            return Verdict.proceed();
        }
        return Classes.of(change)
                .flatMap(it -> held(it, situation).stream())
                .findFirst()
                .orElseGet(Verdict::proceed);
    }

    private static Optional<Verdict> held(ChangeClass why, Situation situation) {
        return situation.policy().windows().closed(why, situation.now()).map(it -> held(why, it));
    }

    private static Verdict held(ChangeClass why, Closed closed) {
        boolean frozen = closed.window().effect() == Window.Effect.FREEZE;
        String until = closed.until().map(it -> " until " + it).orElse("");
        String sentence = frozen
                ? "a freeze holds every " + why + until
                : "a " + why + " is only made in its window"
                        + closed.until().map(it -> ", next at " + it).orElse("");
        return new Verdict.Hold(
                frozen ? "Frozen" : "OutsideWindow",
                sentence + closed.window().reason().map(it -> ": " + it).orElse("") + " ("
                        + closed.window().at() + ")",
                closed.until());
    }
}
