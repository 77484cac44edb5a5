package io.holdfast.kind.rdsinstance;

import static io.holdfast.model.Impact.INTERRUPTION;
import static io.holdfast.model.Impact.IN_PLACE;
import static io.holdfast.model.Impact.REPLACEMENT;
import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.params.provider.Arguments.arguments;

import io.holdfast.kind.FieldPairs;
import io.holdfast.kind.Yaml;
import io.holdfast.model.Impact;
import io.holdfast.model.NotWritten;
import java.lang.reflect.RecordComponent;
import java.util.Arrays;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

class RdsInstanceTableTest {
    private static final String CREATE = "rds:CreateDBInstance";
    private static final String MODIFY = "rds:ModifyDBInstance";
    private static final String TAG = "rds:AddTagsToResource";
    private static final String KEY = "arn:aws:kms:eu-central-1:123456789012:key/0f1e";

    /** How changes are to be made; no live value contradicts it. */
    private static final String WISH = "applyImmediately";

    private final RdsInstanceKind kind = new RdsInstanceKind();

    static Stream<Arguments> equal() {
        return Stream.of(
                arguments("identifier: Main", "identifier: main"),
                arguments("engine: postgres", "engine: postgres"),
                arguments("engineVersion: '15'", "engineVersion: '15.8'"),
                arguments("engineVersion: '15.8'", "engineVersion: '15.8'"),
                arguments("autoMinorVersionUpgrade: true", "autoMinorVersionUpgrade: true"),
                arguments("instanceClass: db.r6g.large", "instanceClass: db.r6g.large"),
                arguments("allocatedStorage: 500", "allocatedStorage: 500"),
                arguments("allocatedStorage: 500", "allocatedStorage: 550"),
                arguments("maxAllocatedStorage: 500", "maxAllocatedStorage: 500"),
                arguments("storageType: gp3", "storageType: gp3"),
                arguments("iops: 3000", "iops: 3000"),
                arguments("storageThroughput: 0", "engine: postgres"),
                arguments("storageEncrypted: true", "storageEncrypted: true"),
                arguments("kmsKeyId: 0f1e", "kmsKeyId: " + KEY),
                arguments("multiAZ: true", "multiAZ: true"),
                arguments("availabilityZone: eu-central-1a", "availabilityZone: eu-central-1a"),
                arguments("backupRetentionPeriod: 0", "backupRetentionPeriod: 0"),
                arguments("preferredBackupWindow: '03:00-04:00'", "preferredBackupWindow: '03:00-04:00'"),
                arguments(
                        "preferredMaintenanceWindow: Sun:04:30-Sun:05:30",
                        "preferredMaintenanceWindow: sun:04:30-sun:05:30"),
                arguments("monitoringInterval: 0", "engine: postgres"),
                arguments(
                        "monitoringRoleArn: 'arn:aws:iam::123456789012:role/m'",
                        "monitoringRoleArn: 'arn:aws:iam::123456789012:role/m'"),
                arguments("performanceInsights: {enabled: false}", "performanceInsights: {}"),
                arguments("performanceInsights: {retentionPeriod: 7}", "performanceInsights: {retentionPeriod: 7}"),
                arguments("performanceInsights: {kmsKeyId: '" + KEY + "'}", "performanceInsights: {kmsKeyId: 0f1e}"),
                arguments("databaseInsightsMode: standard", "engine: postgres"),
                arguments(
                        "enabledCloudwatchLogsExports: [upgrade, postgresql]",
                        "enabledCloudwatchLogsExports: [postgresql, upgrade]"),
                arguments("enabledCloudwatchLogsExports: []", "engine: postgres"),
                arguments("vpcSecurityGroupIds: [sg-2, sg-1]", "vpcSecurityGroupIds: [sg-1, sg-2]"),
                arguments("dbSubnetGroup: Rupaya-Private", "dbSubnetGroup: rupaya-private"),
                arguments("publiclyAccessible: false", "publiclyAccessible: false"),
                arguments("port: 5432", "port: 5432"),
                arguments("parameterGroup: Tuned15", "parameterGroup: tuned15"),
                arguments("optionGroup: Default:postgres-15", "optionGroup: default:postgres-15"),
                arguments("iamDatabaseAuthentication: false", "engine: postgres"),
                arguments("caCertificateIdentifier: rds-ca-rsa2048-g1", "caCertificateIdentifier: rds-ca-rsa2048-g1"),
                arguments("deletionProtection: true", "deletionProtection: true"),
                arguments("copyTagsToSnapshot: true", "copyTagsToSnapshot: true"),
                arguments("masterUsername: rupaya", "masterUsername: rupaya"),
                arguments("manageMasterUserPassword: true", "manageMasterUserPassword: true"),
                arguments("dbName: rupaya", "dbName: rupaya"),
                arguments("characterSetName: UTF8", "characterSetName: UTF8"),
                arguments("networkType: IPV4", "networkType: IPV4"),
                arguments("licenseModel: postgresql-license", "licenseModel: postgresql-license"),
                arguments("backupTarget: region", "backupTarget: region"),
                arguments("tags: {team: a}", "tags: {team: a, 'aws:x': b, foreign: c}"),
                arguments("applyImmediately: true", "engine: postgres"));
    }

