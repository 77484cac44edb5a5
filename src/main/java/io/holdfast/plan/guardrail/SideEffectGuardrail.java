package io.holdfast.plan.guardrail;

import io.holdfast.model.Change;
import io.holdfast.model.Change.Action;
import io.holdfast.model.Declared;
import io.holdfast.model.Observed;
import io.holdfast.model.ResourceDrift;
import io.holdfast.model.Step;
import io.holdfast.model.Verdict;
import io.holdfast.plan.Situation;
import java.util.Optional;

/** Would the call bring about more than it is sent for? Somebody may have parked that for a quiet hour. */
final class SideEffectGuardrail implements Guardrail {
    @Override
    public Verdict ask(Change change, Situation situation) {
        if (change.action() != Action.UPDATE) {
            return Verdict.proceed();
        }
        return change.drift()
                .flatMap(drift -> change.steps().stream()
                        .flatMap(step -> of(drift, step).stream())
                        .findFirst())
                .map(it -> Verdict.needsApproval("SideEffect", it))
                .orElseGet(Verdict::proceed);
    }

    private static Optional<String> of(ResourceDrift drift, Step step) {
        return drift.observed().present().flatMap(it -> of(drift.declared(), it, step));
    }

    /** What is live is of the kind's own type: the kind's observer has made it. */
    @SuppressWarnings("unchecked")
    private static <S> Optional<String> of(Declared<S> declared, Observed.Present<?> live, Step step) {
        return declared.kind().sideEffect(declared.state(), (Observed.Present<S>) live, step);
    }
}
