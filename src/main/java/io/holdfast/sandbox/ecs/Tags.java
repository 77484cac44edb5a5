package io.holdfast.sandbox.ecs;

import io.holdfast.sandbox.Call;
import io.holdfast.sandbox.wire.AwsError;
import io.holdfast.sandbox.wire.Members;
import java.util.Map;

/** The tags of clusters, services and task definitions by ARN. */
final class Tags {

    private Tags() {}

    static Map<String, Object> tag(Call call) {
        of(call).put(call.input());
        return Map.of();
    }

    static Map<String, Object> untag(Call call) {
        of(call).remove(call.input().strings("tagKeys"));
        return Map.of();
    }

    static Map<String, Object> list(Call call) {
        return Members.of("tags", of(call).list());
    }

    private static TagSet of(Call call) {
        var arn = call.input().required("resourceArn");
        var state = EcsState.of(call.world());
        var parts = resource(arn).split("/", -1);
        return switch (parts[0]) {
            case "cluster" -> usable(state, parts[1]).tags;
            case "service" -> service(usable(state, parts[1]), Refs.name(arn)).tags;
            case "task-definition" -> state.taskDefinition(arn).orElseThrow(Tags::notFound).tags;
            default -> throw EcsErrors.invalid("Tags are not supported on " + arn);
        };
    }

    private static String resource(String arn) {
        var parts = arn.split(":", 6);
        if (parts.length < 6 || !parts[5].contains("/")) {
            throw EcsErrors.invalid("Invalid resource ARN: " + arn);
        }
        return parts[5];
    }

    private static Cluster usable(EcsState state, String name) {
        var cluster = state.clusters.get(name);
        if (cluster == null || cluster.isGone()) {
            throw EcsErrors.clusterNotFound();
        }
        return cluster;
    }

    private static EcsService service(Cluster cluster, String name) {
        var service = cluster.services.get(name);
        if (service == null || service.isGone()) {
            throw notFound();
        }
        return service;
    }

    private static AwsError notFound() {
        return EcsErrors.invalid("The specified resource was not found.");
    }
}
