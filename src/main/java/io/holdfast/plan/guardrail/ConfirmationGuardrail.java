package io.holdfast.plan.guardrail;

import io.holdfast.model.Change;
import io.holdfast.model.Change.Action;
import io.holdfast.model.Straying;
import io.holdfast.model.Verdict;
import io.holdfast.plan.Situation;

/** Have two complete looks found it declared no longer? One may have been taken in the middle of something. */
final class ConfirmationGuardrail implements Guardrail {
    @Override
    public Verdict ask(Change change, Situation situation) {
        boolean confirmed = change.stray()
                .filter(it -> it.straying().looks() < Straying.CONFIRMED)
                .isEmpty();
        return change.action() != Action.DELETE || confirmed
                ? Verdict.proceed()
                : Verdict.hold("Unconfirmed", "another complete look has to find it declared no longer first");
    }
}
