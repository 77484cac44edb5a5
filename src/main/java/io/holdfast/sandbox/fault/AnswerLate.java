package io.holdfast.sandbox.fault;

import java.time.Duration;

/** The answer takes its time; the effect does not. */
record AnswerLate(Duration delay) implements Fault {

    @Override
    public String name() {
        return "answer-late";
    }

    @Override
    public Answer strike(Attempt attempt) {
        return attempt.proceed().spoiled(response -> response.after(delay));
    }
}
