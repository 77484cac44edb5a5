package io.holdfast.sandbox.rds;

import static io.holdfast.sandbox.datastore.Form.FLAG;
import static io.holdfast.sandbox.datastore.Form.NAME;
import static io.holdfast.sandbox.datastore.Form.NUMBER;
import static io.holdfast.sandbox.datastore.Form.TEXT;
import static io.holdfast.sandbox.datastore.Form.TEXTS;

import io.holdfast.sandbox.datastore.Form;
import io.holdfast.sandbox.datastore.Values;
import java.util.Optional;

/** Everything that can be set on a DB instance: its name in each call, and the work a change of it takes. */
enum Setting {
    // name in CreateDBInstance, in ModifyDBInstance and in DescribeDBInstances; "" where the call lacks it
    ENGINE("Engine", "", "Engine", NAME, Work.BOOKKEEPING),
    MASTER_USERNAME("MasterUsername", "", "MasterUsername", TEXT, Work.BOOKKEEPING),
    DB_NAME("DBName", "", "DBName", TEXT, Work.BOOKKEEPING),
    AVAILABILITY_ZONE("AvailabilityZone", "", "AvailabilityZone", TEXT, Work.BOOKKEEPING),
    STORAGE_ENCRYPTED("StorageEncrypted", "", "StorageEncrypted", FLAG, Work.BOOKKEEPING),
    KMS_KEY("KmsKeyId", "", "KmsKeyId", TEXT, Work.BOOKKEEPING),
    BACKUP_TARGET("BackupTarget", "", "BackupTarget", TEXT, Work.BOOKKEEPING),
    LIFECYCLE_SUPPORT("EngineLifecycleSupport", "", "EngineLifecycleSupport", TEXT, Work.BOOKKEEPING),

    ENGINE_VERSION("EngineVersion", TEXT, Work.UPGRADE),
    INSTANCE_CLASS("DBInstanceClass", TEXT, Work.CLASS),
    MULTI_AZ("MultiAZ", FLAG, Work.STANDBY),
    ALLOCATED_STORAGE("AllocatedStorage", NUMBER, Work.STORAGE),
    STORAGE_TYPE("StorageType", TEXT, Work.STORAGE),
    IOPS("Iops", NUMBER, Work.STORAGE),
    STORAGE_THROUGHPUT("StorageThroughput", NUMBER, Work.STORAGE),
    MAX_ALLOCATED_STORAGE("MaxAllocatedStorage", NUMBER, Work.BOOKKEEPING),

    BACKUP_RETENTION("BackupRetentionPeriod", NUMBER, Work.BACKUP_RETENTION) {
        @Override
        Work work(Values<Setting> live, Object wanted) {
            return live.number(this) == 0 || wanted.equals(0) ? Work.BACKUP_SWITCH : Work.BACKUP_RETENTION;
        }
    },
    BACKUP_WINDOW("PreferredBackupWindow", NAME, Work.ACCESS),
    MAINTENANCE_WINDOW("PreferredMaintenanceWindow", NAME, Work.ACCESS),
    AUTO_MINOR_UPGRADE("AutoMinorVersionUpgrade", FLAG, Work.BOOKKEEPING),
    COPY_TAGS("CopyTagsToSnapshot", FLAG, Work.BOOKKEEPING),
    DELETION_PROTECTION("DeletionProtection", FLAG, Work.BOOKKEEPING),

    MONITORING_INTERVAL("MonitoringInterval", NUMBER, Work.MONITORING),
    MONITORING_ROLE("MonitoringRoleArn", TEXT, Work.MONITORING),
    INSIGHTS_MODE("DatabaseInsightsMode", TEXT, Work.ACCESS),
    INSIGHTS_ENABLED(
            "EnablePerformanceInsights", "EnablePerformanceInsights", "PerformanceInsightsEnabled", FLAG, Work.ACCESS),
    INSIGHTS_RETENTION("PerformanceInsightsRetentionPeriod", NUMBER, Work.ACCESS),
    INSIGHTS_KEY("PerformanceInsightsKMSKeyId", TEXT, Work.ACCESS),
    LOG_EXPORTS("EnableCloudwatchLogsExports", "CloudwatchLogsExportConfiguration", "", TEXTS, Work.LOG_EXPORTS),

    PUBLICLY_ACCESSIBLE("PubliclyAccessible", FLAG, Work.ACCESS),
    SECURITY_GROUPS("VpcSecurityGroupIds", "VpcSecurityGroupIds", "", TEXTS, Work.ACCESS),
    PARAMETER_GROUP("DBParameterGroupName", "DBParameterGroupName", "", NAME, Work.PARAMETERS),
    OPTION_GROUP("OptionGroupName", "OptionGroupName", "", NAME, Work.NETWORK),
    SUBNET_GROUP("DBSubnetGroupName", "DBSubnetGroupName", "", NAME, Work.NETWORK),
    PORT("Port", "DBPortNumber", "", NUMBER, Work.PORT),
    NETWORK_TYPE("NetworkType", TEXT, Work.NETWORK),
    CA_CERTIFICATE("CACertificateIdentifier", TEXT, Work.NETWORK),
    LICENSE_MODEL("LicenseModel", TEXT, Work.NETWORK),
    DEDICATED_LOG_VOLUME("DedicatedLogVolume", FLAG, Work.NETWORK),
    IAM_AUTHENTICATION(
            "EnableIAMDatabaseAuthentication",
            "EnableIAMDatabaseAuthentication",
            "IAMDatabaseAuthenticationEnabled",
            FLAG,
            Work.IAM_AUTHENTICATION),

    MASTER_PASSWORD("MasterUserPassword", "MasterUserPassword", "", TEXT, Work.CREDENTIALS),
    MANAGED_PASSWORD("ManageMasterUserPassword", "ManageMasterUserPassword", "", FLAG, Work.CREDENTIALS),
    SECRET_KEY("MasterUserSecretKmsKeyId", "MasterUserSecretKmsKeyId", "", TEXT, Work.CREDENTIALS),
    IDENTIFIER("", "NewDBInstanceIdentifier", "", NAME, Work.RENAME);

    private final String createName;
    private final String modifyName;
    private final String output;
    private final Form form;
    private final Work work;

    Setting(String createName, String modifyName, String output, Form form, Work work) {
        this.createName = createName;
        this.modifyName = modifyName;
        this.output = output;
        this.form = form;
        this.work = work;
    }

    Setting(String name, Form form, Work work) {
        this(name, name, name, form, work);
    }

    String createName() {
        return createName;
    }

    String modifyName() {
        return modifyName;
    }

    /** The member of {@code DBInstance} that shows the value as it is; empty when it is shown in a shape of its own. */
    Optional<String> output() {
        return output.isEmpty() ? Optional.empty() : Optional.of(output);
    }

    Form form() {
        return form;
    }

    /** What changing the live value to the wanted one takes. */
    Work work(Values<Setting> live, Object wanted) {
        return work;
    }
}
