package io.holdfast.plan.guardrail;

import io.holdfast.model.Change;
import io.holdfast.model.Verdict;
import io.holdfast.plan.Situation;

/** One question asked of a change. */
@FunctionalInterface
interface Guardrail {
    Verdict ask(Change change, Situation situation);

    /** What it is called in a report. */
    default String name() {
        return getClass().getSimpleName().replaceFirst("Guardrail$", "");
    }
}
