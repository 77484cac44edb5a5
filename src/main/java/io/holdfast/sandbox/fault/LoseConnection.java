package io.holdfast.sandbox.fault;

import io.holdfast.sandbox.ConnectionLost;

/** No answer at all: the connection closes. */
record LoseConnection(boolean afterEffect) implements Fault {

    @Override
    public String name() {
        return afterEffect ? "lose-reply" : "lose-request";
    }

    @Override
    public Answer strike(Attempt attempt) {
        if (afterEffect) {
            attempt.proceed();
        }
        throw ConnectionLost.closed();
    }
}
