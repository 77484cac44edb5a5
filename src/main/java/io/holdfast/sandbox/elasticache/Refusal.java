package io.holdfast.sandbox.elasticache;

import io.holdfast.sandbox.wire.AwsError;

/** The refusals ElastiCache uses everywhere; some of its error codes keep the suffix {@code Fault} and some do not. */
final class Refusal {

    private static final int NOT_FOUND = 404;

    private Refusal() {}

    static AwsError value(String message) {
        return AwsError.badRequest("InvalidParameterValue", message);
    }

    static AwsError combination(String message) {
        return AwsError.badRequest("InvalidParameterCombination", message);
    }

    static AwsError state(String message) {
        return AwsError.badRequest("InvalidReplicationGroupState", message);
    }

    static AwsError exists(String code, String message) {
        return AwsError.badRequest(code, message);
    }

    static AwsError notFound(String code, String message) {
        return new AwsError(NOT_FOUND, code, message);
    }

    /** The answer to what is already so. */
    static AwsError noOperation(String message) {
        return AwsError.badRequest("NoOperationFault", message);
    }
}
