package io.holdfast.kind.ecstaskdefinition;

import io.holdfast.model.Comparison;
import io.holdfast.model.Normal;
import java.util.Collection;
import java.util.Comparator;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.UnaryOperator;
import java.util.regex.Pattern;

/** When two values of a task definition count as the same. */
final class Rules {
    /** An ARN of a role, up to the name with its path. */
    private static final Pattern ROLE = Pattern.compile("arn:[^:]+:iam::\\d*:role/");

    /** An ARN of a parameter; its name begins with a slash there even if it has none. */
    private static final Pattern PARAMETER = Pattern.compile("arn:[^:]+:ssm:[^:]*:\\d*:parameter/");

    private Rules() {}

    static Comparison exact() {
        return Comparison.exact();
    }

    /** What is declared empty is met by nothing. */
    static Comparison orEmpty() {
        return Comparison.exact().emptyIsAbsent();
    }

    static Comparison or(Object value) {
        return Comparison.exact().defaultsTo(value);
    }

    static Comparison set() {
        return Comparison.unordered();
    }

    /** A bare role name is accepted, and answered with the ARN. */
    static Comparison role() {
        return Comparison.exact().in(value -> ROLE.matcher((String) value).replaceFirst(""));
    }

    /** A parameter's name is as good as its ARN. */
    static Comparison secret() {
        return Comparison.exact().in(value -> {
            String name = PARAMETER.matcher((String) value).replaceFirst("/");
            return name.startsWith("/") && name.indexOf('/', 1) < 0 ? name.substring(1) : name;
        });
    }

    /** Ports in any order; TCP unless said otherwise, and host port 0 is none. */
    static Comparison ports() {
        return members(port -> {
            port.putIfAbsent("protocol", "tcp");
            port.remove("hostPort", Normal.of(0));
            return port;
        });
    }

    /** Devices in any order; the same path and all permissions unless said otherwise. */
    static Comparison devices() {
        return members(device -> {
            device.putIfAbsent("containerPath", device.get("hostPath"));
            device.computeIfPresent("permissions", (name, all) -> sorted((Collection<?>) all));
            return device;
        });
    }

    private static Comparison members(UnaryOperator<Map<String, Object>> rewritten) {
        return Comparison.exact()
                .in(list -> sorted(((Collection<?>) list)
                        .stream().map(it -> rewritten.apply(copy(it))).toList()))
                .emptyIsAbsent();
    }

    private static Object sorted(Collection<?> list) {
        return list.stream()
                .map(Object.class::cast)
                .sorted(Comparator.comparing(Normal::text))
                .toList();
    }

    private static Map<String, Object> copy(Object member) {
        Map<String, Object> copy = new TreeMap<>();
        ((Map<?, ?>) member).forEach((key, value) -> copy.put(String.valueOf(key), value));
        return copy;
    }
}
