package io.holdfast.aws;

import io.holdfast.model.Outcome;
import java.io.UncheckedIOException;
import java.util.function.Supplier;
import software.amazon.awssdk.core.exception.SdkException;

/**
 * Makes one AWS call, or a few that belong together, and classifies what goes wrong. The operation is named by the
 * caller, {@code ecs:UpdateService}, in the words of an IAM policy, so that a denied call names the missing action.
 */
public final class Call {
    private Call() {}

    /** A call that changes nothing; its failures are thrown as {@link AwsFailure}. */
    public static <T> T read(String operation, Supplier<T> call) {
        try {
            return bounded(call);
        } catch (SdkException | UncheckedIOException | BrokenPromise | AwsFailure failure) {
            throw new AwsFailure(Faults.ofRead(operation, failure), failure);
        }
    }

    /** A call that may change something; its failures are thrown as {@link AwsFailure}. */
    public static <T> T write(String operation, Supplier<T> call) {
        try {
            return bounded(call);
        } catch (SdkException | UncheckedIOException | BrokenPromise | AwsFailure failure) {
            throw new AwsFailure(Faults.ofWrite(operation, failure), failure);
        }
    }

    /** The SDK reads XML element by element inside of each other: an answer that never ends going down is no answer. */
    private static <T> T bounded(Supplier<T> call) {
        try {
            return call.get();
        } catch (StackOverflowError deep) {
            throw new BrokenPromise("end to its nesting");
        }
    }

    /**
     * A call that may change something, told as an outcome; a failure is one of them. That AWS found nothing to change is
     * none: it was asked to make something so that is so.
     */
    public static Outcome act(String operation, Supplier<Outcome> call) {
        try {
            return write(operation, call);
        } catch (AwsFailure failure) {
            return Sentences.isNothingToDo(failure.fault()) ? Outcome.done() : Outcome.failed(failure.fault());
        }
    }

    /** A call that takes something away, told as an outcome; that it is not there is what was wanted. */
    public static Outcome remove(String operation, Supplier<Outcome> call) {
        Outcome outcome = act(operation, call);
        boolean isGone = outcome instanceof Outcome.Failed failed && ErrorCodes.saysGone(failed.fault());
        return isGone ? Outcome.done() : outcome;
    }
}
