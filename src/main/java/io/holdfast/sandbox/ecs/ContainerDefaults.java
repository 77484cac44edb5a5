package io.holdfast.sandbox.ecs;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** What ECS makes of a container definition: defaults filled in, and some lists in an order of its own. */
final class ContainerDefaults {

    private static final List<Object> EMPTY = List.of();

    private static final Defaults TABLE = Defaults.none()
            .and("cpu", 0)
            .and("essential", true)
            .and("portMappings", EMPTY)
            .and("environment", EMPTY)
            .and("mountPoints", EMPTY)
            .and("volumesFrom", EMPTY)
            .and("systemControls", EMPTY)
            .in("portMappings", Defaults.none().and("protocol", "tcp"))
            .in("mountPoints", Defaults.none().and("readOnly", false))
            .in("volumesFrom", Defaults.none().and("readOnly", false))
            .in("linuxParameters", Defaults.none().and("initProcessEnabled", false))
            .in(
                    "healthCheck",
                    Defaults.none().and("interval", 30).and("timeout", 5).and("retries", 3));

    /** Lists that come back in another order than they were sent. Which order is AWS's affair; ours only has to differ. */
    private static final List<String> REORDERED = List.of("environment", "secrets", "volumesFrom", "links");

    private ContainerDefaults() {}

    /** The container as it is echoed. */
    static Map<String, Object> echo(Map<String, Object> sent, String networkMode) {
        var filled = TABLE.fill(sent);
        REORDERED.forEach(member -> filled.computeIfPresent(member, (name, list) -> reordered((List<?>) list)));
        filled.computeIfPresent("portMappings", (name, ports) -> withHostPorts((List<?>) ports, networkMode));
        return filled;
    }

    private static List<Object> reordered(List<?> sent) {
        var items = new ArrayList<Object>(sent);
        items.sort(Comparator.comparing(
                item -> new StringBuilder(item.toString()).reverse().toString()));
        return items;
    }

    private static List<Object> withHostPorts(List<?> ports, String networkMode) {
        return ports.stream()
                .map(port -> withHostPort((Map<?, ?>) port, networkMode))
                .toList();
    }

    /** Where a task has an address of its own, the host's port is the container's. */
    private static Object withHostPort(Map<?, ?> sent, String networkMode) {
        var port = new LinkedHashMap<Object, Object>(sent);
        var shared = networkMode.equals("bridge");
        if (port.containsKey("containerPort")) {
            port.putIfAbsent("hostPort", shared ? Integer.valueOf(0) : port.get("containerPort"));
        }
        return port;
    }
}
