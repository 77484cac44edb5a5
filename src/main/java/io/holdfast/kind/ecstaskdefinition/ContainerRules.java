package io.holdfast.kind.ecstaskdefinition;

import io.holdfast.kind.ecstaskdefinition.Container.LogConfiguration;
import io.holdfast.kind.ecstaskdefinition.Container.PortMapping;
import io.holdfast.model.Problem;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.Function;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/** What ECS would refuse of one container by itself. */
final class ContainerRules {
    /** Amazon ECS API Reference, ContainerDefinition, stopTimeout. */
    private static final int LONGEST_STOP_ON_FARGATE = 120;

    /** Amazon ECS Developer Guide, Example Amazon ECS task definition: route logs to Fluentd; awslogs log driver. */
    private static final List<String> LOG_OPTIONS = List.of("awslogs-group", "awslogs-region");

    /** What Fargate has of the log drivers (Amazon ECS API Reference, LogConfiguration). */
    private static final List<String> LOGS_ON_FARGATE = List.of("awslogs", "splunk", "awsfirelens");

    private static final String STREAM_PREFIX = "awslogs-stream-prefix";
    private static final List<String> ASKING = List.of("CMD", "CMD-SHELL", "NONE");

    private final String path;
    private final Container container;
    private final boolean fargate;

    private ContainerRules(String path, Container container, boolean fargate) {
        this.path = path;
        this.container = container;
        this.fargate = fargate;
    }

    static Stream<Problem> problems(Map<String, Container> containers, boolean fargate) {
        return new TreeMap<>(containers)
                .entrySet().stream()
                        .map(it -> new ContainerRules("containers." + it.getKey(), it.getValue(), fargate))
                        .flatMap(ContainerRules::all);
    }

    private Stream<Problem> all() {
        return Stream.of(memory(), names(), ports(), health(), logs(), fargate ? onFargate() : Stream.<Problem>empty())
                .flatMap(Function.identity());
    }

    private Stream<Problem> memory() {
        boolean softer = container.memory().isPresent()
                && container
                        .memoryReservation()
                        .filter(it -> it > container.memory().orElseThrow())
                        .isPresent();
        return Problem.when(
                softer,
                path + ".memoryReservation",
                "above memory, which ends the container first",
                "up to " + container.memory().orElse(0));
    }

    /** ECS takes one value for a name, whichever map it stands in. */
    private Stream<Problem> names() {
        Set<String> plain = container.environment().orElse(Map.of()).keySet();
        return container.secrets().orElse(Map.of()).keySet().stream()
                .filter(plain::contains)
                .sorted()
                .flatMap(it -> Problem.when(
                        true, path + ".secrets." + it, "stands under environment as well", "one of the two"));
    }

    private Stream<Problem> ports() {
        List<PortMapping> ports = container.portMappings().orElse(List.of());
        return IntStream.range(0, ports.size())
                .filter(i -> ports.get(i).containerPort().isPresent()
                        == ports.get(i).containerPortRange().isPresent())
                .mapToObj(i -> new Problem(
                        path + ".portMappings[" + i + "]",
                        "says neither or both of containerPort and containerPortRange",
                        "one of the two"));
    }

    private Stream<Problem> health() {
        return container.healthCheck().stream()
                .flatMap(it -> Problem.when(
                        it.command().isEmpty() || !ASKING.contains(it.command().get(0)),
                        path + ".healthCheck.command",
                        "does not say how it is run",
                        "[CMD, program, word...] or [CMD-SHELL, a line]"));
    }

    private Stream<Problem> logs() {
        Optional<LogConfiguration> awslogs =
                container.logConfiguration().filter(it -> it.logDriver().equals("awslogs"));
        Map<String, String> options = awslogs.flatMap(LogConfiguration::options).orElse(Map.of());
        Stream<String> needed =
                Stream.concat(LOG_OPTIONS.stream(), Stream.of(STREAM_PREFIX).filter(it -> fargate));
        return awslogs.isEmpty()
                ? Stream.empty()
                : needed.filter(it -> !options.containsKey(it))
                        .map(it -> new Problem(
                                path + ".logConfiguration.options", it + " is missing, and awslogs needs it", ""));
    }

    private Stream<Problem> onFargate() {
        return Stream.of(
                        refused(container.privileged().filter(it -> it).isPresent(), "privileged"),
                        refused(container.links().filter(it -> !it.isEmpty()).isPresent(), "links"),
                        refused(
                                container
                                        .extraHosts()
                                        .filter(it -> !it.isEmpty())
                                        .isPresent(),
                                "extraHosts"),
                        Problem.when(
                                container
                                        .stopTimeout()
                                        .filter(it -> it > LONGEST_STOP_ON_FARGATE)
                                        .isPresent(),
                                path + ".stopTimeout",
                                "longer than Fargate waits",
                                "up to " + LONGEST_STOP_ON_FARGATE),
                        Problem.when(
                                container
                                        .logConfiguration()
                                        .filter(it -> !LOGS_ON_FARGATE.contains(it.logDriver()))
                                        .isPresent(),
                                path + ".logConfiguration.logDriver",
                                "not to be had on Fargate",
                                String.join(", ", LOGS_ON_FARGATE)))
                .flatMap(Function.identity());
    }

    private Stream<Problem> refused(boolean said, String field) {
        return Problem.when(said, path + "." + field, "not to be had on Fargate", "leave it out");
    }
}
