package io.holdfast.kind.rdsinstance;

import static java.util.Objects.requireNonNull;

import io.holdfast.model.NotWritten;
import io.holdfast.model.TagLimits;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * An RDS DB instance, declared or live. Limits: Amazon RDS API Reference, CreateDBInstance and ModifyDBInstance; storage
 * for PostgreSQL: RDS User Guide, Amazon RDS DB instance storage. AWS's member names, without the leading {@code DB}.
 *
 * @param identifier unique in its account and region; RDS keeps it in lower case
 * @param engine {@code postgres}, the only one whose rules are known here
 * @param engineVersion a major version such as {@code 15}, met by each of its minors, or a full one such as {@code 15.8}
 * @param autoMinorVersionUpgrade whether AWS moves on to later minors in the maintenance window; a live minor later than the
 *     declared one is then as declared
 * @param instanceClass such as {@code db.r6g.large}
 * @param allocatedStorage GiB, at least: a volume never shrinks, and storage autoscaling may have grown it
 * @param maxAllocatedStorage GiB up to which storage autoscaling grows the volume; equal to {@code allocatedStorage} means
 *     off, which is how a live instance without autoscaling reads
 * @param storageType {@code gp2}, {@code gp3}, {@code io1}, {@code io2} or {@code standard}
 * @param iops operations a second; needed for io1 and io2, and not to be had below 400 GiB of gp3
 * @param storageThroughput MiB a second; only gp3 from 400 GiB
 * @param storageEncrypted fixed once it exists
 * @param kmsKeyId of the volume: the key's id or ARN; absent at creation means the key AWS keeps for RDS
 * @param multiAZ whether a standby in another zone takes over when the first fails
 * @param availabilityZone of a single instance; RDS moves a Multi-AZ one with each failover
 * @param backupRetentionPeriod days automated backups are kept; 0 means none
 * @param preferredBackupWindow UTC, such as {@code 03:00-04:00}, at least 30 minutes
 * @param preferredMaintenanceWindow UTC, such as {@code sun:04:30-sun:05:30}, at least 30 minutes; when changes are made that
 *     were not asked for at once
 * @param monitoringInterval seconds between enhanced monitoring's samples; 0 means off
 * @param monitoringRoleArn as whom RDS writes them; needed unless the interval is 0
 * @param performanceInsights what is kept of the load on the database
 * @param databaseInsightsMode {@code standard} or {@code advanced}
 * @param enabledCloudwatchLogsExports log files copied to CloudWatch Logs; the whole list is ours
 * @param vpcSecurityGroupIds the whole list is ours
 * @param dbSubnetGroup where it lives; a move to another group is a new instance to us
 * @param publiclyAccessible whether its name resolves to a public address
 * @param port a change restarts the database at once
 * @param parameterGroup a new group's static parameters wait for a restart, which Holdfast does not do by itself
 * @param optionGroup of little use with PostgreSQL
 * @param iamDatabaseAuthentication whether IAM users may log in
 * @param caCertificateIdentifier who signs the server's certificate; AWS's default moves with time
 * @param deletionProtection whether AWS refuses to delete it
 * @param copyTagsToSnapshot whether snapshots carry its tags
 * @param masterUsername fixed once it exists
 * @param manageMasterUserPassword {@code true}: RDS makes, keeps and rotates the master password in Secrets Manager
 * @param dbName the database made in the beginning; fixed once it exists
 * @param characterSetName fixed once it exists
 * @param networkType {@code IPV4} or {@code DUAL}
 * @param licenseModel such as {@code postgresql-license}
 * @param backupTarget {@code region} or {@code outposts}; fixed once it exists
 * @param applyImmediately whether changes that AWS would keep for the maintenance window are made at once; absent means
 *     they wait. A wish about how, so any live value meets it
 * @param tags by key; other people's stay
 * @param dbInstanceStatus live only: RDS's word for how it is
 * @param dbiResourceId live only: tells it from a later one of the same identifier
 */
