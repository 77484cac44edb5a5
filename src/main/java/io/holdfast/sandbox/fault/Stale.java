package io.holdfast.sandbox.fault;

/** A read reaches a replica that has not heard of the last writes. */
record Stale(int writes) implements Fault {

    @Override
    public String name() {
        return "stale";
    }

    @Override
    public boolean applies(Attempt attempt) {
        return attempt.isRead();
    }

    @Override
    public Answer strike(Attempt attempt) {
        return attempt.before(writes);
    }
}
