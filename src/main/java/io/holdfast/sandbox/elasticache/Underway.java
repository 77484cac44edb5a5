package io.holdfast.sandbox.elasticache;

import static java.util.Objects.requireNonNull;

import java.time.Duration;
import java.time.Instant;
import java.util.Optional;

/** The change of a group that is accepted and not yet finished, and whether AWS is going to undo it. */
final class Underway {

    private static final double DONE = 100;

    private Change change;
    private Instant from = Instant.EPOCH;
    private Instant until = Instant.EPOCH;
    private String rollbackReason;

    /** Empty when the group is idle. For a short while after a change was accepted the status does not show it. */
    Optional<Change> change() {
        return Optional.ofNullable(change);
    }

    boolean isIdle() {
        return change == null;
    }

    /** Takes a change on that will be carried out between the two times. */
    void begin(Change newChange, Instant begins, Instant ends) {
        change = requireNonNull(newChange, "newChange");
        from = requireNonNull(begins, "begins");
        until = requireNonNull(ends, "ends");
    }

    void finish() {
        change = null;
    }

    /** How much of the change is done, in percent. */
    double progress(Instant now) {
        double whole = Duration.between(from, until).toMillis();
        double done = Duration.between(from, now).toMillis();
        return whole <= 0 ? DONE : Math.min(DONE, Math.max(0, DONE * done / whole));
    }

    /** Makes AWS undo this change, or the next one. */
    void rollBack(String reason) {
        rollbackReason = requireNonNull(reason, "reason");
    }

    /** Why the change that ends now is to be undone; asked once. */
    Optional<String> takeRollback() {
        var reason = Optional.ofNullable(rollbackReason);
        rollbackReason = null;
        return reason;
    }
}
