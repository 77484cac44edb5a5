package io.holdfast.plan.guardrail;

import io.holdfast.model.Change;
import io.holdfast.model.Facts;
import io.holdfast.model.Ownership;
import io.holdfast.model.Verdict;
import io.holdfast.plan.Situation;

/** Is it ours to touch? */
final class OwnershipGuardrail implements Guardrail {
    @Override
    public Verdict ask(Change change, Situation situation) {
        Ownership ownership = change.subject().facts().map(Facts::ownership).orElseGet(Ownership::ours);
        if (ownership instanceof Ownership.Foreign foreign) {
            return Verdict.hold("Foreign", "it belongs to " + foreign.owner() + " and is never touched");
        }
        if (ownership instanceof Ownership.Unknown) {
            return Verdict.hold("OwnerUnknown", "its tags could not be read, so nobody can say whose it is");
        }
        boolean mayAdopt =
                change.drift().filter(it -> it.declared().terms().adopt()).isPresent();
        if (ownership instanceof Ownership.Unowned && !mayAdopt) {
            return Verdict.hold(
                    "Unowned", "it exists and carries nobody's mark; declare adopt: true to take ownership of it");
        }
        return Verdict.proceed();
    }
}