    static Stream<Arguments> different() {
        return Stream.of(
                arguments("identifier", "identifier: main", "identifier: other", REPLACEMENT, CREATE),
                arguments("engine", "engine: postgres", "engine: mysql", REPLACEMENT, CREATE),
                arguments("engineVersion", "engineVersion: '15.1'", "engineVersion: '15.10'", INTERRUPTION, MODIFY),
                arguments("engineVersion", "engineVersion: '16'", "engineVersion: '15.10'", INTERRUPTION, MODIFY),
                flag("autoMinorVersionUpgrade", IN_PLACE, MODIFY),
                arguments(
                        "instanceClass",
                        "instanceClass: db.r6g.large",
                        "instanceClass: db.r6g.xlarge",
                        INTERRUPTION,
                        MODIFY),
                arguments("allocatedStorage", "allocatedStorage: 500", "allocatedStorage: 499", IN_PLACE, MODIFY),
                arguments(
                        "maxAllocatedStorage",
                        "maxAllocatedStorage: 500",
                        "maxAllocatedStorage: 600",
                        IN_PLACE,
                        MODIFY),
                arguments("storageType", "storageType: gp3", "storageType: gp2", IN_PLACE, MODIFY),
                arguments("iops", "iops: 3000", "iops: 4000", IN_PLACE, MODIFY),
                arguments("storageThroughput", "storageThroughput: 500", "engine: postgres", IN_PLACE, MODIFY),
                flag("storageEncrypted", REPLACEMENT, CREATE),
                arguments("kmsKeyId", "kmsKeyId: 0f1e", "kmsKeyId: " + KEY + "2", REPLACEMENT, CREATE),
                flag("multiAZ", IN_PLACE, MODIFY),
                arguments(
                        "availabilityZone",
                        "availabilityZone: eu-central-1a",
                        "availabilityZone: eu-central-1b",
                        REPLACEMENT,
                        CREATE),
                arguments(
                        "backupRetentionPeriod",
                        "backupRetentionPeriod: 30",
                        "backupRetentionPeriod: 7",
                        IN_PLACE,
                        MODIFY),
                arguments(
                        "backupRetentionPeriod",
                        "backupRetentionPeriod: 30",
                        "backupRetentionPeriod: 0",
                        INTERRUPTION,
                        MODIFY),
                arguments(
                        "backupRetentionPeriod",
                        "backupRetentionPeriod: 0",
                        "backupRetentionPeriod: 7",
                        INTERRUPTION,
                        MODIFY),
                arguments(
                        "preferredBackupWindow",
                        "preferredBackupWindow: '03:00-04:00'",
                        "preferredBackupWindow: '03:00-03:30'",
                        IN_PLACE,
                        MODIFY),
                arguments(
                        "preferredMaintenanceWindow",
                        "preferredMaintenanceWindow: sun:04:30-sun:05:30",
                        "preferredMaintenanceWindow: mon:04:30-mon:05:30",
                        IN_PLACE,
                        MODIFY),
                arguments("monitoringInterval", "monitoringInterval: 60", "monitoringInterval: 30", IN_PLACE, MODIFY),
                arguments(
                        "monitoringRoleArn",
                        "monitoringRoleArn: 'arn:aws:iam::123456789012:role/m'",
                        "monitoringRoleArn: 'arn:aws:iam::123456789012:role/n'",
                        IN_PLACE,
                        MODIFY),
                arguments(
                        "performanceInsights.enabled",
                        "performanceInsights: {enabled: true}",
                        "performanceInsights: {}",
                        IN_PLACE,
                        MODIFY),
                arguments(
                        "performanceInsights.retentionPeriod",
                        "performanceInsights: {retentionPeriod: 7}",
                        "performanceInsights: {retentionPeriod: 31}",
                        IN_PLACE,
                        MODIFY),
                arguments(
                        "performanceInsights.kmsKeyId",
                        "performanceInsights: {kmsKeyId: 0f1e}",
                        "performanceInsights: {kmsKeyId: 0f1f}",
                        REPLACEMENT,
                        MODIFY),
                arguments(
                        "performanceInsights.kmsKeyId",
                        "performanceInsights: {kmsKeyId: 0f1e}",
                        "performanceInsights: {enabled: false}",
                        IN_PLACE,
                        MODIFY),
                arguments(
                        "databaseInsightsMode", "databaseInsightsMode: advanced", "engine: postgres", IN_PLACE, MODIFY),
                arguments(
                        "enabledCloudwatchLogsExports",
                        "enabledCloudwatchLogsExports: [upgrade]",
                        "enabledCloudwatchLogsExports: [postgresql, upgrade]",
                        IN_PLACE,
                        MODIFY),
                arguments(
                        "vpcSecurityGroupIds",
                        "vpcSecurityGroupIds: [sg-1]",
                        "vpcSecurityGroupIds: [sg-1, sg-2]",
                        IN_PLACE,
                        MODIFY),
                arguments("dbSubnetGroup", "dbSubnetGroup: a", "dbSubnetGroup: b", REPLACEMENT, CREATE),
                flag("publiclyAccessible", IN_PLACE, MODIFY),
                arguments("port", "port: 5432", "port: 5433", INTERRUPTION, MODIFY),
                arguments("parameterGroup", "parameterGroup: a", "parameterGroup: b", IN_PLACE, MODIFY),
                arguments("optionGroup", "optionGroup: a", "optionGroup: b", IN_PLACE, MODIFY),
                flag("iamDatabaseAuthentication", IN_PLACE, MODIFY),
                arguments(
                        "caCertificateIdentifier",
                        "caCertificateIdentifier: rds-ca-rsa2048-g1",
                        "caCertificateIdentifier: rds-ca-ecc384-g1",
                        INTERRUPTION,
                        MODIFY),
                flag("deletionProtection", IN_PLACE, MODIFY),
                flag("copyTagsToSnapshot", IN_PLACE, MODIFY),
                arguments("masterUsername", "masterUsername: a", "masterUsername: b", REPLACEMENT, CREATE),
                flag("manageMasterUserPassword", INTERRUPTION, MODIFY),
                arguments("dbName", "dbName: a", "dbName: b", REPLACEMENT, CREATE),
                arguments("characterSetName", "characterSetName: a", "characterSetName: b", REPLACEMENT, CREATE),
                arguments("networkType", "networkType: DUAL", "networkType: IPV4", INTERRUPTION, MODIFY),
                arguments("licenseModel", "licenseModel: a", "licenseModel: b", INTERRUPTION, MODIFY),
                arguments("backupTarget", "backupTarget: region", "backupTarget: outposts", REPLACEMENT, CREATE),
                arguments("tags.team", "tags: {team: a}", "tags: {team: b}", IN_PLACE, TAG),
                arguments("tags.team", "tags: {team: a}", "tags: {foreign: a}", IN_PLACE, TAG));
    }

