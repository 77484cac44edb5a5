package io.holdfast.sandbox;

import static java.util.Objects.requireNonNull;

import io.holdfast.sandbox.wire.Input;

/**
 * One operation asked of one service.
 *
 * @param world what the caller's account holds in the request's region
 * @param operation the operation in AWS spelling, such as {@code DescribeServices}
 * @param input the operation's members, whatever protocol brought them
 * @param accessKey the access key id the request was signed with; empty when the call comes from inside the sandbox
 */
public record Call(World world, String operation, Input input, String accessKey) {

    /** Refuses missing parts. */
    public Call {
        requireNonNull(world, "world");
        requireNonNull(operation, "operation");
        requireNonNull(input, "input");
        requireNonNull(accessKey, "accessKey");
    }

    /** A call from inside the sandbox. */
    public Call(World world, String operation, Input input) {
        this(world, operation, input, "");
    }
}
