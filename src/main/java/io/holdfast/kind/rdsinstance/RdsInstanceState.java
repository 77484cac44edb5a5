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
 * An RDS DB instance, declared or live. Limits: Amazon RDS API Reference, CreateDBInstance and ModifyDBInstance;
 * storage for PostgreSQL: RDS User Guide, Amazon RDS DB instance storage. AWS's member names, without the leading
 * {@code DB}.
 *
 * @param identifier unique in its account and region; RDS keeps it in lower case. Another name is another database
 * @param engine the only one whose rules are known here
 * @param engineVersion a major version such as {@code "15"}, met by each of its minors, or a full one such as
 *     {@code "15.8"}, in quotes; versions are only ever raised. Left out, AWS takes its current one
 * @param autoMinorVersionUpgrade whether AWS moves on to later minors in the maintenance window; a live minor later
 *     than the declared one is then as declared. Left out, AWS takes true
 * @param instanceClass such as {@code db.r6g.large}
 * @param allocatedStorage GiB, at least: a volume never shrinks, and storage autoscaling may have grown it. After one
 *     change AWS takes no other for six hours or more
 * @param maxAllocatedStorage GiB up to which storage autoscaling grows the volume; equal to {@code allocatedStorage}
 *     means off. Left out, AWS takes off
 * @param storageType leave it out to get what AWS takes these days; io1 and io2 need {@code iops}
 * @param iops operations a second; needed for io1 and io2. Leave it out for gp3 below 400 GiB, which has 3000 and
 *     takes no other
 * @param storageThroughput MiB a second; for gp3 from 400 GiB. Left out, AWS takes the baseline of the size
 * @param storageEncrypted whether the volume is; fixed once it exists. Left out, AWS takes false
 * @param kmsKeyId of the volume: the key's id or ARN; fixed once it exists. Left out, AWS takes the key it keeps for
 *     RDS
 * @param multiAZ whether a standby in another zone takes over when the first fails; left out, AWS takes false
 * @param availabilityZone of a single instance, such as {@code us-east-1a}; leave it out with {@code multiAZ}, which
 *     moves with each failover. Left out, AWS chooses
 * @param backupRetentionPeriod days automated backups are kept; 0 means none, and to go there or come from there
 *     stops the database for a moment. Left out, AWS takes 1
 * @param preferredBackupWindow when backups are taken, in UTC, at least 30 minutes, such as {@code 03:00-04:00}; not
 *     during the maintenance window. Left out, AWS chooses
 * @param preferredMaintenanceWindow when AWS may interrupt, in UTC, at least 30 minutes, such as
 *     {@code sun:04:30-sun:05:30}; and when changes are made that were not asked for at once. Left out, AWS chooses
 * @param monitoringInterval seconds between enhanced monitoring's samples: 0 (off), 1, 5, 10, 15, 30 or 60; left out,
 *     AWS takes 0
 * @param monitoringRoleArn as whom RDS writes the samples, by ARN; needed unless the interval is 0
 * @param performanceInsights what is kept of the load on the database
 * @param databaseInsightsMode {@code advanced} needs performance insights kept for 465 days or more; left out, AWS
 *     takes {@code standard}
 * @param enabledCloudwatchLogsExports log files copied to CloudWatch Logs, such as {@code postgresql} and
 *     {@code upgrade}; the whole list is ours. Left out, AWS copies none
 * @param vpcSecurityGroupIds by id, such as {@code sg-0a1b2c3d4e5f60020}; the whole list is ours, and order means
 *     nothing. Left out, AWS takes the default group of the VPC
 * @param dbSubnetGroup the name of the subnet group it lives in; a move to another group is a new instance to us.
 *     Left out, AWS takes {@code default}
 * @param publiclyAccessible whether its name resolves to a public address; write false unless you mean it. Left out,
 *     AWS takes true in some subnet groups
 * @param port a change restarts the database at once, whatever {@code applyImmediately} says; left out, AWS takes
 *     5432
 * @param parameterGroup the name of the parameter group, such as {@code default.postgres15}; a new group's static
 *     parameters wait for a restart, which Holdfast does not do by itself. Left out, AWS takes the default of the
 *     engine version
 * @param optionGroup the name of the option group, of little use with PostgreSQL; left out, AWS takes the default of
 *     the engine version
 * @param iamDatabaseAuthentication whether IAM users may log in; left out, AWS takes false
 * @param caCertificateIdentifier who signs the server's certificate, such as {@code rds-ca-rsa2048-g1}; leave it out
 *     unless clients pin it, for AWS's default moves with time
 * @param deletionProtection whether AWS refuses to delete it; left out, AWS takes false
 * @param copyTagsToSnapshot whether snapshots carry its tags; left out, AWS takes false
 * @param masterUsername the first user; fixed once it exists. Needed to make one
 * @param manageMasterUserPassword {@code true}: RDS makes, keeps and rotates the master password in Secrets Manager,
 *     so that none stands anywhere. Needed to make one; leave it out for a database whose password somebody else
 *     keeps
 * @param dbName the database made in the beginning; fixed once it exists. Left out, none is made
 * @param characterSetName fixed once it exists; of no use with PostgreSQL
 * @param networkType {@code DUAL} adds IPv6; left out, AWS takes {@code IPV4}
 * @param licenseModel such as {@code postgresql-license}, the only one for PostgreSQL
 * @param backupTarget where backups are kept; fixed once it exists. Left out, AWS takes {@code region}
 * @param applyImmediately whether changes that AWS would keep for the maintenance window are made at once, together
 *     with whatever else waits for it. A wish about how, so any live value meets it; left out, they wait
 * @param tags by key, such as the team a bill goes to; other people's tags stay
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
        Optional<@Pattern(regexp = "arn:[^:\\s]+:iam::[0-9]{12}:role/\\S+", message = "the ARN of a role") String>
                monitoringRoleArn,
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
     * @param enabled whether anything is; left out, AWS takes false
     * @param retentionPeriod days: 7, which costs nothing, a multiple of 31 up to 713, or 731; left out, AWS takes 7
     * @param kmsKeyId encrypts it: the key's id or ARN; fixed once insights were on. Left out, AWS takes the key it
     *     keeps for RDS
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
