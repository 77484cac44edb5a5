package io.holdfast.contract;

import static java.util.Objects.requireNonNull;

import org.junit.jupiter.api.function.Executable;

/**
 * One thing a kind owes.
 *
 * @param name a sentence, by which lists of exceptions know it
 * @param check fails when it is not so
 */
record Clause(String name, Executable check) {
    Clause {
        requireNonNull(name, "name");
        requireNonNull(check, "check");
    }
}
