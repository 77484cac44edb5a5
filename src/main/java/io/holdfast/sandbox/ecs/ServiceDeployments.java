package io.holdfast.sandbox.ecs;

import io.holdfast.sandbox.Call;
import io.holdfast.sandbox.wire.AwsError;
import io.holdfast.sandbox.wire.Input;
import io.holdfast.sandbox.wire.Members;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** The records of deployments and the revisions they rolled out; and stopping one by hand. */
final class ServiceDeployments {

    /** Amazon ECS API Reference, DescribeServiceDeployments and DescribeServiceRevisions. */
    private static final int PER_CALL = 20;

    private static final int PER_PAGE = 100;
    private static final int USUAL_PAGE = 20;

    private ServiceDeployments() {}

    static Map<String, Object> list(Call call) {
        var input = call.input();
        var service = EcsState.of(call.world()).service(input.string("cluster"), input.required("service"));
        var statuses = input.strings("status");
        var briefs = service.history.stream()
                .filter(deployment -> statuses.isEmpty() || statuses.contains(deployment.status))
                .filter(deployment -> isWithin(input.child("createdAt"), deployment.createdAt))
                .map(ServiceDeployment::brief)
                .toList();
        return Page.of(input, "serviceDeployments", briefs, USUAL_PAGE, PER_PAGE);
    }

    static Map<String, Object> describe(Call call) {
        var found = new ArrayList<Map<String, Object>>();
        var failures = new ArrayList<Map<String, Object>>();
        var arns = call.input().strings("serviceDeploymentArns");
        for (var arn : Refs.atMost(PER_CALL, "serviceDeploymentArns", arns)) {
            serviceOf(call, arn)
                    .flatMap(service -> deployment(service, arn).map(known -> answer(call, service, known)))
                    .ifPresentOrElse(found::add, () -> failures.add(Refs.missing(arn)));
        }
        return Members.none()
                .and("serviceDeployments", found)
                .and("failures", failures)
                .map();
    }

    static Map<String, Object> describeRevisions(Call call) {
        var found = new ArrayList<Map<String, Object>>();
        var failures = new ArrayList<Map<String, Object>>();
        var arns = call.input().strings("serviceRevisionArns");
        for (var arn : Refs.atMost(PER_CALL, "serviceRevisionArns", arns)) {
            revision(call, arn).ifPresentOrElse(found::add, () -> failures.add(Refs.missing(arn)));
        }
        return Members.none()
                .and("serviceRevisions", found)
                .and("failures", failures)
                .map();
    }

    static Map<String, Object> stop(Call call) {
        var arn = call.input().required("serviceDeploymentArn");
        var service = serviceOf(call, arn).orElseThrow(ServiceDeployments::notFound);
        var deployment = deployment(service, arn).orElseThrow(ServiceDeployments::notFound);
        var goBack = call.input().string("stopType").orElse("ROLLBACK").equals("ROLLBACK");
        if (!deployment.isOpen() || deployment.isRollingBack() || deployment.isStopRequested()) {
            throw EcsErrors.of("ConflictException", "The service deployment is in status " + deployment.status + ".");
        }
        deployment.requestStop(goBack, call.world().timeline().now());
        call.world()
                .timeline()
                .after(call.world().pace().of(TaskTimes.REACTION), () -> carryOut(call, service, deployment, goBack));
        return Members.of("serviceDeploymentArn", arn);
    }

    private static Map<String, Object> answer(Call call, EcsService service, ServiceDeployment deployment) {
        var current = !service.deployments.isEmpty() && service.primary().tracking == deployment;
        return deployment.answer(
                current ? new BlueGreen(call.world(), service).stage().orElse(null) : null);
    }

    private static void carryOut(Call call, EcsService service, ServiceDeployment deployment, boolean goBack) {
        if (deployment.isOpen() && service.isActive()) {
            new Rollout(call.world(), service).abandon(goBack, "Service deployment stopped by request.");
        }
    }

    private static boolean isWithin(Optional<Input> window, Instant time) {
        var seconds = time.toEpochMilli() / 1000.0;
        var after = window.flatMap(sent -> sent.decimal("after")).orElse(Double.NEGATIVE_INFINITY);
        var before = window.flatMap(sent -> sent.decimal("before")).orElse(Double.POSITIVE_INFINITY);
        return after <= seconds && seconds <= before;
    }

    private static Optional<Map<String, Object>> revision(Call call, String arn) {
        return serviceOf(call, arn)
                .flatMap(service -> service.revisions.stream()
                        .filter(revision -> revision.arn().equals(arn))
                        .findFirst()
                        .map(revision -> revision.answer(service)));
    }

    private static Optional<ServiceDeployment> deployment(EcsService service, String arn) {
        return service.history.stream()
                .filter(deployment -> deployment.arn.equals(arn))
                .findFirst();
    }

    /** The ARNs of both hold cluster and service before their own id. */
    private static Optional<EcsService> serviceOf(Call call, String arn) {
        List<String> parts = List.of(arn.split("/"));
        return parts.size() == 4
                ? Optional.ofNullable(EcsState.of(call.world()).clusters.get(parts.get(1)))
                        .map(cluster -> cluster.services.get(parts.get(2)))
                : Optional.empty();
    }

    private static AwsError notFound() {
        return EcsErrors.of("ServiceDeploymentNotFoundException", "The service deployment was not found.");
    }
}
