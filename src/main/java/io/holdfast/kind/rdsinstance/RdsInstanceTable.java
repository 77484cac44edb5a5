package io.holdfast.kind.rdsinstance;

import static io.holdfast.model.Impact.INTERRUPTION;
import static io.holdfast.model.Impact.IN_PLACE;
import static io.holdfast.model.Impact.REPLACEMENT;

import io.holdfast.kind.rdsinstance.RdsInstanceState.PerformanceInsights;
import io.holdfast.model.Comparison;
import io.holdfast.model.Field;
import io.holdfast.model.FieldTable;
import io.holdfast.model.Impact;
import java.math.BigDecimal;
import java.util.Optional;

/** What we manage of an instance. Impacts: RDS User Guide, Settings for DB instances, column "Downtime notes". */
final class RdsInstanceTable {
    static final String CREATE = "rds:CreateDBInstance";
    static final String MODIFY = "rds:ModifyDBInstance";
    static final String DELETE = "rds:DeleteDBInstance";
    static final String TAG = "rds:AddTagsToResource";

    static final FieldTable<RdsInstanceState> FIELDS = FieldTable.<RdsInstanceState>changedBy(MODIFY)
            .row(fixed(Field.required("identifier", RdsInstanceState::identifier, REPLACEMENT))
                    .compared(Comparison.ignoringCase()))
            .row(fixed(Field.required("engine", RdsInstanceState::engine, REPLACEMENT))
                    .compared(Comparison.ignoringCase()))
            .row(Field.of("engineVersion", RdsInstanceState::engineVersion, INTERRUPTION)
                    .compared(Comparison.version()))
            .row(Field.of("autoMinorVersionUpgrade", RdsInstanceState::autoMinorVersionUpgrade, IN_PLACE))
            .row(Field.of("instanceClass", RdsInstanceState::instanceClass, INTERRUPTION))
            .row(Field.of("allocatedStorage", RdsInstanceState::allocatedStorage, IN_PLACE)
                    .compared(Comparison.atLeast()))
            .row(Field.of("maxAllocatedStorage", RdsInstanceState::maxAllocatedStorage, IN_PLACE))
            .row(Field.of("storageType", RdsInstanceState::storageType, IN_PLACE))
            .row(Field.of("iops", RdsInstanceState::iops, IN_PLACE))
            .row(Field.of("storageThroughput", RdsInstanceState::storageThroughput, IN_PLACE)
                    .compared(or(0)))
            .row(fixed(Field.of("storageEncrypted", RdsInstanceState::storageEncrypted, REPLACEMENT)))
            .row(fixed(Field.of("kmsKeyId", RdsInstanceState::kmsKeyId, REPLACEMENT))
                    .compared(key()))
            .row(Field.of("multiAZ", RdsInstanceState::multiAZ, IN_PLACE))
            .row(fixed(Field.of("availabilityZone", RdsInstanceState::availabilityZone, REPLACEMENT)))
            .row(Field.of("backupRetentionPeriod", RdsInstanceState::backupRetentionPeriod, INTERRUPTION)
                    .costing(RdsInstanceTable::backups))
            .row(Field.of("preferredBackupWindow", RdsInstanceState::preferredBackupWindow, IN_PLACE)
                    .compared(Comparison.ignoringCase()))
            .row(Field.of("preferredMaintenanceWindow", RdsInstanceState::preferredMaintenanceWindow, IN_PLACE)
                    .compared(Comparison.ignoringCase()))
            .row(Field.of("monitoringInterval", RdsInstanceState::monitoringInterval, IN_PLACE)
                    .compared(or(0)))
            .row(Field.of("monitoringRoleArn", RdsInstanceState::monitoringRoleArn, IN_PLACE))
            .group("performanceInsights", RdsInstanceState::performanceInsights, performanceInsights())
            .row(Field.of("databaseInsightsMode", RdsInstanceState::databaseInsightsMode, IN_PLACE)
                    .compared(or("standard")))
            .row(Field.of("enabledCloudwatchLogsExports", RdsInstanceState::enabledCloudwatchLogsExports, IN_PLACE)
                    .compared(Comparison.unordered()))
            .row(Field.of("vpcSecurityGroupIds", RdsInstanceState::vpcSecurityGroupIds, IN_PLACE)
                    .compared(Comparison.unordered()))
            .row(fixed(Field.of("dbSubnetGroup", RdsInstanceState::dbSubnetGroup, REPLACEMENT))
                    .compared(Comparison.ignoringCase()))
            .row(Field.of("publiclyAccessible", RdsInstanceState::publiclyAccessible, IN_PLACE))
            .row(Field.of("port", RdsInstanceState::port, INTERRUPTION))
            .row(Field.of("parameterGroup", RdsInstanceState::parameterGroup, IN_PLACE)
                    .compared(Comparison.ignoringCase()))
            .row(Field.of("optionGroup", RdsInstanceState::optionGroup, IN_PLACE)
                    .compared(Comparison.ignoringCase()))
            .row(Field.of("iamDatabaseAuthentication", RdsInstanceState::iamDatabaseAuthentication, IN_PLACE)
                    .compared(or(false)))
            .row(Field.of("caCertificateIdentifier", RdsInstanceState::caCertificateIdentifier, INTERRUPTION))
            .row(Field.of("deletionProtection", RdsInstanceState::deletionProtection, IN_PLACE))
            .row(Field.of("copyTagsToSnapshot", RdsInstanceState::copyTagsToSnapshot, IN_PLACE))
            .row(fixed(Field.of("masterUsername", RdsInstanceState::masterUsername, REPLACEMENT)))
            // RDS sets a new password: who connects with the old one is out.
            .row(Field.of("manageMasterUserPassword", RdsInstanceState::manageMasterUserPassword, INTERRUPTION))
            .row(fixed(Field.of("dbName", RdsInstanceState::dbName, REPLACEMENT)))
            .row(fixed(Field.of("characterSetName", RdsInstanceState::characterSetName, REPLACEMENT)))
            .row(Field.of("networkType", RdsInstanceState::networkType, INTERRUPTION))
            .row(Field.of("licenseModel", RdsInstanceState::licenseModel, INTERRUPTION))
            .row(fixed(Field.of("backupTarget", RdsInstanceState::backupTarget, REPLACEMENT)))
            .row(Field.of("applyImmediately", RdsInstanceState::applyImmediately, IN_PLACE)
                    .compared(always()))
            .sharedEntries("tags", RdsInstanceState::tags, TAG)
            .build();

