package io.holdfast.sandbox.fault;

import io.holdfast.sandbox.ConnectionLost;
import java.time.Duration;

/** The request is stuck somewhere: the client times out, and the effect happens all the same, later. */
record ApplyLate(Duration delay) implements Fault {

    @Override
    public String name() {
        return "apply-late";
    }

    @Override
    public Answer strike(Attempt attempt) {
        attempt.proceedLater(delay);
        throw ConnectionLost.timedOut();
    }
}
