package io.holdfast.model;

import static java.util.Objects.requireNonNull;

import java.util.Optional;

/** What a look at AWS found. */
public sealed interface Observed<S> {
    /** It is there. */
    record Present<S>(S state, Facts facts) implements Observed<S> {
        public Present {
            requireNonNull(state, "state");
            requireNonNull(facts, "facts");
        }
    }

    /** AWS says that it is not there. */
    record Absent<S>() implements Observed<S> {}

    /** We could not look: it may be there or not. */
    record Unseen<S>(Fault fault) implements Observed<S> {
        public Unseen {
            requireNonNull(fault, "fault");
        }
    }

    static <S> Observed<S> present(S state, Facts facts) {
        return new Present<>(state, facts);
    }

    static <S> Observed<S> absent() {
        return new Absent<>();
    }

    static <S> Observed<S> unseen(Fault fault) {
        return new Unseen<>(fault);
    }

    default Optional<Present<S>> present() {
        return this instanceof Present<S> present ? Optional.of(present) : Optional.empty();
    }

    default Optional<Fault> trouble() {
        return this instanceof Unseen<S> unseen ? Optional.of(unseen.fault()) : Optional.empty();
    }

    default boolean isAbsent() {
        return this instanceof Absent<S>;
    }
}