    private RdsInstanceTable() {}

    private static FieldTable<PerformanceInsights> performanceInsights() {
        return FieldTable.<PerformanceInsights>changedBy(MODIFY)
                .row(Field.of("enabled", PerformanceInsights::enabled, IN_PLACE).compared(or(false)))
                .row(Field.of("retentionPeriod", PerformanceInsights::retentionPeriod, IN_PLACE))
                .row(Field.of("kmsKeyId", PerformanceInsights::kmsKeyId, REPLACEMENT)
                        .compared(key())
                        .costing((desired, live) -> live.isEmpty() ? IN_PLACE : REPLACEMENT))
                .build();
    }

    /** What only another instance can have: it is chosen when one is made. */
    private static Field<RdsInstanceState> fixed(Field<RdsInstanceState> field) {
        return field.by(CREATE);
    }

    private static Comparison or(Object standard) {
        return Comparison.exact().defaultsTo(standard);
    }

    /** A wish about how: nothing live contradicts it, but to ask for it is another wish than not to. */
    private static Comparison always() {
        return Comparison.exact().anyFor(true).anyFor(false);
    }

    /** A key by its ARN is the same as by its id. */
    private static Comparison key() {
        return Comparison.exact().in(value -> ((String) value).substring(((String) value).lastIndexOf('/') + 1));
    }

    /** To begin or to end keeping backups stops the database for a moment; to keep them longer does not. */
    private static Impact backups(Object desired, Optional<Object> live) {
        boolean before = live.filter(RdsInstanceTable::isSome).isPresent();
        boolean after = isSome(desired);
        return before == after ? IN_PLACE : INTERRUPTION;
    }

    private static boolean isSome(Object days) {
        return ((BigDecimal) days).signum() > 0;
    }
}
