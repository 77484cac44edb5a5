package io.holdfast.kind.ecsservice;

import io.holdfast.model.Problem;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SortedMap;
import java.util.function.Function;
import java.util.stream.Stream;

/**
 * What ECS would refuse of a service whose single values are allowed (Amazon ECS API Reference, CreateService and
 * UpdateService). Only what the YAML says is judged: what it leaves out may be anything live.
 */
final class EcsServiceRules {
    private static final String FARGATE = "FARGATE";

    private final EcsServiceState service;

    private EcsServiceRules(EcsServiceState service) {
        this.service = service;
    }

    /**
     * All that is wrong.
     *
     * @param hasTask whether the YAML declares its task, with mistakes in it or without
     * @param task what the task asks for, by field; empty where nobody can say
     * @param cluster what its cluster asks for, likewise
     */
    static List<Problem> problems(
            EcsServiceState service,
            boolean hasTask,
            SortedMap<String, Object> task,
            SortedMap<String, Object> cluster) {
        EcsServiceRules rules = new EcsServiceRules(service);
        return Stream.of(
                        rules.tasks(hasTask),
                        rules.place(),
                        rules.daemon(),
                        CapacityRules.problems(service, cluster),
                        DeploymentRules.problems(service),
                        TaskRules.problems(service, task))
                .flatMap(Function.identity())
                .toList();
    }

    private Stream<Problem> tasks(boolean hasTask) {
        boolean isDeployedElsewhere = service.deploymentController()
                .filter(it -> it.type().equals("EXTERNAL"))
                .isPresent();
        boolean isSaid = hasTask || service.taskDefinition().isPresent() || isDeployedElsewhere;
        return Stream.concat(
                Problem.when(
                        hasTask && service.taskDefinition().isPresent(),
                        "taskDefinition",
                        "declared beside task, which it would follow from",
                        "one of the two"),
                Problem.when(!isSaid, "", "nothing says what its tasks are", "task, or taskDefinition"));
    }

    private Stream<Problem> place() {
        boolean fargate = service.launchType().filter(FARGATE::equals).isPresent()
                || CapacityRules.providers(service).anyMatch(it -> it.startsWith(FARGATE));
        return Stream.of(
                        Problem.when(
                                fargate && has(service.placementConstraints()),
                                "placementConstraints",
                                "Fargate chooses the place itself",
                                "leave it out"),
                        Problem.when(
                                fargate && has(service.placementStrategy()),
                                "placementStrategy",
                                "Fargate chooses the place itself",
                                "leave it out"),
                        Problem.when(
                                service.platformVersion().isPresent()
                                        && service.launchType()
                                                .filter(it -> !it.equals(FARGATE))
                                                .isPresent(),
                                "platformVersion",
                                "only Fargate has platform versions",
                                "leave it out, or launchType: FARGATE"))
                .flatMap(Function.identity());
    }

    /** One task on each instance: nothing is left to count or to place. */
    private Stream<Problem> daemon() {
        if (service.schedulingStrategy().filter("DAEMON"::equals).isEmpty()) {
            return Stream.empty();
        }
        Map<String, Boolean> said = Map.of(
                "desiredCount", service.desiredCount().isPresent(),
                "placementStrategy", has(service.placementStrategy()),
                "capacityProviderStrategy", has(service.capacityProviderStrategy()));
        return Stream.concat(
                said.keySet().stream()
                        .sorted()
                        .filter(said::get)
                        .map(it -> new Problem(it, "a DAEMON runs one task on each instance", "leave it out")),
                Problem.when(
                        service.launchType().filter(FARGATE::equals).isPresent(),
                        "schedulingStrategy",
                        "Fargate has no instances a DAEMON could run on",
                        "REPLICA"));
    }

    private static boolean has(Optional<? extends List<?>> list) {
        return list.filter(it -> !it.isEmpty()).isPresent();
    }
}
