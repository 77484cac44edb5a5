package io.holdfast.model;

import static java.util.Objects.requireNonNull;

/**
 * What a kind finds wrong with a declaration.
 *
 * @param path the field it is about, dotted as in the YAML; empty for the declaration as a whole
 * @param message what is wrong, in a clause; never a value that may be secret
 * @param allowed what may stand there instead; empty where the message says it
 */
public record Problem(String path, String message, String allowed) {
    public Problem {
        requireNonNull(path, "path");
        requireNonNull(message, "message");
        requireNonNull(allowed, "allowed");
    }
}