public record RdsInstanceState(
        @Size(max = 63)
        @Pattern(
                regexp = "[A-Za-z](-?[A-Za-z0-9])*",
                message = "letters, digits and single hyphens, a letter first, no hyphen last")
        String identifier,

        @Pattern(regexp = "postgres", message = "postgres") String engine,
        Optional<@Pattern(regexp = "\\d+(\\.\\d+)?", message = "a version such as 15 or 15.8") String> engineVersion,
        Optional<Boolean> autoMinorVersionUpgrade,
        Optional<@Pattern(regexp = "db\\.[a-z0-9.-]+", message = "a class such as db.r6g.large") String> instanceClass,
        Optional<@Min(5) @Max(65_536) Integer> allocatedStorage,
        Optional<@Min(5) @Max(65_536) Integer> maxAllocatedStorage,
        Optional<@Pattern(regexp = "gp2|gp3|io1|io2|standard", message = "gp2, gp3, io1, io2 or standard") String>
                storageType,
        Optional<@Min(1_000) @Max(256_000) Integer> iops,
        Optional<@Min(0) @Max(4_000) Integer> storageThroughput,
        Optional<Boolean> storageEncrypted,
        Optional<@Pattern(regexp = RdsInstanceState.KEY, message = RdsInstanceState.KEY_MEANT) String> kmsKeyId,
        Optional<Boolean> multiAZ,
        Optional<String> availabilityZone,
        Optional<@Min(0) @Max(35) Integer> backupRetentionPeriod,
        Optional<@Pattern(regexp = "\\d\\d:\\d\\d-\\d\\d:\\d\\d", message = "UTC, such as 03:00-04:00") String>
                preferredBackupWindow,
        Optional<
                        @Pattern(
                                regexp = "[A-Za-z]{3}:\\d\\d:\\d\\d-[A-Za-z]{3}:\\d\\d:\\d\\d",
                                message = "UTC, such as sun:04:30-sun:05:30")
                        String>
                preferredMaintenanceWindow,
        Optional<@Min(0) @Max(60) Integer> monitoringInterval,
        Optional<@Pattern(regexp = "arn:.+", message = "the ARN of a role") String> monitoringRoleArn,
        Optional<PerformanceInsights> performanceInsights,
        Optional<@Pattern(regexp = "standard|advanced", message = "standard or advanced") String> databaseInsightsMode,
        Optional<List<String>> enabledCloudwatchLogsExports,
        Optional<@Size(min = 1) List<@Pattern(regexp = "sg-[0-9a-z]+", message = "ids such as sg-0a1b2c3d") String>>
                vpcSecurityGroupIds,
        Optional<String> dbSubnetGroup,
        Optional<Boolean> publiclyAccessible,
        Optional<@Min(1_150) @Max(65_535) Integer> port,
        Optional<String> parameterGroup,
        Optional<String> optionGroup,
        Optional<Boolean> iamDatabaseAuthentication,
        Optional<String> caCertificateIdentifier,
        Optional<Boolean> deletionProtection,
        Optional<Boolean> copyTagsToSnapshot,
        Optional<
                        @Pattern(
                                regexp = "[A-Za-z][A-Za-z0-9_]{0,62}",
                                message = "1 to 63 letters, digits or underscores")
                        String>
                masterUsername,
        Optional<Boolean> manageMasterUserPassword,
        Optional<
                        @Pattern(
                                regexp = "[A-Za-z_][A-Za-z0-9_]{0,62}",
                                message = "1 to 63 letters, digits or underscores")
                        String>
                dbName,
        Optional<String> characterSetName,
        Optional<@Pattern(regexp = "IPV4|DUAL", message = "IPV4 or DUAL") String> networkType,
        Optional<String> licenseModel,
        Optional<@Pattern(regexp = "region|outposts", message = "region or outposts") String> backupTarget,
        Optional<Boolean> applyImmediately,
        Optional<
                        @Size(max = TagLimits.MOST) Map<
                                @Pattern(
                                        regexp = "(?!rds:)" + TagLimits.KEY,
                                        message = TagLimits.KEY_MEANT + " or rds:")
                                String,
                                @Pattern(regexp = TagLimits.VALUE, message = TagLimits.VALUE_MEANT) String>>
                tags,
        @NotWritten Optional<String> dbInstanceStatus,
        @NotWritten Optional<String> dbiResourceId) {
    /** An alias cannot be told equal to what RDS shows without asking KMS, so none is taken. */
    static final String KEY = "(?!alias/|.*:alias/).+";

    static final String KEY_MEANT = "the key's id or ARN; RDS shows no alias, so an alias could not be compared";

    public RdsInstanceState {
        requireNonNull(identifier, "identifier");
        requireNonNull(engine, "engine");
        enabledCloudwatchLogsExports = enabledCloudwatchLogsExports.map(List::copyOf);
        vpcSecurityGroupIds = vpcSecurityGroupIds.map(List::copyOf);
        tags = tags.map(Map::copyOf);
    }

    /**
     * What is kept of the load on the database.
     *
     * @param enabled whether anything is
     * @param retentionPeriod days: 7, which costs nothing, a multiple of 31 up to 713, or 731
     * @param kmsKeyId encrypts it: the key's id or ARN; fixed once insights were on
     */
    public record PerformanceInsights(
            Optional<Boolean> enabled,
            Optional<@Min(7) @Max(731) Integer> retentionPeriod,
            Optional<@Pattern(regexp = KEY, message = KEY_MEANT) String> kmsKeyId) {}

    /** Whether changes that AWS would keep for the maintenance window are to be made at once. */
    boolean isImpatient() {
        return applyImmediately.orElse(false);
    }
}
