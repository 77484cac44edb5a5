package io.holdfast.sandbox.rds;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import java.time.Duration;
import java.util.ArrayList;
import java.util.function.Consumer;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import software.amazon.awssdk.services.rds.model.InvalidDbInstanceStateException;
import software.amazon.awssdk.services.rds.model.ModifyDbInstanceRequest;
import software.amazon.awssdk.services.rds.model.RdsException;

class DatabaseModificationTest {

    @Test
    void anAcceptedChangeShowsAsAvailableForAWhileThenAsModifyingAndTheValueChangesAtTheEnd() {
        // Given
        var scene = RdsScene.withDatabase();
        var seen = new ArrayList<String>();

        // When
        scene.modifyNow(request -> request.dbInstanceClass("db.t4g.large"));
        for (int i = 0; i < 120; i++) {
            var instance = scene.instance();
            seen.add(instance.dbInstanceStatus() + " " + instance.dbInstanceClass());
            scene.advance(Duration.ofSeconds(10));
        }

        // Then
        assertThat(seen.stream().distinct())
                .containsExactly("available db.t4g.medium", "modifying db.t4g.medium", "available db.t4g.large");
    }

    @Test
    void aParkedChangeWaitsForTheMaintenanceWindow() {
        // Given
        var scene = RdsScene.withDatabase();

        // When
        scene.modify(request -> request.dbInstanceClass("db.t4g.large"));
        scene.advanceTo("2026-03-08T04:59:00Z");
        var before = scene.instance();
        scene.advanceTo("2026-03-08T06:00:00Z");

        // Then
        assertThat(before.dbInstanceClass()).isEqualTo("db.t4g.medium");
        assertThat(before.dbInstanceStatus()).isEqualTo("available");
        assertThat(before.pendingModifiedValues().dbInstanceClass()).isEqualTo("db.t4g.large");
        assertThat(scene.instance().dbInstanceClass()).isEqualTo("db.t4g.large");
        assertThat(scene.instance().pendingModifiedValues().dbInstanceClass()).isNull();
    }

    @Test
    void applyImmediatelyAppliesWhatOthersParkedToo() {
        // Given
        var scene = RdsScene.withDatabase();
        scene.modify(request -> request.dbInstanceClass("db.t4g.large"));

        // When
        scene.modifyNow(request -> request.backupRetentionPeriod(7));
        scene.advance(RdsScene.LONG_ENOUGH);

        // Then
        assertThat(scene.instance().dbInstanceClass()).isEqualTo("db.t4g.large");
        assertThat(scene.instance().backupRetentionPeriod()).isEqualTo(7);
    }

    @Test
    void askingForTheLiveValueTakesAParkedChangeBack() {
        // Given
        var scene = RdsScene.withDatabase();
        scene.modify(request -> request.dbInstanceClass("db.t4g.large"));

        // When
        var answer = scene.modify(request -> request.dbInstanceClass("db.t4g.medium"));

        // Then
        assertThat(answer.pendingModifiedValues().dbInstanceClass()).isNull();
    }

    @Test
    void theMaintenanceWindowMovesWithItsParkedChanges() {
        // Given
        var scene = RdsScene.withDatabase();
        scene.modify(request -> request.dbInstanceClass("db.t4g.large"));

        // When
        scene.modify(request -> request.preferredMaintenanceWindow("Fri:05:00-Fri:05:30"));
        scene.advanceTo("2026-03-06T06:00:00Z");

        // Then
        assertThat(scene.instance().preferredMaintenanceWindow()).isEqualTo("fri:05:00-fri:05:30");
        assertThat(scene.instance().dbInstanceClass()).isEqualTo("db.t4g.large");
    }

    @Test
    void bookkeepingIsTrueInTheVeryAnswer() {
        // Given
        var scene = RdsScene.withDatabase();

        // When
        var answer = scene.modify(request -> request.deletionProtection(true).copyTagsToSnapshot(true));

        // Then
        assertThat(answer.deletionProtection()).isTrue();
        assertThat(answer.copyTagsToSnapshot()).isTrue();
        assertThat(answer.dbInstanceStatus()).isEqualTo("available");
    }

    @Test
    void backupsGoFromDaysToDaysSoonButOnAndOffOnlyInTheWindow() {
        // Given
        var scene = RdsScene.withDatabase();

        // When
        scene.modify(request -> request.backupRetentionPeriod(7));
        scene.advance(RdsScene.LONG_ENOUGH);
        var days = scene.instance().backupRetentionPeriod();
        scene.modify(request -> request.backupRetentionPeriod(0));
        scene.advance(RdsScene.LONG_ENOUGH);

        // Then
        assertThat(days).isEqualTo(7);
        assertThat(scene.instance().backupRetentionPeriod()).isEqualTo(7);
        assertThat(scene.instance().pendingModifiedValues().backupRetentionPeriod())
                .isZero();
    }

