package io.holdfast.kind.ecstaskdefinition;

import io.holdfast.model.Problem;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.function.Function;
import java.util.function.Predicate;
import java.util.stream.Stream;

/** What a container cannot have on Fargate (Amazon ECS API Reference, ContainerDefinition and LinuxParameters). */
final class OnFargate {
    private static final int LONGEST_STOP = 120;
    private static final List<String> LOGS = List.of("awslogs", "splunk", "awsfirelens");
    private static final String CAPABILITY = "SYS_PTRACE";

    /** By field, whether it is said. */
    private static final Map<String, Predicate<Container>> REFUSED = new TreeMap<>(Map.ofEntries(
            Map.entry("privileged", it -> it.privileged().orElse(false)),
            Map.entry("links", it -> isSaid(it.links())),
            Map.entry("extraHosts", it -> isSaid(it.extraHosts())),
            Map.entry("dnsServers", it -> isSaid(it.dnsServers())),
            Map.entry("dnsSearchDomains", it -> isSaid(it.dnsSearchDomains())),
            Map.entry("dockerSecurityOptions", it -> isSaid(it.dockerSecurityOptions())),
            Map.entry("resourceRequirements", it -> isSaid(it.resourceRequirements())),
            Map.entry("disableNetworking", it -> it.disableNetworking().orElse(false)),
            Map.entry("linuxParameters.devices", it -> has(it, linux -> isSaid(linux.devices()))),
            Map.entry(
                    "linuxParameters.maxSwap",
                    it -> has(it, linux -> linux.maxSwap().isPresent())),
            Map.entry(
                    "linuxParameters.swappiness",
                    it -> has(it, linux -> linux.swappiness().isPresent())),
            Map.entry(
                    "linuxParameters.sharedMemorySize",
                    it -> has(it, linux -> linux.sharedMemorySize().isPresent()))));

    private OnFargate() {}

    static Stream<Problem> problems(String path, Container container) {
        Stream<Problem> refused = REFUSED.entrySet().stream()
                .flatMap(it -> Problem.when(
                        it.getValue().test(container),
                        path + "." + it.getKey(),
                        "not to be had on Fargate",
                        "leave it out"));
        return Stream.of(
                        refused,
                        Problem.when(
                                container.stopTimeout().orElse(0) > LONGEST_STOP,
                                path + ".stopTimeout",
                                "longer than Fargate waits",
                                "up to " + LONGEST_STOP),
                        Problem.when(
                                container
                                        .logConfiguration()
                                        .filter(it -> !LOGS.contains(it.logDriver()))
                                        .isPresent(),
                                path + ".logConfiguration.logDriver",
                                "not to be had on Fargate",
                                String.join(", ", LOGS)),
                        Problem.when(
                                has(
                                        container,
                                        linux -> linux.capabilities()
                                                .flatMap(it -> it.add())
                                                .filter(added -> added.stream().anyMatch(it -> !it.equals(CAPABILITY)))
                                                .isPresent()),
                                path + ".linuxParameters.capabilities.add",
                                "Fargate adds one capability only",
                                CAPABILITY))
                .flatMap(Function.identity());
    }

    private static boolean has(Container container, Predicate<LinuxParameters> said) {
        return container.linuxParameters().filter(said).isPresent();
    }

    private static boolean isSaid(Optional<? extends Collection<?>> list) {
        return list.filter(it -> !it.isEmpty()).isPresent();
    }
}
