package io.holdfast.kind.ecsservice;

import io.holdfast.kind.ecsservice.EcsServiceState.LoadBalancer;
import io.holdfast.model.Problem;
import java.math.BigDecimal;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SortedMap;
import java.util.SortedSet;
import java.util.TreeSet;
import java.util.function.Function;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/** What a service says of its task that the task, declared beside it, does not bear out. */
final class TaskRules {
    private static final String CONTAINERS = "containers.";

    private final EcsServiceState service;
    private final SortedMap<String, Object> task;

    private TaskRules(EcsServiceState service, SortedMap<String, Object> task) {
        this.service = service;
        this.task = task;
    }

    /** @param task what the task asks for, by field; empty where nobody can say */
    static Stream<Problem> problems(EcsServiceState service, SortedMap<String, Object> task) {
        TaskRules rules = new TaskRules(service, task);
        return Stream.of(rules.network(), rules.launch(), rules.balancers(), rules.offers(), rules.volumes())
                .flatMap(Function.identity());
    }

    private Stream<Problem> network() {
        boolean own = "awsvpc".equals(task.getOrDefault("networkMode", "awsvpc"));
        return Problem.when(
                service.networkConfiguration().isPresent() && !own,
                "networkConfiguration",
                "its task's networkMode is " + task.get("networkMode") + ", which has no network of its own",
                "networkMode: awsvpc, or leave it out");
    }

    private Stream<Problem> launch() {
        boolean unfit = service.launchType().isPresent()
                && task.get("requiresCompatibilities") instanceof Collection<?> fit
                && !fit.contains(service.launchType().orElseThrow());
        return Problem.when(
                unfit, "launchType", "is not among its task's requiresCompatibilities", "one that is, or add it there");
    }

    private Stream<Problem> balancers() {
        List<LoadBalancer> balancers = service.loadBalancers().orElse(List.of());
        return IntStream.range(0, balancers.size())
                .boxed()
                .flatMap(i -> balancer("loadBalancers[" + i + "]", balancers.get(i)));
    }

    private Stream<Problem> balancer(String path, LoadBalancer balancer) {
        return Stream.of(
                        Problem.when(
                                balancer.targetGroupArn().isPresent()
                                        == balancer.loadBalancerName().isPresent(),
                                path,
                                "says neither or both of targetGroupArn and loadBalancerName",
                                "one of the two"),
                        Problem.when(
                                balancer.containerName().isEmpty()
                                        || balancer.containerPort().isEmpty(),
                                path,
                                "does not say where traffic goes",
                                "containerName and containerPort"),
                        container(path, balancer))
                .flatMap(Function.identity());
    }

    private Stream<Problem> container(String path, LoadBalancer balancer) {
        SortedSet<String> names = names(CONTAINERS);
        Optional<String> name = balancer.containerName().filter(it -> !names.isEmpty());
        return name.stream()
                .flatMap(it -> names.contains(it)
                        ? port(path, it, balancer.containerPort())
                        : Stream.of(Problem.reference(
                                path + ".containerName", "no container of its task", String.join(", ", names))));
    }

    private Stream<Problem> port(String path, String container, Optional<Integer> port) {
        List<String> open = mappings(container)
                .map(it -> it.get("containerPort"))
                .filter(BigDecimal.class::isInstance)
                .map(it -> ((BigDecimal) it).toPlainString())
                .toList();
        boolean ranges = mappings(container).anyMatch(it -> it.containsKey("containerPortRange"));
        return port.stream()
                .flatMap(it -> Problem.when(
                        !ranges && !open.contains(String.valueOf(it)),
                        path + ".containerPort",
                        "no port of container " + container,
                        open.isEmpty() ? "a portMappings entry for it in the container" : String.join(", ", open)));
    }

    private Stream<Problem> offers() {
        List<ServiceConnect.Offer> offers = service.serviceConnectConfiguration()
                .flatMap(ServiceConnect::services)
                .orElse(List.of());
        List<String> ports = names(CONTAINERS).stream()
                .flatMap(this::mappings)
                .flatMap(it -> Stream.ofNullable(it.get("name")))
                .map(String::valueOf)
                .toList();
        return IntStream.range(0, offers.size())
                .filter(i -> !task.isEmpty() && !ports.contains(offers.get(i).portName()))
                .mapToObj(i -> Problem.reference(
                        "serviceConnectConfiguration.services[" + i + "].portName",
                        "no port of its task has this name",
                        ports.isEmpty() ? "the name of a portMappings entry in its task" : String.join(", ", ports)));
    }

    private Stream<Problem> volumes() {
        List<VolumeConfiguration> volumes = service.volumeConfigurations().orElse(List.of());
        SortedSet<String> names = names("volumes.");
        return IntStream.range(0, volumes.size())
                .filter(i -> !names.isEmpty() && !isMadeAtLaunch(volumes.get(i).name()))
                .mapToObj(i -> Problem.reference(
                        "volumeConfigurations[" + i + "].name",
                        "no volume of its task that is configuredAtLaunch",
                        String.join(
                                ", ",
                                names.stream().filter(this::isMadeAtLaunch).toList())));
    }

    private boolean isMadeAtLaunch(String volume) {
        return Boolean.TRUE.equals(task.get("volumes." + volume + ".configuredAtLaunch"));
    }

    /** The members of one of the task's maps. */
    private SortedSet<String> names(String map) {
        SortedSet<String> names = new TreeSet<>();
        task.tailMap(map).keySet().stream()
                .takeWhile(it -> it.startsWith(map))
                .forEach(it -> names.add(it.substring(map.length()).split("\\.", 2)[0]));
        return names;
    }

    private Stream<Map<?, ?>> mappings(String container) {
        return task.get(CONTAINERS + container + ".portMappings") instanceof Collection<?> list
                ? list.stream().<Map<?, ?>>map(it -> (Map<?, ?>) it)
                : Stream.empty();
    }
}
