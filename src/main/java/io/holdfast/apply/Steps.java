package io.holdfast.apply;

import io.holdfast.model.Change;
import io.holdfast.model.Outcome;
import io.holdfast.model.Step;
import io.holdfast.model.WriteGate;
import java.util.Optional;
import java.util.function.Function;

/** The calls of one change, one after the other: the first that is refused, or that AWS finishes later, ends it for now. */
final class Steps {
    private final Change change;
    private final Journal journal;
    private final WriteGate gate;

    Steps(Change change, Journal journal, WriteGate gate) {
        this.change = change;
        this.journal = journal;
        this.gate = gate;
    }

    Applied run(Function<Step, Outcome> actuator) {
        Applied last = new Applied(change, Optional.empty(), change.id() + ": nothing to send");
        for (Step step : change.steps()) {
            Optional<String> closed = gate.closedBecause();
            if (closed.isPresent()) {
                return new Applied(
                        change,
                        Optional.empty(),
                        step.call() + " " + change.id() + ": not sent: " + closed.orElseThrow());
            }
            last = journal.call(step.call(), step.paths(), () -> actuator.apply(step));
            if (!last.isDone()) {
                return last;
            }
        }
        return last;
    }
}
