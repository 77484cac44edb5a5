package io.holdfast.kind.ecstaskdefinition;

import io.holdfast.kind.ecstaskdefinition.Container.Dependency;
import io.holdfast.model.Problem;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.function.Function;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/** Containers and volumes that are named inside a task definition: they must be there, and no start may wait for itself. */
final class ContainerLinks {
    private final EcsTaskDefinitionState declared;
    private final SortedMap<String, Container> containers;

    private ContainerLinks(EcsTaskDefinitionState declared, Map<String, Container> containers) {
        this.declared = declared;
        this.containers = new TreeMap<>(containers);
    }

    static Stream<Problem> problems(EcsTaskDefinitionState declared, Map<String, Container> containers) {
        ContainerLinks links = new ContainerLinks(declared, containers);
        return Stream.of(links.names(), links.proxy(), links.circle()).flatMap(Function.identity());
    }

    private Stream<Problem> names() {
        return containers.entrySet().stream()
                .flatMap(it -> Stream.of(
                                each(it, "dependsOn", Container::dependsOn, this::dependency),
                                each(
                                        it,
                                        "volumesFrom",
                                        Container::volumesFrom,
                                        (path, from) -> container(path + ".sourceContainer", from.sourceContainer())),
                                each(
                                        it,
                                        "mountPoints",
                                        Container::mountPoints,
                                        (path, point) -> point.sourceVolume().stream()
                                                .flatMap(name -> volume(path + ".sourceVolume", name))))
                        .flatMap(Function.identity()));
    }

    /** What is said of a member of a list, by its path. */
    private interface Look<T> {
        Stream<Problem> at(String path, T member);
    }

    private static <T> Stream<Problem> each(
            Map.Entry<String, Container> container,
            String field,
            Function<Container, Optional<List<T>>> get,
            Look<T> look) {
        List<T> members = get.apply(container.getValue()).orElse(List.of());
        String path = "containers." + container.getKey() + "." + field;
        return IntStream.range(0, members.size()).boxed().flatMap(i -> look.at(path + "[" + i + "]", members.get(i)));
    }

    private Stream<Problem> dependency(String path, Dependency dependency) {
        String name = dependency.containerName();
        boolean blind = dependency.condition().equals("HEALTHY")
                && Optional.ofNullable(containers.get(name))
                        .filter(it -> it.healthCheck().isEmpty())
                        .isPresent();
        return Stream.concat(
                container(path + ".containerName", name),
                Problem.when(
                        blind,
                        path + ".condition",
                        name + " has no healthCheck, so it never becomes HEALTHY",
                        "START, COMPLETE or SUCCESS, or a healthCheck for " + name));
    }

    private Stream<Problem> container(String path, String name) {
        return missing(path, "no container of this task", name, containers.keySet());
    }

    /** Where the volumes are left out, those of the live revision may be meant. */
    private Stream<Problem> volume(String path, String name) {
        return declared.volumes().stream()
                .flatMap(all -> missing(path, "no volume of this task", name, new TreeSet<>(all.keySet())));
    }

    private Stream<Problem> proxy() {
        return containers.isEmpty()
                ? Stream.empty()
                : declared.proxyConfiguration().stream()
                        .flatMap(it -> container("proxyConfiguration.containerName", it.containerName()));
    }

    private static Stream<Problem> missing(String path, String message, String name, Collection<String> names) {
        return names.contains(name)
                ? Stream.empty()
                : Stream.of(Problem.reference(path, message + ": " + name, String.join(", ", names)));
    }

    private Stream<Problem> circle() {
        return containers.keySet().stream()
                .map(it -> way(it, it, new HashSet<>()))
                .filter(it -> !it.isEmpty())
                .findFirst()
                .stream()
                .map(way -> Problem.reference(
                        "containers." + way.get(0) + ".dependsOn",
                        "waits for itself: " + String.join(" -> ", way),
                        ""));
    }

    /**
     * The way from one container to another, by what each waits for, both included; empty if there is none.
     *
     * @param seen what has been looked at: from there no way led on
     */
    private List<String> way(String from, String to, Set<String> seen) {
        for (String next : waitsFor(from)) {
            if (next.equals(to)) {
                return List.of(from, to);
            }
            List<String> rest = seen.add(next) ? way(next, to, seen) : List.of();
            if (!rest.isEmpty()) {
                return Stream.concat(Stream.of(from), rest.stream()).toList();
            }
        }
        return List.of();
    }

    private List<String> waitsFor(String name) {
        List<String> names = new ArrayList<>();
        Optional.ofNullable(containers.get(name))
                .flatMap(Container::dependsOn)
                .ifPresent(all -> all.forEach(it -> names.add(it.containerName())));
        return names;
    }
}
