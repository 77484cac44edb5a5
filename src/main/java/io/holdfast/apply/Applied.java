package io.holdfast.apply;

import static java.util.Objects.requireNonNull;

import io.holdfast.model.Change;
import io.holdfast.model.Outcome;
import java.util.Optional;

/**
 * What came of one change.
 *
 * @param change the change
 * @param outcome what AWS answered; absent when it was not sent
 * @param sentence for people: what was attempted, what AWS answered, what happens next
 */
public record Applied(Change change, Optional<Outcome> outcome, String sentence) {
    public Applied {
        requireNonNull(change, "change");
        requireNonNull(outcome, "outcome");
        requireNonNull(sentence, "sentence");
    }

    /** One that was not sent. */
    static Applied notSent(Change change, String call, String why) {
        return new Applied(change, Optional.empty(), call + " " + change.id() + ": not sent: " + why);
    }

    /** Whether what depends on the resource may go on in this pass. */
    public boolean isDone() {
        return outcome.filter(Outcome.Done.class::isInstance).isPresent();
    }

    /** Whether AWS is finishing it later. */
    public boolean isUnderway() {
        return outcome.filter(Outcome.Underway.class::isInstance).isPresent();
    }
}
