package io.holdfast.aws;

import static java.util.Objects.requireNonNull;

import io.holdfast.model.Fault;
import java.io.Serial;

/** A classified failure on its way from a call to whoever turns it into an answer; it never leaves a look or an act. */
public final class AwsFailure extends RuntimeException {
    @Serial
    private static final long serialVersionUID = 1L;

    private final transient Fault fault;

    public AwsFailure(Fault fault) {
        super(fault.toString());
        this.fault = requireNonNull(fault, "fault");
    }

    public AwsFailure(Fault fault, Throwable cause) {
        super(fault.toString(), cause);
        this.fault = requireNonNull(fault, "fault");
    }

    public Fault fault() {
        return fault;
    }
}
