package io.holdfast.plan.guardrail;

import io.holdfast.model.Change;
import io.holdfast.model.Change.Action;
import io.holdfast.model.Excuse;
import io.holdfast.model.FieldDrift;
import io.holdfast.model.ResourceDrift;
import io.holdfast.model.Verdict;
import io.holdfast.plan.Situation;
import java.util.List;

/** Does AWS or a schedule forbid, for now, to close any of the differences? */
final class HeldFieldsGuardrail implements Guardrail {
    @Override
    public Verdict ask(Change change, Situation situation) {
        List<FieldDrift> fields = change.drift().map(ResourceDrift::fields).orElse(List.of()).stream()
                .filter(it -> change.differences().contains(it.difference()))
                .toList();
        boolean anyFree = fields.stream().anyMatch(it -> it.hold().isEmpty());
        if (change.action() != Action.UPDATE || anyFree) {
            return Verdict.proceed();
        }
        String path = fields.get(0).path();
        return fields.get(0).hold().map(it -> held(path, it)).orElseGet(Verdict::proceed);
    }

    private static Verdict held(String path, Excuse excuse) {
        return new Verdict.Hold(excuse.reason().word(), path + ": " + excuse.sentence(), excuse.until());
    }
}
