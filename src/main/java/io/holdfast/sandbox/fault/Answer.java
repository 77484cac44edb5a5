package io.holdfast.sandbox.fault;

import static java.util.Objects.requireNonNull;

import io.holdfast.sandbox.WireResponse;
import io.holdfast.sandbox.wire.AwsError;
import java.util.Map;
import java.util.Optional;
import java.util.function.UnaryOperator;

/**
 * What a call is answered, before it is written in the caller's protocol.
 *
 * @param output the members of the answer; empty for a refusal
 * @param error the refusal, if it is one
 * @param onTheWire what happens to the finished response on its way back
 */
public record Answer(Map<String, Object> output, Optional<AwsError> error, UnaryOperator<WireResponse> onTheWire) {

    /** Refuses missing parts. The output keeps its order, and may hold nulls, which no protocol writes. */
    public Answer {
        requireNonNull(output, "output");
        requireNonNull(error, "error");
        requireNonNull(onTheWire, "onTheWire");
    }

    /** The call succeeded. */
    public static Answer of(Map<String, Object> output) {
        return new Answer(output, Optional.empty(), UnaryOperator.identity());
    }

    /** The call was refused. */
    public static Answer refusal(AwsError error) {
        return new Answer(Map.of(), Optional.of(error), UnaryOperator.identity());
    }

    /** The same answer with other members; a refusal stays what it is. */
    public Answer withOutput(UnaryOperator<Map<String, Object>> change) {
        return error.isPresent() ? this : new Answer(change.apply(output), error, onTheWire);
    }

    /** The same answer, spoiled on its way back. */
    public Answer spoiled(UnaryOperator<WireResponse> spoil) {
        return new Answer(output, error, response -> spoil.apply(onTheWire.apply(response)));
    }
}
