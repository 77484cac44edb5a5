package io.holdfast.aws;

import io.holdfast.model.Fault;
import java.net.ConnectException;
import java.net.NoRouteToHostException;
import java.net.UnknownHostException;
import java.util.Optional;
import java.util.stream.Stream;
import javax.net.ssl.SSLHandshakeException;
import software.amazon.awssdk.awscore.exception.AwsErrorDetails;
import software.amazon.awssdk.awscore.exception.AwsServiceException;

/** Turns what the SDK throws into a {@link Fault}: the one place where failures of AWS get their meaning. */
public final class Faults {
    /** Our word where AWS gave no code: no answer came, or one that is not AWS's. */
    public static final String NO_ANSWER = "NoAnswer";

    private static final int THROTTLED_STATUS = 429;
    private static final int FIRST_SERVER_STATUS = 500;

    private Faults() {}

    /** What a failure means when the call could change nothing. */
    public static Fault ofRead(String operation, Throwable failure) {
        return of(operation, failure, Fault.Kind.TRANSIENT);
    }

    /** What a failure means when the call may have had its effect nevertheless. */
    public static Fault ofWrite(String operation, Throwable failure) {
        return of(operation, failure, Fault.Kind.UNKNOWN_OUTCOME);
    }

    /** What it means that we have no credentials: they are missing or unusable, unless AWS said something clearer. */
    static Fault ofCredentials(String operation, Throwable failure) {
        Fault fault = of(operation, failure, Fault.Kind.CREDENTIALS);
        return fault.kind() == Fault.Kind.INVALID
                ? new Fault(Fault.Kind.CREDENTIALS, operation, fault.code(), fault.message())
                : fault;
    }

    private static Fault of(String operation, Throwable failure, Fault.Kind unanswered) {
        Optional<Fault> known = causes(failure)
                .filter(AwsFailure.class::isInstance)
                .map(it -> ((AwsFailure) it).fault())
                .findFirst();
        if (known.isPresent()) {
            return known.get();
        }
        return failure instanceof AwsServiceException answered
                ? answered(operation, answered, unanswered)
                : unanswered(operation, failure, unanswered);
    }

    private static Fault answered(String operation, AwsServiceException failure, Fault.Kind unanswered) {
        String code = Optional.ofNullable(failure.awsErrorDetails())
                .map(AwsErrorDetails::errorCode)
                .orElse("");
        if (code.isBlank()) {
            return foreign(operation, failure.statusCode(), unanswered);
        }
        String message =
                Optional.ofNullable(failure.awsErrorDetails().errorMessage()).orElse("");
        Fault.Kind kind = kind(operation, code, message, failure);
        // AWS documents a 5xx as "may or may not have happened" for calls that write.
        boolean open = kind == Fault.Kind.TRANSIENT && failure.statusCode() >= FIRST_SERVER_STATUS;
        return new Fault(open ? unanswered : kind, operation, code, Wording.safe(message));
    }

    private static Fault.Kind kind(String operation, String code, String message, AwsServiceException failure) {
        return Sentences.kind(operation, code, message)
                .or(() -> failure.isClockSkewException() ? Optional.of(Fault.Kind.CLOCK_SKEW) : Optional.empty())
                .or(() -> ErrorCodes.kind(code))
                .orElseGet(() -> byStatus(failure.statusCode()));
    }

    private static Fault.Kind byStatus(int status) {
        if (status == THROTTLED_STATUS) {
            return Fault.Kind.THROTTLED;
        }
        return status >= FIRST_SERVER_STATUS ? Fault.Kind.TRANSIENT : Fault.Kind.INVALID;
    }

    /** AWS always gives a code; what gives none is a proxy, a load balancer or a wrong endpoint. */
    private static Fault foreign(String operation, int status, Fault.Kind unanswered) {
        String message = "HTTP " + status + " without an error code: something between us and AWS, or a wrong endpoint";
        return new Fault(unanswered, operation, NO_ANSWER, message);
    }

    private static Fault unanswered(String operation, Throwable failure, Fault.Kind unanswered) {
        boolean neverSent = causes(failure).anyMatch(Faults::isBeforeSending);
        String code = failure instanceof BrokenPromise ? "IncompleteAnswer" : NO_ANSWER;
        return new Fault(neverSent ? Fault.Kind.TRANSIENT : unanswered, operation, code, Wording.of(failure));
    }

    private static boolean isBeforeSending(Throwable cause) {
        return cause instanceof ConnectException
                || cause instanceof UnknownHostException
                || cause instanceof NoRouteToHostException
                || cause instanceof SSLHandshakeException;
    }

    private static Stream<Throwable> causes(Throwable failure) {
        return Stream.iterate(failure, it -> it != null, Throwable::getCause);
    }
}
