package io.holdfast.contract;

import static java.util.Objects.requireNonNull;

import java.util.Set;
import org.junit.jupiter.api.function.Executable;

/**
 * One thing a kind owes.
 *
 * @param name a sentence, by which lists of exceptions know it
 * @param resource the logical name of the resource it is about; empty for all of them
 * @param paths the fields whose change it is about, if it is
 * @param check fails when it is not so
 */
record Clause(String name, String resource, Set<String> paths, Executable check) {
    Clause {
        requireNonNull(name, "name");
        requireNonNull(resource, "resource");
        paths = Set.copyOf(paths);
        requireNonNull(check, "check");
    }

    /** One about the whole. */
    Clause(String name, Executable check) {
        this(name, "", Set.of(), check);
    }
}
