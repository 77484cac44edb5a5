package io.holdfast.model;

import static java.util.Objects.requireNonNull;

import java.time.Instant;
import java.util.Optional;

/**
 * One field in which live is not as declared, explained.
 *
 * @param difference the two values, the impact and the call that closes it
 * @param lastApplied what the two last agreed on, {@link Difference#HIDDEN} if it may be a secret
 * @param cause who moved
 * @param since from when it has differed without a break
 * @param declaredAt where the YAML declares it, or the thing around it
 * @param hold why it may not be closed yet
 * @param quiet whether a rule says that it counts as no drift, though it is closed like any other
 */
public record FieldDrift(
        Difference difference,
        Optional<Object> lastApplied,
        Cause cause,
        Instant since,
        Location declaredAt,
        Optional<Excuse> hold,
        boolean quiet) {
    public FieldDrift {
        requireNonNull(difference, "difference");
        requireNonNull(lastApplied, "lastApplied");
        requireNonNull(cause, "cause");
        requireNonNull(since, "since");
        requireNonNull(declaredAt, "declaredAt");
        requireNonNull(hold, "hold");
    }

    /** Whether it was sent so often, for nothing, that it is left alone for this reason. */
    public boolean isLeft(Excuse.Reason reason) {
        return hold.filter(it -> it.reason() == reason && reason.isForPeople()).isPresent();
    }

    public String path() {
        return difference.path();
    }
}
