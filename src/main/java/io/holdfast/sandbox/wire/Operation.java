package io.holdfast.sandbox.wire;

import static java.util.Objects.requireNonNull;

/**
 * What a request asks for, whatever protocol it came in.
 *
 * @param name the operation in AWS spelling
 * @param input its members
 */
public record Operation(String name, Input input) {

    /** Refuses missing parts. */
    public Operation {
        requireNonNull(name, "name");
        requireNonNull(input, "input");
    }
}
