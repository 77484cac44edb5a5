package io.holdfast.kind.replicationgroup;

import static java.util.Objects.requireNonNull;

import java.util.Map;
import java.util.Set;

/**
 * The next stage of settings that AWS lets nobody jump: cluster mode goes from disabled over compatible to enabled,
 * encryption in transit from off over preferred to required, and back the same way.
 *
 * @param fields what to ask for
 * @param token of the stage; none when it is the last
 */
record Stage(Map<String, Object> fields, String token) {
    private static final Set<String> ENCRYPTION = Set.of("transitEncryption", "transitEncryptionMode");

    Stage {
        fields = Map.copyOf(fields);
        requireNonNull(token, "token");
    }

    /** The stage a change of these fields begins with; without fields when none of them is reached in stages. */
    static Stage next(ReplicationGroupState live, ReplicationGroupState desired, Set<String> changing) {
        if (changing.contains("clusterMode")) {
            return clusterMode(
                    live.clusterMode().orElse("disabled"), desired.clusterMode().orElseThrow());
        }
        return changing.stream().anyMatch(ENCRYPTION::contains) ? encryption(live, desired) : last(Map.of());
    }

    private static Stage clusterMode(String live, String desired) {
        if (live.equals("enabled")) {
            throw Versions.refusal(
                    "ClusterModeDowngrade", "cluster mode is enabled, and ElastiCache knows no way back to " + desired);
        }
        return live.equals("disabled") && desired.equals("enabled")
                ? onTheWay("clusterMode", Map.of("clusterMode", "compatible"))
                : last(Map.of("clusterMode", desired));
    }

    private static Stage encryption(ReplicationGroupState live, ReplicationGroupState desired) {
        boolean on = live.transitEncryption().orElse(false);
        boolean wanted = desired.transitEncryption().orElse(on);
        if (on && !wanted) {
            return isRequired(live)
                    ? onTheWay("transitEncryptionMode", Map.of("transitEncryptionMode", "preferred"))
                    : last(Map.of("transitEncryption", false));
        }
        if (on) {
            return last(Map.of(
                    "transitEncryptionMode", desired.transitEncryptionMode().orElseThrow()));
        }
        Map<String, Object> begin = Map.of("transitEncryption", true, "transitEncryptionMode", "preferred");
        return isRequired(desired) ? onTheWay("transitEncryptionMode", begin) : last(begin);
    }

    private static boolean isRequired(ReplicationGroupState group) {
        return group.transitEncryptionMode().filter("required"::equals).isPresent();
    }

    private static Stage onTheWay(String path, Map<String, Object> fields) {
        return new Stage(fields, Waypoint.of(path, fields.get(path)).token());
    }

    private static Stage last(Map<String, Object> fields) {
        return new Stage(fields, Waypoint.NONE);
    }
}
