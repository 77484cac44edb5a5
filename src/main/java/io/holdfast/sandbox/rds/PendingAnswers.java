package io.holdfast.sandbox.rds;

import io.holdfast.sandbox.wire.XmlList;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** What is on its way, in the words of the wire. AWS shows only some pending settings there; the rest is known by the status alone. */
final class PendingAnswers {

    /** The settings {@code PendingModifiedValues} has a member for, besides those with a shape of their own. */
    private static final Set<Setting> SHOWN = Set.of(
            Setting.INSTANCE_CLASS,
            Setting.ALLOCATED_STORAGE,
            Setting.BACKUP_RETENTION,
            Setting.MULTI_AZ,
            Setting.ENGINE_VERSION,
            Setting.LICENSE_MODEL,
            Setting.IOPS,
            Setting.STORAGE_THROUGHPUT,
            Setting.STORAGE_TYPE,
            Setting.CA_CERTIFICATE,
            Setting.DEDICATED_LOG_VOLUME,
            Setting.IAM_AUTHENTICATION);

    private PendingAnswers() {}

    static Map<String, Object> pending(DbInstance instance) {
        var wanted = instance.pending().wanted();
        var answer = new LinkedHashMap<String, Object>();
        wanted.forEach((setting, value) -> {
            if (SHOWN.contains(setting)) {
                setting.output().ifPresent(name -> answer.put(name, value));
            }
        });
        answer.put("Port", wanted.get(Setting.PORT).orElse(null));
        answer.put("DBInstanceIdentifier", wanted.get(Setting.IDENTIFIER).orElse(null));
        answer.put("DBSubnetGroupName", wanted.get(Setting.SUBNET_GROUP).orElse(null));
        answer.put(
                "MasterUserPassword",
                wanted.get(Setting.MASTER_PASSWORD).map(kept -> "****").orElse(null));
        answer.put("PendingCloudwatchLogsExports", logExports(instance));
        return answer;
    }

    /** Groups coming and going; the status of each tells which. */
    static XmlList securityGroups(DbInstance instance) {
        var now = instance.live().texts(Setting.SECURITY_GROUPS);
        var next = instance.pending().wanted().has(Setting.SECURITY_GROUPS)
                ? instance.pending().wanted().texts(Setting.SECURITY_GROUPS)
                : now;
        var groups = new ArrayList<Map<String, Object>>();
        now.forEach(id -> groups.add(membership(id, next.contains(id) ? "active" : "removing")));
        next.stream().filter(id -> !now.contains(id)).forEach(id -> groups.add(membership(id, "adding")));
        return new XmlList("VpcSecurityGroupMembership", groups);
    }

    private static Map<String, Object> membership(String id, String status) {
        return Map.of("VpcSecurityGroupId", id, "Status", status);
    }

    private static Map<String, Object> logExports(DbInstance instance) {
        if (!instance.pending().wanted().has(Setting.LOG_EXPORTS)) {
            return null;
        }
        var now = instance.live().texts(Setting.LOG_EXPORTS);
        var next = instance.pending().wanted().texts(Setting.LOG_EXPORTS);
        return Map.of("LogTypesToEnable", without(next, now), "LogTypesToDisable", without(now, next));
    }

    private static List<String> without(List<String> types, List<String> others) {
        return types.stream().filter(type -> !others.contains(type)).toList();
    }
}
