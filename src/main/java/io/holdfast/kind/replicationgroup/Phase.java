package io.holdfast.kind.replicationgroup;

import static java.util.stream.Collectors.toSet;

import io.holdfast.model.Difference;
import io.holdfast.model.Step;
import java.math.BigDecimal;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * The order in which the parts of a change are made, one phase a pass, because ElastiCache takes one change at a time.
 * What frees others comes before them: replicas cannot go while Multi-AZ needs them; capacity comes before what shakes
 * the nodes, and goes last. Failover is switched on as soon as there are replicas for it, so that what follows has it.
 */
enum Phase {
    SWITCH_OFF,
    REPLICAS,
    SWITCH_ON,
    SHARDS_OUT,
    NODE_TYPE,
    VERSION,
    CLUSTER_MODE,
    PARAMETER_GROUP,
    ENCRYPTION,
    OTHERS,
    TAGS,
    SHARDS_LAST;

    /** The step of the first phase that has anything to do; empty when nothing differs. */
    static List<Step> firstStep(List<Difference> differences) {
        Set<String> paths = differences.stream().map(Difference::path).collect(toSet());
        Optional<Phase> first = differences.stream().map(it -> of(it, paths)).min(Phase::compareTo);
        return first.stream()
                .map(phase -> step(differences.stream()
                        .filter(it -> of(it, paths) == phase)
                        .toList()))
                .toList();
    }

    private static Step step(List<Difference> together) {
        return new Step(
                together.get(0).call(), together.stream().map(Difference::path).toList());
    }

    private static Phase of(Difference difference, Set<String> paths) {
        String path = difference.path();
        return switch (path) {
            case "automaticFailover", "multiAZ" -> isWanted(difference, "disabled") ? SWITCH_OFF : SWITCH_ON;
            case "replicasPerNodeGroup" -> REPLICAS;
            // Several shards need cluster mode.
            case "numNodeGroups" ->
                isWantingAnywhere(difference.desired().orElse(BigDecimal.ZERO), difference.live())
                                && !paths.contains("clusterMode")
                        ? SHARDS_OUT
                        : SHARDS_LAST;
            case "nodeType" -> NODE_TYPE;
            case "engine", "engineVersion" -> VERSION;
            case "clusterMode" -> CLUSTER_MODE;
            case "parameterGroup" -> ofParameterGroup(paths);
            case "transitEncryption", "transitEncryptionMode" -> ENCRYPTION;
            default -> path.startsWith("tags.") ? TAGS : OTHERS;
        };
    }

    /** It has to fit cluster mode and version at every moment, so it goes along with the one that changes. */
    private static Phase ofParameterGroup(Set<String> paths) {
        if (paths.contains("clusterMode")) {
            return CLUSTER_MODE;
        }
        return paths.contains("engineVersion") || paths.contains("engine") ? VERSION : PARAMETER_GROUP;
    }

    private static boolean isWanted(Difference difference, String value) {
        return difference.desired().filter(value::equals).isPresent();
    }

    /** Whether live is below what is desired; where shards differ, in any of them. */
    static boolean isWantingAnywhere(Object desired, Optional<Object> live) {
        Object found = live.orElse(BigDecimal.ZERO);
        Collection<?> counts = found instanceof Map<?, ?> byShard ? byShard.values() : List.of(found);
        return counts.stream().anyMatch(it -> ((BigDecimal) it).compareTo((BigDecimal) desired) < 0);
    }
}
