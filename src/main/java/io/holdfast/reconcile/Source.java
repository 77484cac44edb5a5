package io.holdfast.reconcile;

import static java.util.Objects.requireNonNull;

import java.util.List;
import java.util.Optional;

/** Where desired states come from. */
@FunctionalInterface
public interface Source {
    /**
     * Reads anew, however long that takes; it is asked by one thread at a time. Never throws for what is wrong with the source or
     * its files: that is in the answer.
     */
    Reading read();

    /** Somebody says that there is something new. Never waits; whether it is true is found out in the source's own time. */
    default void wake() {}

    /**
     * What the source says now.
     *
     * @param environments all of them, in the order of their names; in trouble, those that ever loaded, on their last good state
     * @param trouble why the source as a whole could not be read; what was in force stays in force then
     */
    record Reading(List<Loaded> environments, Optional<String> trouble) {
        public Reading {
            environments = List.copyOf(environments);
            requireNonNull(trouble, "trouble");
        }
    }
}
