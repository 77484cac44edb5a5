package io.holdfast.kind.ecstaskdefinition;

import io.holdfast.kind.ecstaskdefinition.Container.PortMapping;
import io.holdfast.model.Problem;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/** Ports that more than one container of a task listens on. */
final class Ports {
    private static final int LAST = 65_535;

    private Ports() {}

    /** Whether {@code 4000-4010} begins at a port and ends at a higher one. */
    static boolean isRange(String range) {
        String[] ends = range.split("-", 2);
        int from = Integer.parseInt(ends[0]);
        int to = Integer.parseInt(ends[1]);
        return from >= 1 && from < to && to <= LAST;
    }

    /** With a network of its own, a task has no other ports than its containers'. */
    static Stream<Problem> moved(Map<String, Container> containers) {
        return new TreeMap<>(containers).entrySet().stream().flatMap(it -> {
            List<PortMapping> ports = it.getValue().portMappings().orElse(List.of());
            return IntStream.range(0, ports.size())
                    .filter(i -> isMoved(ports.get(i)))
                    .mapToObj(i -> new Problem(
                            "containers." + it.getKey() + ".portMappings[" + i + "].hostPort",
                            "another one than containerPort, and a task has no other in networkMode awsvpc",
                            "leave it out"));
        });
    }

    private static boolean isMoved(PortMapping port) {
        int host = port.hostPort().orElse(0);
        return host != 0 && port.containerPort().filter(it -> it != host).isPresent();
    }

    static Stream<Problem> clashes(Map<String, Container> containers) {
        Map<String, String> taken = new HashMap<>();
        List<Problem> problems = new ArrayList<>();
        new TreeMap<>(containers).forEach((name, container) -> {
            List<PortMapping> ports = container.portMappings().orElse(List.of());
            for (int i = 0; i < ports.size(); i++) {
                String path = "containers." + name + ".portMappings[" + i + "]";
                spoken(ports.get(i)).flatMap(it -> clash(taken, it, path)).forEach(problems::add);
            }
        });
        return problems.stream();
    }

    private static Stream<String> spoken(PortMapping port) {
        return port.containerPort().stream()
                .map(it -> it + "/" + port.protocol().orElse("tcp"));
    }

    private static Stream<Problem> clash(Map<String, String> taken, String port, String path) {
        String first = taken.putIfAbsent(port, path);
        return Problem.when(
                first != null, path, port + " is taken already by " + first, "another port: the task has one network");
    }
}
