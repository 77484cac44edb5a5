package io.holdfast.model;

import java.util.Optional;

/** Asked before every call that may change something. A closed gate makes it a fault without any call. */
@FunctionalInterface
public interface WriteGate {
    /** Why nothing may be written now, in a sentence; empty while writing is allowed. */
    Optional<String> closedBecause();

    static WriteGate open() {
        return Optional::empty;
    }

    /** Closed as soon as one of the two is. */
    default WriteGate and(WriteGate other) {
        return () -> closedBecause().or(other::closedBecause);
    }
}
