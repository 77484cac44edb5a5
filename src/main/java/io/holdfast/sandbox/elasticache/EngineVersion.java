package io.holdfast.sandbox.elasticache;

import java.util.List;
import java.util.Optional;

/**
 * A version ElastiCache offers.
 *
 * @param engine {@code redis} or {@code valkey}
 * @param input what a call may name, {@code major.minor}
 * @param full what a member shows, with the patch
 * @param family the family of the parameter groups that fit
 */
record EngineVersion(String engine, String input, String full, String family) {

    static final String REDIS = "redis";
    static final String VALKEY = "valkey";

    /** Oldest first; the last of each engine is its default (ElastiCache User Guide, Supported engines and versions). */
    private static final List<EngineVersion> ALL = List.of(
            new EngineVersion(REDIS, "6.2", "6.2.6", "redis6.x"),
            new EngineVersion(REDIS, "7.0", "7.0.7", "redis7"),
            new EngineVersion(REDIS, "7.1", "7.1.0", "redis7"),
            new EngineVersion(VALKEY, "7.2", "7.2.6", "valkey7"),
            new EngineVersion(VALKEY, "8.0", "8.0.1", "valkey8"));

    static List<EngineVersion> all() {
        return ALL;
    }

    /** The version a call names. Neither a wildcard nor a patch can be asked for. */
    static EngineVersion asked(String engine, String text) {
        var offered =
                ALL.stream().filter(version -> version.engine.equals(engine)).toList();
        if (offered.isEmpty()) {
            throw Refusal.value("Invalid engine: " + engine);
        }
        if (text.isEmpty()) {
            return offered.get(offered.size() - 1);
        }
        offered.stream()
                .filter(version -> version.full.equals(text))
                .findFirst()
                .ifPresent(version -> {
                    throw Refusal.combination("Specific version selection is not allowed for '" + text
                            + "', please use '" + version.input + "'");
                });
        return offered.stream()
                .filter(version -> version.input.equals(text))
                .findFirst()
                .orElseThrow(() -> Refusal.combination("Cannot find version " + text + " for " + engine));
    }

    /** The version a group runs. */
    static EngineVersion running(String full) {
        return find(full).orElseThrow(() -> new IllegalStateException("no such version: " + full));
    }

    /** The parameter group AWS keeps for this version. */
    String defaultParameterGroup(boolean clusterEnabled) {
        return ParameterGroup.defaultOf(family, clusterEnabled).name();
    }

    /** Whether a group can go from this version to the other: never to an older one, and from Valkey never back to Redis. */
    boolean canBecome(EngineVersion other) {
        boolean back = engine.equals(VALKEY) && other.engine.equals(REDIS);
        return !back && ALL.indexOf(other) >= ALL.indexOf(this);
    }

    private static Optional<EngineVersion> find(String full) {
        return ALL.stream().filter(version -> version.full.equals(full)).findFirst();
    }
}
