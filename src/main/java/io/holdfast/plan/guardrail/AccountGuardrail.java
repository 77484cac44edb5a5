package io.holdfast.plan.guardrail;

import io.holdfast.model.Change;
import io.holdfast.model.Verdict;
import io.holdfast.plan.Situation;

/** Are we in the account the YAML means? */
final class AccountGuardrail implements Guardrail {
    @Override
    public Verdict ask(Change change, Situation situation) {
        return situation
                .account()
                .filter(actual -> !actual.equals(situation.declaredAccount()))
                .map(actual -> Verdict.hold(
                        "WrongAccount",
                        "the credentials belong to account " + actual + ", the YAML asks for "
                                + situation.declaredAccount() + "; nothing is written until they agree"))
                .orElseGet(Verdict::proceed);
    }
}
