package io.holdfast.model;

import static java.util.Objects.requireNonNull;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * One AWS call of a change, and the fields it is meant to close.
 *
 * @param call such as {@code ecs:UpdateService}
 * @param paths the differing fields it sends; nothing else is sent
 */
public record Step(String call, List<String> paths) {
    public Step {
        requireNonNull(call, "call");
        paths = List.copyOf(paths);
    }

    /** One step per call, in the order of the field table. */
    public static List<Step> perCall(List<Difference> differences) {
        Map<String, List<String>> paths = new LinkedHashMap<>();
        for (Difference difference : differences) {
            paths.computeIfAbsent(difference.call(), call -> new ArrayList<>()).add(difference.path());
        }
        return paths.entrySet().stream()
                .map(entry -> new Step(entry.getKey(), entry.getValue()))
                .toList();
    }
}
