package io.holdfast.sandbox.autoscaling;

import io.holdfast.sandbox.wire.AwsError;
import io.holdfast.sandbox.wire.Input;

/** The refusals of Application Auto Scaling, by code. All are HTTP 400. */
final class Errors {

    private Errors() {}

    static AwsError invalid(String message) {
        return AwsError.badRequest("ValidationException", message);
    }

    static AwsError notFound(String message) {
        return AwsError.badRequest("ObjectNotFoundException", message);
    }

    static AwsError noTarget(TargetKey key) {
        return notFound("No scalable target registered for " + key.inWords());
    }

    static String required(Input input, String member) {
        return input.string(member)
                .orElseThrow(() -> invalid("1 validation error detected: Value null at '" + member
                        + "' failed to satisfy constraint: Member must not be null"));
    }
}
