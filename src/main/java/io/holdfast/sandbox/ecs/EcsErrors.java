package io.holdfast.sandbox.ecs;

import io.holdfast.sandbox.wire.AwsError;

/** ECS's refusals by the codes of its API model. */
final class EcsErrors {

    private EcsErrors() {}

    static AwsError invalid(String message) {
        return AwsError.badRequest("InvalidParameterException", message);
    }

    static AwsError client(String message) {
        return AwsError.badRequest("ClientException", message);
    }

    static AwsError of(String code, String message) {
        return AwsError.badRequest(code, message);
    }

    static AwsError clusterNotFound() {
        return of("ClusterNotFoundException", "Cluster not found.");
    }

    static AwsError serviceNotFound() {
        return of("ServiceNotFoundException", "Service not found.");
    }

    static AwsError serviceNotActive() {
        return of("ServiceNotActiveException", "Service was not ACTIVE.");
    }

    static AwsError notIdempotent() {
        return invalid("Creation of service was not idempotent.");
    }
}
