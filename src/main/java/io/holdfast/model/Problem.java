package io.holdfast.model;

import static java.util.Objects.requireNonNull;

import java.util.stream.Stream;

/**
 * What a kind finds wrong with a declaration.
 *
 * @param path the field it is about, dotted as in the YAML; empty for the declaration as a whole
 * @param message what is wrong, in a clause; never a value that may be secret
 * @param allowed what may stand there instead; empty where the message says it
 * @param isReference whether it is about a name that leads to nothing, or in a circle
 */
public record Problem(String path, String message, String allowed, boolean isReference) {
    public Problem {
        requireNonNull(path, "path");
        requireNonNull(message, "message");
        requireNonNull(allowed, "allowed");
    }

    public Problem(String path, String message, String allowed) {
        this(path, message, allowed, false);
    }

    /** A name that leads to nothing, or in a circle. */
    public static Problem reference(String path, String message, String allowed) {
        return new Problem(path, message, allowed, true);
    }

    /** The problem where there is one, and nothing where there is none. */
    public static Stream<Problem> when(boolean found, String path, String message, String allowed) {
        return found ? Stream.of(new Problem(path, message, allowed)) : Stream.empty();
    }
}
