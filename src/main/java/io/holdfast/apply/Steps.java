package io.holdfast.apply;

import io.holdfast.model.Change;
import io.holdfast.model.Outcome;
import io.holdfast.model.Step;
import java.util.Optional;
import java.util.function.Function;

/** The calls of one change, one after the other: the first that is not done ends it for this pass. */
final class Steps {
    private final Change change;
    private final Journal journal;

    Steps(Change change, Journal journal) {
        this.change = change;
        this.journal = journal;
    }

    Applied run(Function<Step, Outcome> actuator) {
        Applied last = new Applied(change, Optional.empty(), change.id() + ": nothing to send");
        for (Step step : change.steps()) {
            last = journal.call(step.call(), step.paths(), () -> actuator.apply(step));
            if (!last.isDone()) {
                return last;
            }
        }
        return last;
    }
}
