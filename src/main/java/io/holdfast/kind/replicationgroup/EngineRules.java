package io.holdfast.kind.replicationgroup;

import io.holdfast.model.Problem;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Stream;

/** Which versions an engine has, and which of AWS's own parameter groups fits. */
final class EngineRules {
    private static final String OWN = "default.";
    private static final String CLUSTERED = ".cluster.on";

    private EngineRules() {}

    static List<Problem> problems(ReplicationGroupState group) {
        return Stream.of(version(group), family(group), clusterMode(group))
                .flatMap(Optional::stream)
                .toList();
    }

    private static Optional<Problem> version(ReplicationGroupState group) {
        return group.engineVersion()
                .filter(version -> !EngineVersion.isOffered(engine(group), version))
                .map(version -> new Problem(
                        "engineVersion",
                        engine(group) + " has no version " + version,
                        "up to 7.1 for redis, from 7.2 on for valkey"));
    }

    private static Optional<Problem> family(ReplicationGroupState group) {
        Optional<String> fitting =
                group.engineVersion().map(version -> OWN + EngineVersion.family(engine(group), version));
        return fitting.filter(it -> ownGroup(group)
                        .filter(own -> !own.replace(CLUSTERED, "").equals(it))
                        .isPresent())
                .map(it ->
                        new Problem("parameterGroup", "does not fit engine and version", it + " or " + it + CLUSTERED));
    }

    private static Optional<Problem> clusterMode(ReplicationGroupState group) {
        Optional<Boolean> clustered = group.clusterMode().map(it -> !it.equals("disabled"));
        return clustered
                .filter(it -> ownGroup(group)
                        .filter(own -> own.endsWith(CLUSTERED) != it)
                        .isPresent())
                .map(it -> new Problem(
                        "parameterGroup",
                        "does not fit clusterMode",
                        it ? "one that ends in " + CLUSTERED : "one that does not end in " + CLUSTERED));
    }

    /** What somebody put into a group of their own cannot be told from its name. */
    private static Optional<String> ownGroup(ReplicationGroupState group) {
        return group.parameterGroup().map(it -> it.toLowerCase(Locale.ROOT)).filter(it -> it.startsWith(OWN));
    }

    private static String engine(ReplicationGroupState group) {
        return group.engine().orElse(EngineVersion.REDIS);
    }
}
