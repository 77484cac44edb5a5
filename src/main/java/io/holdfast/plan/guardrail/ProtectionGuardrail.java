package io.holdfast.plan.guardrail;

import io.holdfast.model.Change;
import io.holdfast.model.Kind;
import io.holdfast.model.Observed;
import io.holdfast.model.Stray;
import io.holdfast.model.Verdict;
import io.holdfast.plan.Situation;
import java.util.Optional;

/**
 * Is it protected, by the YAML or by AWS? The protection outlives its declaration: whoever deletes both lines in one commit
 * has not said that it may go.
 */
final class ProtectionGuardrail implements Guardrail {
    @Override
    public Verdict ask(Change change, Situation situation) {
        if (!change.action().destroys()) {
            return Verdict.proceed();
        }
        if (change.subject().isProtected()) {
            return Verdict.hold(
                    "Protected",
                    "the YAML protects it; say protect: false in a commit of its own, and let that come into force first");
        }
        return live(change)
                .flatMap(it -> protection(change.subject().kind(), it))
                .map(it -> Verdict.hold("Protected", it + "; lift that in the YAML first"))
                .orElseGet(Verdict::proceed);
    }

    private static Optional<Observed.Present<?>> live(Change change) {
        return change.stray()
                .<Observed.Present<?>>map(Stray::live)
                .or(() -> change.drift().flatMap(it -> it.observed().present()));
    }

    /** What is live is of the kind's own type: the kind's observer has made it. */
    @SuppressWarnings("unchecked")
    private static <S> Optional<String> protection(Kind<S> kind, Observed.Present<?> live) {
        return kind.protection((S) live.state());
    }
}
