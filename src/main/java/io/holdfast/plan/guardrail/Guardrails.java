package io.holdfast.plan.guardrail;

import io.holdfast.model.Change;
import io.holdfast.model.Ruling;
import io.holdfast.plan.Situation;
import java.util.List;

/** The questions asked of each change by itself, what is never allowed first, what only has to wait later. */
public final class Guardrails {
    private static final List<Guardrail> IN_ORDER = List.of(
            new AccountGuardrail(),
            new OwnershipGuardrail(),
            new ProtectionGuardrail(),
            new ReplacementGuardrail(),
            new DataGuardrail(),
            new FinalSnapshotGuardrail(),
            new GraceGuardrail(),
            new ConfirmationGuardrail(),
            new UnseenGuardrail(),
            new StaleGuardrail(),
            new RenameGuardrail(),
            new GoneFirstGuardrail(),
            new HeldFieldsGuardrail(),
            new ContentionGuardrail(),
            new ShownGuardrail(),
            new DoubtGuardrail(),
            new UnderwayGuardrail(),
            new SideEffectGuardrail(),
            new ScaleStepGuardrail(),
            new BackoffGuardrail(),
            new PausedGuardrail(),
            new WindowGuardrail(),
            new ModeGuardrail());

    private Guardrails() {}

    /** The change with what each of them says; a person's word answers those that ask for one. */
    public static Change ask(Change change, Situation situation) {
        Change ruled = change;
        for (Guardrail guardrail : IN_ORDER) {
            var verdict = Consent.answer(guardrail.ask(change, situation), change, situation);
            ruled = ruled.ruled(new Ruling(guardrail.name(), verdict));
        }
        return ruled;
    }
}
