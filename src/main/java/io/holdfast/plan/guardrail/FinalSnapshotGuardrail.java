package io.holdfast.plan.guardrail;

import io.holdfast.model.Change;
import io.holdfast.model.Change.Action;
import io.holdfast.model.Kind;
import io.holdfast.model.Observed;
import io.holdfast.model.Stray;
import io.holdfast.model.Verdict;
import io.holdfast.plan.Situation;
import java.util.Optional;

/** Can its data be saved before it is gone? Nothing that holds data is deleted without a final snapshot. */
final class FinalSnapshotGuardrail implements Guardrail {
    @Override
    public Verdict ask(Change change, Situation situation) {
        return change.stray()
                .filter(it -> change.action() == Action.DELETE)
                .flatMap(FinalSnapshotGuardrail::unsaved)
                .map(it -> Verdict.hold("NoFinalSnapshot", it))
                .orElseGet(Verdict::proceed);
    }

    private static Optional<String> unsaved(Stray stray) {
        return unsaved(stray.kind(), stray.live());
    }

    /** What is live is of the kind's own type: the kind's observer has made it. */
    @SuppressWarnings("unchecked")
    private static <S> Optional<String> unsaved(Kind<S> kind, Observed.Present<?> live) {
        return kind.unsaved((S) live.state());
    }
}