    @Test
    void switchingBackupsOnTakesOne() {
        // Given
        var scene = RdsScene.withDatabase(request -> request.backupRetentionPeriod(0));

        // When
        scene.modifyNow(request -> request.backupRetentionPeriod(7));
        scene.advance(RdsTimes.ACCEPTANCE.plus(RdsTimes.SMALL_CHANGE));
        var status = scene.status();
        scene.advance(RdsScene.LONG_ENOUGH);

        // Then
        assertThat(status).isEqualTo("backing-up");
        assertThat(scene.rds
                        .describeDBSnapshots(query -> query.snapshotType("automated"))
                        .dbSnapshots())
                .hasSize(1);
    }

    @Test
    void anotherPortRestartsAtOnceWhateverApplyImmediatelySays() {
        // Given
        var scene = RdsScene.withDatabase();

        // When
        scene.modify(request -> request.dbPortNumber(5433));
        scene.advance(RdsTimes.ACCEPTANCE);
        var status = scene.status();
        scene.advance(RdsScene.LONG_ENOUGH);

        // Then
        assertThat(status).isEqualTo("rebooting");
        assertThat(scene.instance().endpoint().port()).isEqualTo(5433);
    }

    @Test
    void aNewParameterGroupWaitsForAReboot() {
        // Given
        var scene = RdsScene.withDatabase();
        scene.rds.createDBParameterGroup(group -> group.dbParameterGroupName("Tuned")
                .dbParameterGroupFamily("postgres15")
                .description("tuned"));

        // When
        scene.modify(request -> request.dbParameterGroupName("tuned"));
        scene.advance(RdsScene.LONG_ENOUGH);
        var before = scene.instance().dbParameterGroups().get(0);
        scene.rds.rebootDBInstance(request -> request.dbInstanceIdentifier(RdsScene.ID));
        scene.advance(RdsScene.LONG_ENOUGH);

        // Then
        assertThat(before.dbParameterGroupName()).isEqualTo("tuned");
        assertThat(before.parameterApplyStatus()).isEqualTo("pending-reboot");
        assertThat(scene.instance().dbParameterGroups().get(0).parameterApplyStatus())
                .isEqualTo("in-sync");
    }

    @Test
    void securityGroupsComeAndGoVisibly() {
        // Given
        var scene = RdsScene.withDatabase(request -> request.vpcSecurityGroupIds("sg-1"));

        // When
        var answer = scene.modify(request -> request.vpcSecurityGroupIds("sg-2"));
        scene.advance(RdsScene.LONG_ENOUGH);

        // Then
        assertThat(answer.vpcSecurityGroups())
                .extracting(group -> group.vpcSecurityGroupId() + " " + group.status())
                .containsExactly("sg-1 removing", "sg-2 adding");
        assertThat(scene.instance().vpcSecurityGroups())
                .extracting(group -> group.vpcSecurityGroupId() + " " + group.status())
                .containsExactly("sg-2 active");
    }

    @Test
    void logExportsAreSentAsDifferencesAndAnsweredAsAWhole() {
        // Given
        var scene = RdsScene.withDatabase(request -> request.enableCloudwatchLogsExports("postgresql"));

        // When
        scene.modify(request -> request.cloudwatchLogsExportConfiguration(
                exports -> exports.enableLogTypes("upgrade").disableLogTypes("postgresql")));
        scene.advance(RdsScene.LONG_ENOUGH);

        // Then
        assertThat(scene.instance().enabledCloudwatchLogsExports()).containsExactly("upgrade");
    }

    @Test
    void handingThePasswordBackNeedsAPasswordAndDropsTheSecret() {
        // Given
        var scene = RdsScene.withDatabase();

        // When
        var refusal = refusal(scene, request -> request.manageMasterUserPassword(false));
        scene.modify(request -> request.manageMasterUserPassword(false).masterUserPassword("correct-horse"));
        scene.advance(RdsScene.LONG_ENOUGH);

        // Then
        assertThat(refusal.awsErrorDetails().errorCode()).isEqualTo("InvalidParameterCombination");
        assertThat(scene.instance().masterUserSecret()).isNull();
    }

