package io.holdfast.sandbox.rds;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import java.time.Duration;
import java.util.ArrayList;
import java.util.function.Consumer;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import software.amazon.awssdk.services.rds.model.CreateDbInstanceRequest;
import software.amazon.awssdk.services.rds.model.DbInstanceAlreadyExistsException;
import software.amazon.awssdk.services.rds.model.RdsException;
import software.amazon.awssdk.services.rds.model.Tag;

class DatabaseCreationTest {

    @Test
    void aNewDatabaseIsCreatingThenBackingUpThenAvailable() {
        // Given
        var scene = new RdsScene();
        var seen = new ArrayList<String>();

        // When
        seen.add(scene.create(same -> {}).dbInstanceStatus());
        for (int minute = 0; minute < 60; minute++) {
            scene.advance(Duration.ofMinutes(1));
            seen.add(scene.status());
        }

        // Then
        assertThat(seen.stream().distinct()).containsExactly("creating", "backing-up", "available");
    }

    @Test
    void aDatabaseWithoutBackupsIsNotBackedUpAtFirst() {
        // Given
        var scene = new RdsScene();
        scene.create(request -> request.backupRetentionPeriod(0));

        // When
        scene.advance(RdsTimes.CREATE);

        // Then
        assertThat(scene.status()).isEqualTo("available");
    }

    @Test
    void aDatabaseHasNoEndpointUntilItIsCreated() {
        // Given
        var scene = new RdsScene();

        // When
        var creating = scene.create(same -> {});
        scene.advance(RdsScene.LONG_ENOUGH);

        // Then
        assertThat(creating.endpoint()).isNull();
        assertThat(scene.instance().endpoint().address())
                .startsWith("rupaya-prod.")
                .endsWith(".rds.amazonaws.com");
        assertThat(scene.instance().endpoint().port()).isEqualTo(5432);
    }

    @Test
    void theIdentifierIsStoredInLowerCase() {
        // Given
        var scene = new RdsScene();

        // When
        var created = scene.create(request -> request.dbInstanceIdentifier("Rupaya-PROD"));

        // Then
        assertThat(created.dbInstanceIdentifier()).isEqualTo("rupaya-prod");
        assertThatThrownBy(() -> scene.create(same -> {})).isInstanceOf(DbInstanceAlreadyExistsException.class);
    }

    @Test
    void aBareMajorBecomesTheDefaultMinorAndNotTheNewest() {
        // Given
        var scene = new RdsScene();

        // When
        var created = scene.create(request -> request.engineVersion("15"));

        // Then
        assertThat(created.engineVersion()).isEqualTo("15.14");
    }

    @Test
    void whatIsLeftOutIsFilledInAsAwsDoes() {
        // Given
        var scene = new RdsScene();

        // When
        var created = scene.create(same -> {});

        // Then
        assertThat(created.autoMinorVersionUpgrade()).isTrue();
        assertThat(created.backupRetentionPeriod()).isEqualTo(1);
        assertThat(created.multiAZ()).isFalse();
        assertThat(created.storageEncrypted()).isFalse();
        assertThat(created.monitoringInterval()).isZero();
        assertThat(created.performanceInsightsEnabled()).isFalse();
        assertThat(created.databaseInsightsModeAsString()).isEqualTo("standard");
        assertThat(created.deletionProtection()).isFalse();
        assertThat(created.publiclyAccessible()).isTrue();
        assertThat(created.storageType()).isEqualTo("gp3");
        assertThat(created.iops()).isEqualTo(3000);
        assertThat(created.caCertificateIdentifier()).isEqualTo("rds-ca-rsa2048-g1");
        assertThat(created.dbParameterGroups().get(0).dbParameterGroupName()).isEqualTo("default.postgres15");
        assertThat(created.optionGroupMemberships().get(0).optionGroupName()).isEqualTo("default:postgres-15");
        assertThat(created.dbSubnetGroup().dbSubnetGroupName()).isEqualTo("default");
        assertThat(created.maxAllocatedStorage()).isNull();
        assertThat(created.hasEnabledCloudwatchLogsExports()).isFalse();
    }

    @Test
    void aManagedPasswordBecomesASecretThatIsSoonActive() {
        // Given
        var scene = new RdsScene();

        // When
        var created = scene.create(request -> request.manageMasterUserPassword(true));
        scene.advance(RdsScene.LONG_ENOUGH);

        // Then
        assertThat(created.masterUserSecret().secretStatus()).isEqualTo("creating");
        assertThat(created.masterUserSecret().secretArn()).contains(":secret:rds!db-");
        assertThat(scene.instance().masterUserSecret().secretStatus()).isEqualTo("active");
    }

