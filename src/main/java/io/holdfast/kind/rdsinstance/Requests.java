package io.holdfast.kind.rdsinstance;

import static java.util.Map.entry;

import io.holdfast.aws.Pairs;
import io.holdfast.aws.Patch;
import io.holdfast.aws.Sent;
import io.holdfast.aws.StateRecords;
import io.holdfast.model.Order;
import io.holdfast.model.Step;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import software.amazon.awssdk.services.rds.model.UpgradeTarget;

/** Our fields as the members of the calls. */
final class Requests {
    /** AWS's word for our field, where the two differ, in both calls. */
    private static final Map<String, String> SENT = Map.ofEntries(
            entry("identifier", "dbInstanceIdentifier"),
            entry("instanceClass", "dbInstanceClass"),
            entry("dbSubnetGroup", "dbSubnetGroupName"),
            entry("parameterGroup", "dbParameterGroupName"),
            entry("optionGroup", "optionGroupName"),
            entry("iamDatabaseAuthentication", "enableIAMDatabaseAuthentication"));

    private Requests() {}

    static Map<String, Object> create(RdsInstanceState desired, Map<String, String> ownershipTags) {
        Map<String, Object> tree = tree(desired);
        Map<String, String> tags = new HashMap<>(desired.tags().orElse(Map.of()));
        tags.putAll(ownershipTags);
        tree.put("tags", Pairs.list(tags, "key", "value"));
        move(tree, "enabledCloudwatchLogsExports", "enableCloudwatchLogsExports");
        tree.remove("applyImmediately");
        return tree;
    }

    /** The fields of the step, and what RDS demands beside them in the same call. */
    static Map<String, Object> modify(Order<RdsInstanceState> order, Step step, UpgradePath upgrades) {
        RdsInstanceState live = order.live().orElseThrow().state();
        RdsInstanceState next = Patch.of(order);
        Set<String> members = Companions.of(Sent.members(step), live, next);
        Map<String, Object> tree = StateRecords.tree(next);
        tree.keySet().retainAll(members);
        tree = inAwsWords(tree);
        tree.put("dbInstanceIdentifier", next.identifier());
        tree.put("applyImmediately", Parked.isToApplyAtOnce(order.desired(), step));
        tree.computeIfPresent("allocatedStorage", (name, size) -> Companions.size(live, next));
        tree.computeIfPresent("maxAllocatedStorage", (name, most) -> Companions.ceiling(live, next));
        if (!step.paths().contains("performanceInsights.kmsKeyId")) {
            tree.remove("performanceInsightsKMSKeyId");
        }
        move(tree, "port", "dbPortNumber");
        if (tree.remove("enabledCloudwatchLogsExports") != null) {
            tree.put("cloudwatchLogsExportConfiguration", logs(live, next));
        }
        if (members.contains("engineVersion")) {
            upgrade(tree, live, next, upgrades);
        }
        return tree;
    }

    private static void upgrade(
            Map<String, Object> tree, RdsInstanceState live, RdsInstanceState next, UpgradePath upgrades) {
        UpgradeTarget target = upgrades.target(
                next.engine(),
                live.engineVersion().orElseThrow(),
                next.engineVersion().orElseThrow());
        tree.put("engineVersion", target.engineVersion());
        tree.put("allowMajorVersionUpgrade", Boolean.TRUE.equals(target.isMajorVersionUpgrade()));
    }

    /** Log exports are changed by what to begin and what to end. */
    private static Map<String, Object> logs(RdsInstanceState live, RdsInstanceState next) {
        List<String> before = live.enabledCloudwatchLogsExports().orElse(List.of());
        List<String> after = next.enabledCloudwatchLogsExports().orElse(List.of());
        return Map.of("enableLogTypes", without(after, before), "disableLogTypes", without(before, after));
    }

    private static List<String> without(List<String> all, List<String> others) {
        List<String> rest = new ArrayList<>(all);
        rest.removeAll(others);
        return rest;
    }

    private static Map<String, Object> tree(RdsInstanceState state) {
        return inAwsWords(StateRecords.tree(state));
    }

    private static Map<String, Object> inAwsWords(Map<String, Object> ours) {
        Map<String, Object> tree = InstanceShape.renamed(ours, SENT);
        Object insights = tree.remove("performanceInsights");
        if (insights != null) {
            Map<String, Object> members = Pairs.members(insights);
            put(tree, "enablePerformanceInsights", members.get("enabled"));
            if (!Boolean.FALSE.equals(members.get("enabled"))) {
                put(tree, "performanceInsightsRetentionPeriod", members.get("retentionPeriod"));
                put(tree, "performanceInsightsKMSKeyId", members.get("kmsKeyId"));
            }
        }
        return tree;
    }

    private static void move(Map<String, Object> tree, String from, String to) {
        put(tree, to, tree.remove(from));
    }

    private static void put(Map<String, Object> tree, String name, Object value) {
        if (value != null) {
            tree.put(name, value);
        }
    }
}
