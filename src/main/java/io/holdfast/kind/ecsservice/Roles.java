package io.holdfast.kind.ecsservice;

import io.holdfast.aws.StateRecords;
import java.util.Collection;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;

/** The roles that a service names, wherever in it. */
final class Roles {
    private static final Set<String> KEYS = Set.of("role", "roleArn");

    private Roles() {}

    static Stream<String> in(EcsServiceState service) {
        return in(StateRecords.tree(service)).distinct();
    }

    private static Stream<String> in(Object tree) {
        if (tree instanceof Map<?, ?> members) {
            return members.entrySet().stream()
                    .flatMap(it -> KEYS.contains(it.getKey()) && it.getValue() instanceof String role
                            ? Stream.of(role)
                            : in(it.getValue()));
        }
        return tree instanceof Collection<?> list ? list.stream().flatMap(Roles::in) : Stream.empty();
    }
}
