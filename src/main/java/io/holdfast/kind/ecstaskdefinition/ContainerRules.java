package io.holdfast.kind.ecstaskdefinition;

import io.holdfast.kind.ecstaskdefinition.Container.LogConfiguration;
import io.holdfast.kind.ecstaskdefinition.Container.PortMapping;
import io.holdfast.kind.ecstaskdefinition.Container.Ulimit;
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
    /** Amazon ECS Developer Guide, Example Amazon ECS task definition: route logs to Fluentd; awslogs log driver. */
    private static final List<String> LOG_OPTIONS = List.of("awslogs-group", "awslogs-region");

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
        Stream<Problem> elsewhere = fargate ? OnFargate.problems(path, container) : Stream.empty();
        return Stream.of(memory(), names(), ports(), ulimits(), health(), logs(), elsewhere)
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
                .boxed()
                .flatMap(i -> port(path + ".portMappings[" + i + "]", ports.get(i)));
    }

    private static Stream<Problem> port(String path, PortMapping port) {
        Optional<String> range = port.containerPortRange().filter(it -> !Ports.isRange(it));
        return Stream.concat(
                Problem.when(
                        port.containerPort().isPresent()
                                == port.containerPortRange().isPresent(),
                        path,
                        "says neither or both of containerPort and containerPortRange",
                        "one of the two"),
                Problem.when(
                        range.isPresent(),
                        path + ".containerPortRange",
                        "no range of ports",
                        "a port, a hyphen and a higher port, up to 65535"));
    }

    /** A negative limit is none. */
    private Stream<Problem> ulimits() {
        List<Ulimit> ulimits = container.ulimits().orElse(List.of());
        return IntStream.range(0, ulimits.size())
                .filter(i -> ulimits.get(i).hardLimit() >= 0
                        && ulimits.get(i).softLimit() > ulimits.get(i).hardLimit())
                .mapToObj(i -> new Problem(
                        path + ".ulimits[" + i + "].softLimit",
                        "above hardLimit",
                        "up to " + ulimits.get(i).hardLimit()));
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
}
