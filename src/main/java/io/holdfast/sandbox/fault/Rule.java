package io.holdfast.sandbox.fault;

/** A fault, the calls it is about, and which of them it strikes. Counts what it did. */
public final class Rule {

    private final Fault fault;
    private final Api api;
    private final Selector selector;
    private long seen;
    private long fired;

    Rule(Fault fault, Api api, Selector selector) {
        this.fault = fault;
        this.api = api;
        this.selector = selector;
    }

    /** How many calls it has struck. */
    public long fired() {
        return fired;
    }

    Fault fault() {
        return fault;
    }

    boolean takes(Attempt attempt) {
        if (!api.matches(attempt.service(), attempt.operation(), attempt.input())) {
            return false;
        }
        seen++;
        return selector.takes(seen) && fault.applies(attempt);
    }

    void countStrike() {
        fired++;
    }
}
