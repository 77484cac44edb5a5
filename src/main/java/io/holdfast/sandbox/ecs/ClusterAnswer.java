package io.holdfast.sandbox.ecs;

import io.holdfast.sandbox.wire.Members;
import java.util.List;
import java.util.Map;

/** A cluster as ECS shows it: what is not asked for by {@code include} is left out or empty. */
final class ClusterAnswer {

    private static final List<String> EVERYTHING =
            List.of("SETTINGS", "CONFIGURATIONS", "ATTACHMENTS", "STATISTICS", "TAGS");

    private ClusterAnswer() {}

    static Map<String, Object> full(Cluster cluster) {
        return of(cluster, EVERYTHING);
    }

    static Map<String, Object> of(Cluster cluster, List<String> include) {
        var tasks = cluster.tasks();
        var configured = include.contains("CONFIGURATIONS");
        return Members.none()
                .and("clusterArn", cluster.arn)
                .and("clusterName", cluster.name)
                .and("configuration", configured ? cluster.settings.get("configuration") : null)
                .and("status", cluster.status)
                .and("registeredContainerInstancesCount", 0)
                .and("runningTasksCount", tasks.stream().filter(Task::isRunning).count())
                .and("pendingTasksCount", tasks.stream().filter(Task::isPending).count())
                .and(
                        "activeServicesCount",
                        cluster.services.values().stream()
                                .filter(EcsService::isActive)
                                .count())
                .and("statistics", List.of())
                .and("tags", include.contains("TAGS") ? cluster.tags.list() : List.of())
                .and("settings", include.contains("SETTINGS") ? cluster.settings.get("settings") : List.of())
                .and("capacityProviders", cluster.capacityProviders)
                .and("defaultCapacityProviderStrategy", cluster.defaultStrategy)
                .and(
                        "attachments",
                        include.contains("ATTACHMENTS") && cluster.attachmentsStatus != null ? List.of() : null)
                .and("attachmentsStatus", include.contains("ATTACHMENTS") ? cluster.attachmentsStatus : null)
                .and("serviceConnectDefaults", cluster.settings.get("serviceConnectDefaults"))
                .map();
    }
}
