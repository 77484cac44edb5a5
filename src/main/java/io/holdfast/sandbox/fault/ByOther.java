package io.holdfast.sandbox.fault;

import io.holdfast.sandbox.wire.Input;

/** A person at the console, or another program: changes something between our look and our call. */
record ByOther(String service, String operation, Input input) implements Fault {

    @Override
    public String name() {
        return "by-other";
    }

    @Override
    public Answer strike(Attempt attempt) {
        attempt.byOther(service, operation, input);
        return attempt.proceed();
    }
}
