package io.holdfast.sandbox.rds;

import io.holdfast.sandbox.datastore.Values;
import io.holdfast.sandbox.wire.XmlList;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** An instance in the words of the wire. */
final class Answers {

    private static final String LOGS_GROUP = "log-group:RDSOSMetrics:log-stream:";

    /** How often transaction logs are shipped (RDS User Guide, point-in-time recovery). */
    private static final Duration LOG_SHIPPING = Duration.ofMinutes(5);

    private Answers() {}

    static Map<String, Object> instance(Databases databases, DbInstance instance) {
        var answer = new LinkedHashMap<String, Object>();
        answer.put("DBInstanceIdentifier", instance.id());
        answer.put("DbiResourceId", instance.resourceId());
        answer.put("DBInstanceArn", databases.arn(instance));
        answer.put("DBInstanceStatus", instance.status());
        answer.put("InstanceCreateTime", instance.createdAt().orElse(null));
        plainSettings(instance.live(), answer);
        answer.put("PendingModifiedValues", PendingAnswers.pending(instance));
        placement(databases, instance, answer);
        groups(instance, answer);
        operation(databases, instance, answer);
        answer.put("TagList", instance.tags().answer());
        return answer;
    }

    /** AWS leaves out what is not set; a text cleared or IOPS of zero count as that. */
    private static void plainSettings(Values<Setting> live, Map<String, Object> answer) {
        live.forEach((setting, value) -> {
            boolean unset = value.equals("") || (setting == Setting.IOPS && value.equals(0));
            if (!unset) {
                setting.output().ifPresent(name -> answer.put(name, value));
            }
        });
    }

    private static void placement(Databases databases, DbInstance instance, Map<String, Object> answer) {
        answer.put("Endpoint", instance.createdAt().isPresent() ? Endpoints.of(databases, instance) : null);
        answer.put("DbInstancePort", 0);
        answer.put("SecondaryAvailabilityZone", instance.standbyZone().isEmpty() ? null : instance.standbyZone());
        var group = databases.subnetGroup(instance.live().text(Setting.SUBNET_GROUP));
        answer.put("DBSubnetGroup", GroupAnswers.subnetGroup(databases, group));
    }

    private static void groups(DbInstance instance, Map<String, Object> answer) {
        var live = instance.live();
        answer.put("VpcSecurityGroups", PendingAnswers.securityGroups(instance));
        answer.put("DBSecurityGroups", new XmlList("DBSecurityGroup", List.of()));
        answer.put(
                "DBParameterGroups",
                items(
                        "DBParameterGroup",
                        Map.of(
                                "DBParameterGroupName", live.text(Setting.PARAMETER_GROUP),
                                "ParameterApplyStatus", instance.parameterStatus())));
        answer.put(
                "OptionGroupMemberships",
                items(
                        "OptionGroupMembership",
                        Map.of("OptionGroupName", live.text(Setting.OPTION_GROUP), "Status", "in-sync")));
        answer.put("ReadReplicaDBInstanceIdentifiers", new XmlList("ReadReplicaDBInstanceIdentifier", List.of()));
        answer.put("DomainMemberships", new XmlList("DomainMembership", List.of()));
        answer.put("AssociatedRoles", new XmlList("DBInstanceRole", List.of()));
        if (!live.texts(Setting.LOG_EXPORTS).isEmpty()) {
            answer.put("EnabledCloudwatchLogsExports", live.texts(Setting.LOG_EXPORTS));
        }
    }

    private static void operation(Databases databases, DbInstance instance, Map<String, Object> answer) {
        var live = instance.live();
        answer.put("LatestRestorableTime", latestRestorable(databases, instance));
        answer.put("AutomaticRestartTime", instance.restartAt().orElse(null));
        answer.put("CertificateDetails", Map.of("CAIdentifier", live.text(Setting.CA_CERTIFICATE)));
        answer.put("MasterUserSecret", instance.secret().map(Answers::secret).orElse(null));
        answer.put("ActivityStreamStatus", "stopped");
        answer.put("CustomerOwnedIpEnabled", false);
        if (live.number(Setting.MONITORING_INTERVAL) > 0) {
            answer.put(
                    "EnhancedMonitoringResourceArn", databases.world().arn("logs", LOGS_GROUP + instance.resourceId()));
        }
    }

    private static Object latestRestorable(Databases databases, DbInstance instance) {
        boolean backedUp = instance.live().number(Setting.BACKUP_RETENTION) > 0
                && instance.createdAt().isPresent();
        return backedUp ? databases.now().minus(LOG_SHIPPING) : null;
    }

    private static Map<String, Object> secret(MasterSecret secret) {
        return Map.of("SecretArn", secret.arn(), "SecretStatus", secret.status(), "KmsKeyId", secret.kmsKey());
    }

    private static XmlList items(String name, Map<String, Object> item) {
        return new XmlList(name, List.of(item));
    }
}
