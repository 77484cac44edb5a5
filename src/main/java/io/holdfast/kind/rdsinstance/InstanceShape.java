package io.holdfast.kind.rdsinstance;

import static java.util.Map.entry;

import io.holdfast.aws.Pairs;
import io.holdfast.aws.Shapes;
import io.holdfast.aws.StateRecords;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import software.amazon.awssdk.services.rds.model.DBInstance;
import software.amazon.awssdk.services.rds.model.PendingModifiedValues;

/** An instance as RDS shows it, in our names: one and the same setting is named differently by each of its calls. */
final class InstanceShape {
    /** RDS's word for our field, where the two differ, in what it shows. */
    private static final Map<String, String> SHOWN = Map.ofEntries(
            entry("dbInstanceIdentifier", "identifier"),
            entry("dbInstanceClass", "instanceClass"),
            entry("dbSubnetGroupName", "dbSubnetGroup"),
            entry("iamDatabaseAuthenticationEnabled", "iamDatabaseAuthentication"));

    private InstanceShape() {}

    static RdsInstanceState stateOf(DBInstance instance) {
        Map<String, Object> tree = renamed(Shapes.tree(instance), SHOWN);
        // Off is said by leaving it out here, and by a maximum equal to the size when it is asked for.
        tree.putIfAbsent("maxAllocatedStorage", tree.get("allocatedStorage"));
        tree.put("manageMasterUserPassword", tree.containsKey("masterUserSecret"));
        tree.put("enabledCloudwatchLogsExports", tree.getOrDefault("enabledCloudwatchLogsExports", List.of()));
        tree.put("vpcSecurityGroupIds", every(tree, "vpcSecurityGroups", "vpcSecurityGroupId"));
        tree.put("dbSubnetGroup", member(tree, "dbSubnetGroup", "dbSubnetGroupName"));
        tree.put("port", member(tree, "endpoint", "port"));
        tree.put("parameterGroup", first(every(tree, "dbParameterGroups", "dbParameterGroupName")));
        tree.put("optionGroup", optionGroup(tree));
        tree.put("performanceInsights", performanceInsights(tree));
        tree.put("tags", Pairs.map(tree.getOrDefault("tagList", List.of()), "key", "value"));
        return StateRecords.read(tree, RdsInstanceState.class);
    }

    /** What is pending, by our names; a password only by its name. */
    static Map<String, Optional<Object>> pending(PendingModifiedValues values, List<String> logsNow) {
        Map<String, Object> tree = renamed(Shapes.tree(values), SHOWN);
        Map<String, Optional<Object>> pending = new LinkedHashMap<>();
        Object logs = tree.remove("pendingCloudwatchLogsExports");
        tree.forEach((name, value) -> pending.put(name, Optional.of(value)));
        pending.computeIfPresent("masterUserPassword", (name, value) -> Optional.empty());
        if (logs != null) {
            pending.put("enabledCloudwatchLogsExports", Optional.of(logs(Pairs.members(logs), logsNow)));
        }
        return pending;
    }

    static Map<String, Object> renamed(Map<String, Object> tree, Map<String, String> names) {
        Map<String, Object> renamed = new LinkedHashMap<>();
        tree.forEach((name, value) -> renamed.put(names.getOrDefault(name, name), value));
        return renamed;
    }

    /** A group on its way out is still listed beside the one on its way in; the one in force is neither. */
    private static Object optionGroup(Map<String, Object> tree) {
        return members(tree, "optionGroupMemberships")
                .filter(it -> !String.valueOf(it.get("status")).matches("pending-(maintenance-)?apply|applying"))
                .map(it -> it.get("optionGroupName"))
                .findFirst()
                .orElse(null);
    }

    private static Map<String, Object> performanceInsights(Map<String, Object> tree) {
        Map<String, Object> insights = new LinkedHashMap<>();
        insights.put("enabled", tree.get("performanceInsightsEnabled"));
        insights.put("retentionPeriod", tree.get("performanceInsightsRetentionPeriod"));
        insights.put("kmsKeyId", tree.get("performanceInsightsKMSKeyId"));
        return insights;
    }

    private static List<Object> logs(Map<String, Object> change, List<String> now) {
        List<Object> logs = new ArrayList<>(now);
        logs.removeAll((Collection<?>) change.getOrDefault("logTypesToDisable", List.of()));
        logs.addAll((Collection<?>) change.getOrDefault("logTypesToEnable", List.of()));
        return logs;
    }

    private static Object member(Map<String, Object> tree, String name, String inner) {
        Object members = tree.get(name);
        return members instanceof Map<?, ?> map ? map.get(inner) : members;
    }

    private static List<Object> every(Map<String, Object> tree, String name, String inner) {
        return members(tree, name).map(it -> it.get(inner)).collect(Collectors.toList());
    }

    private static Object first(List<Object> all) {
        return all.isEmpty() ? null : all.get(0);
    }

    private static Stream<Map<String, Object>> members(Map<String, Object> tree, String name) {
        return ((Collection<?>) tree.getOrDefault(name, List.of())).stream().map(Pairs::members);
    }
}
