package io.holdfast.sandbox.fault;

import java.time.Duration;

/** What was just created is not to be seen yet, while everything else is. */
record Hide(Api creates, Duration duration) implements Fault {

    @Override
    public String name() {
        return "hide";
    }

    @Override
    public boolean applies(Attempt attempt) {
        return attempt.isRead() && attempt.hasWritten(creates, duration);
    }

    @Override
    public Answer strike(Attempt attempt) {
        return attempt.without(creates, duration);
    }
}
