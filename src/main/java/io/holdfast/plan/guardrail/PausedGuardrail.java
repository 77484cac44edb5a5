package io.holdfast.plan.guardrail;

import io.holdfast.model.Change;
import io.holdfast.model.Pause;
import io.holdfast.model.Verdict;
import io.holdfast.plan.Situation;

/** Has a person asked Holdfast to hold still? */
final class PausedGuardrail implements Guardrail {
    @Override
    public Verdict ask(Change change, Situation situation) {
        return situation
                .standing()
                .pause(situation.desired().environment(), situation.now())
                .map(PausedGuardrail::held)
                .orElseGet(Verdict::proceed);
    }

    private static Verdict held(Pause pause) {
        return new Verdict.Hold(pause.isFleetWide() ? "LineStopped" : "Paused", pause.sentence(), pause.until());
    }
}
