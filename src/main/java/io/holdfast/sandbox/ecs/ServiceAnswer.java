package io.holdfast.sandbox.ecs;

import io.holdfast.sandbox.wire.Members;
import java.util.List;
import java.util.Map;

/** A service as ECS shows it. What belongs to its deployments only is not shown on the service. */
final class ServiceAnswer {

    private static final List<String> ON_DEPLOYMENTS =
            List.of("serviceConnectConfiguration", "volumeConfigurations", "vpcLatticeConfigurations");

    private ServiceAnswer() {}

    static Map<String, Object> of(EcsService service, boolean withTags) {
        var shown = new java.util.LinkedHashMap<>(service.members);
        shown.keySet().removeAll(ON_DEPLOYMENTS);
        var tasks = service.tasks;
        return Members.none()
                .and("serviceArn", service.arn)
                .and("serviceName", service.name)
                .and("clusterArn", service.cluster.arn)
                .and("status", service.status)
                .and("desiredCount", service.desiredCount)
                .and("runningCount", tasks.stream().filter(Task::isRunning).count())
                .and("pendingCount", tasks.stream().filter(Task::isPending).count())
                .andAll(shown)
                .and("deployments", deployments(service))
                .and("events", service.events())
                .and("createdAt", service.createdAt)
                .and("createdBy", "arn:aws:iam::" + service.arn.split(":", -1)[4] + ":user/sandbox")
                .and("currentServiceDeployment", service.history.isEmpty() ? null : service.history.get(0).arn)
                .and("currentServiceRevisions", revisions(service))
                .and("tags", withTags ? service.tags.list() : null)
                .map();
    }

    private static List<Map<String, Object>> deployments(EcsService service) {
        return service.deployments.stream()
                .map(deployment -> deployment.answer(service))
                .toList();
    }

    private static List<Map<String, Object>> revisions(EcsService service) {
        return service.deployments.stream()
                .map(deployment -> Members.none()
                        .and("arn", deployment.revision.arn())
                        .and("requestedTaskCount", count(service, deployment, Task::isWanted))
                        .and("runningTaskCount", count(service, deployment, Task::isRunning))
                        .and("pendingTaskCount", count(service, deployment, Task::isPending))
                        .map())
                .toList();
    }

    private static long count(EcsService service, Deployment deployment, java.util.function.Predicate<Task> which) {
        return service.tasksOf(deployment).stream().filter(which).count();
    }
}
