package io.holdfast.sandbox.fault;

import static java.util.Objects.requireNonNull;

import io.holdfast.sandbox.wire.Input;
import java.util.function.Predicate;

/**
 * Which calls a rule is about.
 *
 * @param service the signing name, or {@code *}
 * @param operation the operation, a beginning of one followed by {@code *}, or {@code *}
 * @param input what the members must be like
 */
public record Api(String service, String operation, Predicate<Input> input) {

    private static final String ANY = "*";

    /** Refuses missing parts. */
    public Api {
        requireNonNull(service, "service");
        requireNonNull(operation, "operation");
        requireNonNull(input, "input");
    }

    /** One operation of one service; {@code Describe*} means every operation that begins so. */
    public static Api of(String service, String operation) {
        return new Api(service, operation, any -> true);
    }

    /** Every operation of one service. */
    public static Api service(String service) {
        return of(service, ANY);
    }

    /** Every call. */
    public static Api any() {
        return of(ANY, ANY);
    }

    /** The same calls, if their members are also like this. */
    public Api where(Predicate<Input> also) {
        return new Api(service, operation, input.and(also));
    }

    /** Whether a call is one of these. */
    public boolean matches(String calledService, String calledOperation, Input calledWith) {
        return (service.equals(ANY) || service.equals(calledService))
                && matchesOperation(calledOperation)
                && input.test(calledWith);
    }

    private boolean matchesOperation(String called) {
        return operation.endsWith(ANY)
                ? called.startsWith(operation.substring(0, operation.length() - 1))
                : called.equals(operation);
    }
}
