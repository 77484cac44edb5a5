package io.holdfast.sandbox.rds;

import io.holdfast.sandbox.wire.AwsError;

/** The refusals RDS uses everywhere; its error codes drop the suffix {@code Fault} of the shapes' names. */
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
        return AwsError.badRequest("InvalidDBInstanceState", message);
    }

    static AwsError exists(String code, String message) {
        return AwsError.badRequest(code, message);
    }

    static AwsError notFound(String code, String message) {
        return new AwsError(NOT_FOUND, code, message);
    }
}
