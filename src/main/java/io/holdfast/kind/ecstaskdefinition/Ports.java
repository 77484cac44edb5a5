package io.holdfast.kind.ecstaskdefinition;

import io.holdfast.kind.ecstaskdefinition.Container.PortMapping;
import io.holdfast.model.Problem;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;

/** Ports that more than one container of a task listens on. */
final class Ports {
    private Ports() {}

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