    private static Arguments flag(String path, Impact impact, String call) {
        return arguments(path, path + ": true", path + ": false", impact, call);
    }

    /** What every state has, where the line at hand does not say it. */
    private static String state(String line) {
        return Stream.of("identifier: main", "engine: postgres", line)
                .filter(it -> it.equals(line) || !key(it).equals(key(line)))
                .reduce("", (all, next) -> all + next + "\n");
    }

    private static String key(String line) {
        return line.substring(0, line.indexOf(':'));
    }

    @ParameterizedTest
    @MethodSource("equal")
    void whatMeansTheSameIsNoDifference(String desired, String live) {
        FieldPairs.assertEqual(kind, state(desired), state(live));
    }

    @ParameterizedTest
    @MethodSource("different")
    void whatDiffersNamesItsCostAndItsCall(String path, String desired, String live, Impact impact, String call) {
        FieldPairs.assertDifferent(kind, state(desired), state(live), path, impact, call);
    }

    @Test
    void everyRowIsTriedBothWays() {
        // Given
        Set<String> rows = new TreeSet<>(kind.fields().paths());
        rows.remove(WISH);
        // When
        Set<String> different = new TreeSet<>();
        different().forEach(it -> different.add(((String) it.get()[0]).replace("tags.team", "tags.*")));
        Set<String> equal = new TreeSet<>();
        equal().forEach(it -> equal.add(topLevel((String) it.get()[0])));
        // Then
        assertThat(different).isEqualTo(rows);
        assertThat(equal)
                .containsAll(rows.stream().map(RdsInstanceTableTest::topLevel).toList());
    }

    @Test
    void aWishAboutHowIsMetByAnythingAndYetAnotherWish() {
        // Given
        String bare = state("port: 5432");
        String wishing = bare + WISH + ": true\n";
        // When
        var asked = Yaml.read(RdsInstanceState.class, wishing);
        var silent = Yaml.read(RdsInstanceState.class, bare);
        // Then
        assertThat(kind.fields().differences(asked, silent)).isEmpty();
        assertThat(kind.fields().digest(asked)).isNotEqualTo(kind.fields().digest(silent));
    }

    @Test
    void everythingThatCanBeDeclaredHasItsRow() {
        // Given
        Set<String> components = new TreeSet<>();
        Arrays.stream(RdsInstanceState.class.getRecordComponents())
                .filter(it -> !it.isAnnotationPresent(NotWritten.class))
                .map(RecordComponent::getName)
                .forEach(components::add);
        // When
        Set<String> compared = new TreeSet<>();
        kind.fields().paths().forEach(path -> compared.add(topLevel(path)));
        // Then
        assertThat(compared).isEqualTo(components);
    }

    private static String topLevel(String path) {
        return path.split("[.:]", 2)[0];
    }
}
