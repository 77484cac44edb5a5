package io.holdfast.model;

import static java.util.Objects.requireNonNull;

/**
 * A classified failure of a call to AWS.
 *
 * @param kind what follows from it
 * @param operation the call, such as {@code ecs:UpdateService}
 * @param code AWS's error code; our own word where AWS gave none
 * @param message AWS's sentence, for people; never matched on
 */
public record Fault(Kind kind, String operation, String code, String message) {
    public Fault {
        requireNonNull(kind, "kind");
        requireNonNull(operation, "operation");
        requireNonNull(code, "code");
        requireNonNull(message, "message");
    }

    /** Whether trying again without a change of anything may help. */
    public boolean isRetryable() {
        return kind.retryable;
    }

    /** Whether it stays until a person changes the YAML, a permission or a quota. */
    public boolean needsPerson() {
        return !kind.retryable;
    }

    /** Whether the call may have had its effect although it failed, so that only the next look can tell. */
    public boolean isOutcomeUnknown() {
        return kind == Kind.UNKNOWN_OUTCOME;
    }

    public boolean isNotFound() {
        return kind == Kind.NOT_FOUND;
    }

    @Override
    public String toString() {
        return operation + ": " + code + ": " + message;
    }

    /** What follows from a failure. */
    public enum Kind {
        /** The thing named is not there. */
        NOT_FOUND(true),
        /** Too many requests. */
        THROTTLED(true),
        /** The resource is in the middle of something. */
        BUSY(true),
        /** Something just made is not visible everywhere yet. */
        PROPAGATION(true),
        /** AWS or the way there has a bad moment. */
        TRANSIENT(true),
        /** No answer, or none that can be read: it may have happened. */
        UNKNOWN_OUTCOME(true),
        /** Expired or unusable credentials. */
        CREDENTIALS(true),
        /** Our clock and AWS's disagree. */
        CLOCK_SKEW(true),
        /** Something of that name exists already. */
        EXISTS(true),
        /** A permission is missing. */
        DENIED(false),
        /** A quota is used up. */
        QUOTA(false),
        /** AWS will never accept this. */
        INVALID(false);

        private final boolean retryable;

        Kind(boolean retryable) {
            this.retryable = retryable;
        }
    }
}
