package io.holdfast.sandbox.wire;

import static java.util.Objects.requireNonNull;

import java.util.Map;

/** A refusal in AWS's words. Every protocol has its own way to write it down. */
public final class AwsError extends RuntimeException {

    private static final long serialVersionUID = 1L;

    private static final int BAD_REQUEST = 400;
    private static final int NOT_IMPLEMENTED = 501;

    private final int status;
    private final String code;
    private final transient Map<String, Object> members;

    /**
     * A refusal with further members, as some error shapes have.
     *
     * @param status the HTTP status
     * @param code the code as it stands on the wire, which may differ from the shape's name
     * @param message AWS's explanation
     * @param members further members of the error's shape
     */
    public AwsError(int status, String code, String message, Map<String, Object> members) {
        super(message, null, false, false);
        this.status = status;
        this.code = requireNonNull(code, "code");
        this.members = Map.copyOf(members);
    }

    /** A refusal without further members. */
    public AwsError(int status, String code, String message) {
        this(status, code, message, Map.of());
    }

    /** The usual refusal: HTTP 400. */
    public static AwsError badRequest(String code, String message) {
        return new AwsError(BAD_REQUEST, code, message);
    }

    /** The honest answer of a sandbox that lacks the operation: HTTP 501, which the SDK does not retry. */
    public static AwsError notImplemented(String operation) {
        return new AwsError(NOT_IMPLEMENTED, "NotImplemented", "The sandbox does not implement " + operation + ".");
    }

    /** The HTTP status. */
    public int status() {
        return status;
    }

    /** The code on the wire. */
    public String code() {
        return code;
    }

    /** Further members of the error's shape; usually none. */
    public Map<String, Object> members() {
        return members == null ? Map.of() : members;
    }
}