    @Test
    void switchingMonitoringOffTakesTheRoleAlong() {
        // Given
        var scene = RdsScene.withDatabase(
                request -> request.monitoringInterval(60).monitoringRoleArn("arn:aws:iam::000000000000:role/m"));

        // When
        scene.modify(request -> request.monitoringInterval(0));
        scene.advance(RdsScene.LONG_ENOUGH);

        // Then
        assertThat(scene.instance().monitoringInterval()).isZero();
        assertThat(scene.instance().monitoringRoleArn()).isNull();
    }

    @Test
    void aBusyDatabaseRefusesModifications() {
        // Given
        var scene = RdsScene.withDatabase();
        scene.modifyNow(request -> request.dbInstanceClass("db.t4g.large"));
        scene.advance(RdsTimes.ACCEPTANCE);

        // When
        var refusal = catchThrowableOfType(
                InvalidDbInstanceStateException.class, () -> scene.modify(request -> request.multiAZ(true)));

        // Then
        assertThat(refusal.awsErrorDetails().errorCode()).isEqualTo("InvalidDBInstanceState");
    }

    @Test
    void aRenamedDatabaseIsFoundUnderItsNewNameOnly() {
        // Given
        var scene = RdsScene.withDatabase();

        // When
        scene.modifyNow(request -> request.newDBInstanceIdentifier("Renamed"));
        scene.advance(RdsScene.LONG_ENOUGH);

        // Then
        assertThat(scene.rds.describeDBInstances().dbInstances())
                .extracting(instance -> instance.dbInstanceIdentifier())
                .containsExactly("renamed");
    }

    @Test
    void multiAzBringsAStandbyInAnotherZone() {
        // Given
        var scene = RdsScene.withDatabase();

        // When
        scene.modifyNow(request -> request.multiAZ(true));
        scene.advance(RdsScene.LONG_ENOUGH);

        // Then
        assertThat(scene.instance().multiAZ()).isTrue();
        assertThat(scene.instance().secondaryAvailabilityZone())
                .isNotNull()
                .isNotEqualTo(scene.instance().availabilityZone());
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("impossible")
    void whatAwsRefusesIsRefusedAndChangesNothing(
            String why, String code, Consumer<ModifyDbInstanceRequest.Builder> wrong) {
        // Given
        var scene = RdsScene.withDatabase();
        var before = scene.instance().toBuilder().latestRestorableTime(null).build();

        // When
        var refusal = refusal(scene, wrong);

        // Then
        assertThat(refusal.awsErrorDetails().errorCode()).isEqualTo(code);
        scene.advance(RdsScene.LONG_ENOUGH);
        assertThat(scene.instance().toBuilder().latestRestorableTime(null).build())
                .isEqualTo(before);
    }

    static Stream<Arguments> impossible() {
        return Stream.of(
                refused("nothing at all", "InvalidParameterCombination", r -> r.applyImmediately(true)),
                refused("an older minor", "InvalidParameterCombination", r -> r.engineVersion("15.12")),
                refused("an older major", "InvalidParameterCombination", r -> r.engineVersion("14.20")),
                refused("a major without leave", "InvalidParameterCombination", r -> r.engineVersion("16.11")),
                refused("a smaller volume", "InvalidParameterCombination", r -> r.allocatedStorage(50)),
                refused("io2 without iops", "InvalidParameterCombination", r -> r.storageType("io2")),
                refused("gp3 iops on a small volume", "InvalidParameterCombination", r -> r.iops(4000)),
                refused("monitoring without a role", "InvalidParameterCombination", r -> r.monitoringInterval(60)),
                refused(
                        "windows that overlap",
                        "InvalidParameterCombination",
                        r -> r.preferredBackupWindow("05:00-05:30")),
                refused(
                        "a password beside a managed one",
                        "InvalidParameterCombination",
                        r -> r.masterUserPassword("correct-horse")),
                refused(
                        "an unknown parameter group",
                        "DBParameterGroupNotFound",
                        r -> r.dbParameterGroupName("nothing")),
                refused(
                        "an unknown certificate",
                        "CertificateNotFound",
                        r -> r.caCertificateIdentifier("rds-ca-2019")));
    }

    private static Arguments refused(String why, String code, Consumer<ModifyDbInstanceRequest.Builder> wrong) {
        return Arguments.of(why, code, wrong);
    }

    private static RdsException refusal(RdsScene scene, Consumer<ModifyDbInstanceRequest.Builder> wrong) {
        return catchThrowableOfType(RdsException.class, () -> scene.modify(wrong));
    }
}
