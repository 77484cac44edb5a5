package io.holdfast.sandbox.ecs;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/** One cluster and the services in it. */
final class Cluster {

    final String name;
    final String arn;
    final TagSet tags;
    final Map<String, EcsService> services = new TreeMap<>();

    /** {@code settings}, {@code configuration}, {@code serviceConnectDefaults} as they are echoed. */
    final Map<String, Object> settings = new LinkedHashMap<>();

    List<String> capacityProviders = List.of();
    List<Object> defaultStrategy = List.of();
    String status = "ACTIVE";
    String attachmentsStatus;

    Cluster(String name, String arn, TagSet tags) {
        this.name = name;
        this.arn = arn;
        this.tags = tags;
    }

    boolean isGone() {
        return status.equals("INACTIVE");
    }

    List<Task> tasks() {
        return services.values().stream()
                .flatMap(service -> service.tasks.stream())
                .toList();
    }
}
