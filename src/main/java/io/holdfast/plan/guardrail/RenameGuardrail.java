package io.holdfast.plan.guardrail;

import io.holdfast.model.Change;
import io.holdfast.model.Change.Action;
import io.holdfast.model.Health;
import io.holdfast.model.ResourceDrift;
import io.holdfast.model.Verdict;
import io.holdfast.plan.Situation;

/** Was it only given another name? Then its successor must be there and well before it goes. */
final class RenameGuardrail implements Guardrail {
    @Override
    public Verdict ask(Change change, Situation situation) {
        if (change.action() != Action.DELETE) {
            return Verdict.proceed();
        }
        return situation.report().resources().stream()
                .filter(it -> it.id().equals(change.id()))
                .filter(it -> !isWell(it))
                .findFirst()
                .map(it -> Verdict.hold(
                        "Renamed", "the YAML calls it " + it.key() + " now; it stays until that is there and healthy"))
                .orElseGet(Verdict::proceed);
    }

    private static boolean isWell(ResourceDrift successor) {
        return successor.facts().isPresent() && successor.health().status() == Health.Status.HEALTHY;
    }
}
