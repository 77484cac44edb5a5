package io.holdfast.kind.ecstaskdefinition;

import io.holdfast.model.Problem;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Stream;

/**
 * What ECS would refuse of a task definition whose single values are allowed (Amazon ECS API Reference,
 * RegisterTaskDefinition; Developer Guide, task definition parameters). Only what the YAML says is judged: what it leaves
 * out may be anything live.
 */
final class EcsTaskDefinitionRules {
    private static final String AWSVPC = "awsvpc";

    private EcsTaskDefinitionRules() {}

    /** @param onFargate whether its service runs it there, as far as the YAML tells */
    static List<Problem> problems(EcsTaskDefinitionState declared, boolean onFargate) {
        boolean fargate = onFargate
                || declared.requiresCompatibilities()
                        .filter(it -> it.contains("FARGATE"))
                        .isPresent();
        Map<String, Container> containers = declared.containers().orElse(Map.of());
        return Stream.of(
                        fargate ? fargate(declared) : Stream.<Problem>empty(),
                        size(declared, containers),
                        essential(declared),
                        ports(declared, containers),
                        ContainerRules.problems(containers, fargate),
                        ContainerLinks.problems(declared, containers))
                .flatMap(Function.identity())
                .toList();
    }

    /** Developer Guide, Amazon ECS task definition differences for Fargate. */
    private static Stream<Problem> fargate(EcsTaskDefinitionState declared) {
        return Stream.of(
                        FargateSize.problems(declared).stream(),
                        Problem.when(
                                declared.networkMode()
                                        .filter(it -> !it.equals(AWSVPC))
                                        .isPresent(),
                                "networkMode",
                                "Fargate has one network mode",
                                AWSVPC),
                        Problem.when(
                                declared.placementConstraints()
                                        .filter(it -> !it.isEmpty())
                                        .isPresent(),
                                "placementConstraints",
                                "Fargate chooses the place itself",
                                "leave it out"),
                        Problem.when(
                                declared.ipcMode().isPresent(), "ipcMode", "not to be had on Fargate", "leave it out"),
                        Problem.when(
                                declared.pidMode().filter("host"::equals).isPresent(),
                                "pidMode",
                                "Fargate has no host to share",
                                "task"))
                .flatMap(Function.identity());
    }

    /** Of what is left out of a container, nothing is known; the others alone may be too much already. */
    private static Stream<Problem> size(EcsTaskDefinitionState declared, Map<String, Container> containers) {
        return Stream.concat(
                declared.cpu().stream()
                        .flatMap(most -> Problem.when(
                                sum(containers, Container::cpu) > most,
                                "cpu",
                                "less than its containers have together: " + sum(containers, Container::cpu),
                                "their sum or more")),
                declared.memory().stream()
                        .flatMap(most -> containers.entrySet().stream()
                                .sorted(Map.Entry.comparingByKey())
                                .flatMap(it -> Problem.when(
                                        it.getValue()
                                                .memory()
                                                .filter(own -> own > most)
                                                .isPresent(),
                                        "containers." + it.getKey() + ".memory",
                                        "more than the task has",
                                        "up to " + most))));
    }

    private static int sum(Map<String, Container> containers, Function<Container, Optional<Integer>> part) {
        return containers.values().stream()
                .flatMap(it -> part.apply(it).stream())
                .mapToInt(it -> it)
                .sum();
    }

    private static Stream<Problem> essential(EcsTaskDefinitionState declared) {
        boolean none = declared.containers()
                .filter(all ->
                        all.values().stream().noneMatch(it -> it.essential().orElse(true)))
                .isPresent();
        return Problem.when(
                none, "containers", "no container is essential, so nothing would end the task", "one or more");
    }

    /** With a network of its own, the containers of a task share its ports. */
    private static Stream<Problem> ports(EcsTaskDefinitionState declared, Map<String, Container> containers) {
        return declared.networkMode().filter(AWSVPC::equals).isPresent()
                ? Stream.concat(Ports.clashes(containers), Ports.moved(containers))
                : Stream.empty();
    }
}