    @Test
    void whatWasDeclaredIsAnsweredBack() {
        // Given
        var scene = new RdsScene();
        var subnets = "subnet-0aaaaaaaaaaaaaaa1,subnet-0aaaaaaaaaaaaaaa2".split(",");
        scene.rds.createDBSubnetGroup(group -> group.dbSubnetGroupName("Private")
                .dbSubnetGroupDescription("private")
                .subnetIds(subnets));

        // When
        var created = scene.create(request -> request.dbInstanceClass("db.r6g.large")
                .allocatedStorage(500)
                .storageType("io2")
                .iops(3000)
                .multiAZ(true)
                .storageEncrypted(true)
                .backupRetentionPeriod(30)
                .monitoringInterval(60)
                .monitoringRoleArn("arn:aws:iam::000000000000:role/monitoring")
                .enablePerformanceInsights(true)
                .enableCloudwatchLogsExports("upgrade", "postgresql")
                .dbSubnetGroupName("private")
                .vpcSecurityGroupIds("sg-2", "sg-1")
                .deletionProtection(true)
                .maxAllocatedStorage(1000)
                .tags(Tag.builder().key("team").value("payments").build()));

        // Then
        assertThat(created.dbInstanceClass()).isEqualTo("db.r6g.large");
        assertThat(created.allocatedStorage()).isEqualTo(500);
        assertThat(created.iops()).isEqualTo(3000);
        assertThat(created.multiAZ()).isTrue();
        assertThat(created.secondaryAvailabilityZone()).isNotBlank().isNotEqualTo(created.availabilityZone());
        assertThat(created.kmsKeyId()).isNotBlank();
        assertThat(created.monitoringRoleArn()).endsWith("role/monitoring");
        assertThat(created.performanceInsightsRetentionPeriod()).isEqualTo(7);
        assertThat(created.enabledCloudwatchLogsExports()).containsExactly("postgresql", "upgrade");
        assertThat(created.dbSubnetGroup().dbSubnetGroupName()).isEqualTo("private");
        assertThat(created.publiclyAccessible()).isFalse();
        assertThat(created.vpcSecurityGroups())
                .extracting(group -> group.vpcSecurityGroupId())
                .containsExactly("sg-1", "sg-2");
        assertThat(created.maxAllocatedStorage()).isEqualTo(1000);
        assertThat(created.tagList())
                .extracting(tag -> tag.key() + "=" + tag.value())
                .containsExactly("team=payments");
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("impossible")
    void whatAwsRefusesIsRefusedAndNothingIsMade(
            String why, String code, Consumer<CreateDbInstanceRequest.Builder> wrong) {
        // Given
        var scene = new RdsScene();

        // When
        var refusal = catchThrowableOfType(RdsException.class, () -> scene.create(wrong));

        // Then
        assertThat(refusal.awsErrorDetails().errorCode()).isEqualTo(code);
        assertThat(scene.rds.describeDBInstances().dbInstances()).isEmpty();
    }

    static Stream<Arguments> impossible() {
        return Stream.of(
                refused("a version nobody offers", "InvalidParameterCombination", r -> r.engineVersion("15.99")),
                refused("a class nobody offers", "InvalidParameterValue", r -> r.dbInstanceClass("db.r99.large")),
                refused("too small a volume", "InvalidParameterValue", r -> r.allocatedStorage(5)),
                refused("io2 without iops", "InvalidParameterCombination", r -> r.storageType("io2")),
                refused(
                        "io2 with too few iops",
                        "InvalidParameterValue",
                        r -> r.storageType("io2").iops(100)),
                refused(
                        "gp3 iops on a small volume",
                        "InvalidParameterCombination",
                        r -> r.storageType("gp3").iops(4000)),
                refused("monitoring without a role", "InvalidParameterCombination", r -> r.monitoringInterval(60)),
                refused(
                        "a role without monitoring",
                        "InvalidParameterCombination",
                        r -> r.monitoringRoleArn("arn:aws:iam::0:role/m")),
                refused(
                        "windows that overlap",
                        "InvalidParameterCombination",
                        r -> r.preferredBackupWindow("05:15-05:45")),
                refused("a window that is none", "InvalidParameterValue", r -> r.preferredMaintenanceWindow("sunday")),
                refused("too long a retention", "InvalidParameterValue", r -> r.backupRetentionPeriod(36)),
                refused(
                        "a zone and Multi-AZ",
                        "InvalidParameterCombination",
                        r -> r.multiAZ(true).availabilityZone("eu-central-1a")),
                refused("an unknown subnet group", "DBSubnetGroupNotFoundFault", r -> r.dbSubnetGroupName("nowhere")),
                refused(
                        "an unknown parameter group",
                        "DBParameterGroupNotFound",
                        r -> r.dbParameterGroupName("nothing")),
                refused(
                        "a parameter group of another major",
                        "InvalidParameterCombination",
                        r -> r.dbParameterGroupName("default.postgres16")),
                refused("two hyphens in a row", "InvalidParameterValue", r -> r.dbInstanceIdentifier("a--b")),
                refused("no password at all", "InvalidParameterCombination", r -> r.manageMasterUserPassword(false)),
                refused(
                        "a short password",
                        "InvalidParameterValue",
                        r -> r.manageMasterUserPassword(false).masterUserPassword("short")),
                refused("a maximum below the size", "InvalidParameterCombination", r -> r.maxAllocatedStorage(50)),
                refused("a setting the sandbox lacks", "NotImplemented", r -> r.timezone("UTC")));
    }

    private static Arguments refused(String why, String code, Consumer<CreateDbInstanceRequest.Builder> wrong) {
        return Arguments.of(why, code, wrong);
    }
}
