package io.holdfast.kind.rdsinstance;

import static io.holdfast.kind.rdsinstance.DatabaseScene.declared;
import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.params.provider.Arguments.arguments;

import io.holdfast.apply.Applied;
import io.holdfast.model.Ask;
import io.holdfast.model.Fault;
import io.holdfast.model.FieldDrift;
import io.holdfast.model.Order;
import io.holdfast.model.Outcome;
import io.holdfast.model.Plan;
import io.holdfast.model.Step;
import io.holdfast.model.Sync;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import software.amazon.awssdk.services.rds.model.DBInstance;
import software.amazon.awssdk.services.rds.model.ModifyDbInstanceRequest;
import software.amazon.awssdk.services.rds.model.Tag;

class RdsInstanceRepairTest {
    private static final String AT_ONCE = "applyImmediately: true";

    /** Longer than RDS refuses a second change of storage. */
    private static final Duration COOLED_DOWN = Duration.ofHours(7);

    private final RdsInstanceState desired = declared(AT_ONCE);

    static Stream<Arguments> meddling() {
        return Stream.of(
                meddled("instanceClass", it -> it.dbInstanceClass("db.r6g.xlarge")),
                meddled("multiAZ", it -> it.multiAZ(false)),
                meddled("storageType", it -> it.storageType("io1").iops(3000).allocatedStorage(500)),
                meddled("iops", it -> it.iops(4000).allocatedStorage(500)),
                meddled("maxAllocatedStorage", it -> it.maxAllocatedStorage(2000)),
                meddled("maxAllocatedStorage", it -> it.maxAllocatedStorage(500)),
                meddled("autoMinorVersionUpgrade", it -> it.autoMinorVersionUpgrade(true)),
                meddled("backupRetentionPeriod", it -> it.backupRetentionPeriod(7)),
                meddled("backupRetentionPeriod", it -> it.backupRetentionPeriod(0)),
                meddled("preferredBackupWindow", it -> it.preferredBackupWindow("01:00-02:00")),
                meddled("preferredMaintenanceWindow", it -> it.preferredMaintenanceWindow("mon:06:00-mon:07:00")),
                meddled("monitoringInterval", it -> it.monitoringInterval(30)),
                meddled("monitoringRoleArn", it -> it.monitoringInterval(0)),
                meddled("performanceInsights.enabled", it -> it.enablePerformanceInsights(false)),
                meddled("performanceInsights.retentionPeriod", it -> it.performanceInsightsRetentionPeriod(31)),
                meddled(
                        "databaseInsightsMode",
                        it -> it.databaseInsightsMode("advanced").performanceInsightsRetentionPeriod(465)),
                meddled(
                        "enabledCloudwatchLogsExports",
                        it -> it.cloudwatchLogsExportConfiguration(
                                logs -> logs.disableLogTypes("upgrade").enableLogTypes("iam-db-auth-error"))),
                meddled("vpcSecurityGroupIds", it -> it.vpcSecurityGroupIds("sg-0a1b2c3d4e5f60099")),
                meddled("publiclyAccessible", it -> it.publiclyAccessible(true)),
                meddled("port", it -> it.dbPortNumber(5433)),
                meddled("iamDatabaseAuthentication", it -> it.enableIAMDatabaseAuthentication(false)),
                meddled("caCertificateIdentifier", it -> it.caCertificateIdentifier("rds-ca-ecc384-g1")),
                meddled("deletionProtection", it -> it.deletionProtection(false)),
                meddled("copyTagsToSnapshot", it -> it.copyTagsToSnapshot(false)),
                meddled(
                        "manageMasterUserPassword",
                        it -> it.manageMasterUserPassword(false).masterUserPassword("not-a-secret")),
                meddled("networkType", it -> it.networkType("DUAL")));
    }

    private static Arguments meddled(String path, Consumer<ModifyDbInstanceRequest.Builder> change) {
        return arguments(path, change);
    }

    @ParameterizedTest
    @MethodSource("meddling")
    void whatSomebodyChangedIsFoundAndPutBack(String path, Consumer<ModifyDbInstanceRequest.Builder> change) {
        // Given
        var scene = DatabaseScene.settled(desired);
        scene.modifyNow(change);
        scene.advance(COOLED_DOWN);
        List<String> found =
                scene.look(desired).fields().stream().map(FieldDrift::path).toList();
        // When
        scene.settle(desired);
        // Then
        assertThat(found).contains(path);
        assertThat(scene.look(desired).memory().rejection()).isEmpty();
    }

    @Test
    void aTagTakenAwayIsPutBack() {
        // Given
        var scene = DatabaseScene.settled(desired);
        String arn = scene.instance().dbInstanceArn();
        scene.console.addTagsToResource(it -> it.resourceName(arn)
                .tags(Tag.builder().key("team").value("other").build()));
        // When
        scene.pass(desired);
        // Then
        assertThat(scene.look(desired).fields()).isEmpty();
    }

    @Test
    void riskyChangesAreMadeOneAfterTheOther() {
        // Given
        var scene = DatabaseScene.settled(desired);
        var wanted = declared(
                AT_ONCE,
                "engineVersion: '15.15'",
                "instanceClass: db.r6g.xlarge",
                "multiAZ: false",
                "allocatedStorage: 600",
                "deletionProtection: false");
        // When
        scene.settle(wanted);
        // Then
        DBInstance live = scene.instance();
        assertThat(live.engineVersion()).isEqualTo("15.15");
        assertThat(live.dbInstanceClass()).isEqualTo("db.r6g.xlarge");
        assertThat(live.multiAZ()).isFalse();
        assertThat(live.allocatedStorage()).isEqualTo(600);
        assertThat(scene.writes().stream().filter("ModifyDBInstance"::equals)).hasSize(5);
    }

    @Test
    void aSecondRiskyChangeIsNotSentOnTheHeelsOfTheFirst() {
        // Given
        var scene = DatabaseScene.settled(desired);
        var wanted = declared(AT_ONCE, "instanceClass: db.r6g.xlarge", "multiAZ: false");
        scene.pass(wanted);
        int before = scene.writes().size();
        // When
        for (int seconds = 0; seconds < 120; seconds += 10) {
            scene.advance(Duration.ofSeconds(10));
            scene.pass(wanted);
        }
        // Then
        assertThat(scene.writes()).hasSize(before);
    }

    @Test
    void aMajorUpgradeTakesItsParameterGroupAlong() {
        // Given
        var scene = DatabaseScene.settled(desired);
        var wanted = declared(
                AT_ONCE,
                "engineVersion: '16'",
                "parameterGroup: default.postgres16",
                "optionGroup: default:postgres-16");
        // When
        scene.settle(wanted);
        // Then
        assertThat(scene.instance().engineVersion()).startsWith("16.");
    }

    @Test
    void anOlderVersionIsRefusedInPlainWords() {
        // Given
        var scene = DatabaseScene.settled(desired);
        // When
        List<Applied> applied = scene.pass(declared(AT_ONCE, "engineVersion: '15.11'"));
        // Then
        assertThat(applied).singleElement().satisfies(it -> {
            assertThat(it.outcome()).get().isInstanceOf(Outcome.Failed.class);
            assertThat(it.sentence()).contains("NoDowngrade", "15.12 runs", "15.11");
        });
        assertThat(scene.writes()).doesNotContain("ModifyDBInstance");
    }

    @Test
    void aGrowthThatRdsRoundsUpIsAskedForOnce() {
        // Given
        var scene = DatabaseScene.settled(desired);
        var wanted = declared(AT_ONCE, "allocatedStorage: 510");
        // When
        scene.settle(wanted);
        scene.advance(COOLED_DOWN);
        scene.pass(wanted);
        // Then
        assertThat(scene.instance().allocatedStorage()).isEqualTo(550);
        assertThat(scene.look(wanted).sync()).isEqualTo(Sync.SYNCED);
        assertThat(scene.writes()).containsExactly("CreateDBInstance", "ModifyDBInstance");
    }

    @Test
    void aFullVolumeGetsMoreStorageAndNothingElse() {
        // Given
        var scene = DatabaseScene.settled(desired);
        scene.backstage.enter(DatabaseScene.ID, "storage-full");
        var wanted = declared(AT_ONCE, "allocatedStorage: 600", "instanceClass: db.r6g.xlarge");
        // When
        scene.pass(wanted);
        scene.advance(Duration.ofMinutes(30));
        // Then
        assertThat(scene.instance().allocatedStorage()).isEqualTo(600);
        assertThat(scene.instance().dbInstanceClass()).isEqualTo("db.r6g.large");
    }

    @Test
    void whatSomebodyParkedIsNotReleased() {
        // Given
        var scene = DatabaseScene.settled(desired);
        scene.modify(it -> it.dedicatedLogVolume(true));
        RdsInstanceState larger = declared(AT_ONCE, "instanceClass: db.r6g.xlarge");
        // When
        Plan plan = scene.plan(larger);
        // Then
        assertThat(plan.changes()).singleElement().satisfies(it -> {
            assertThat(it.verdict().reason()).isEqualTo("SideEffect");
            assertThat(it.verdict().sentence()).contains("dedicatedLogVolume true");
        });
        assertThat(scene.pass(larger)).isEmpty();
        assertThat(scene.instance().dedicatedLogVolume()).isFalse();
    }

    @Test
    void whatSomebodyParkedIsReleasedOnceAPersonHasSeenThat() {
        // Given
        var scene = DatabaseScene.settled(desired);
        scene.modify(it -> it.dedicatedLogVolume(true));
        RdsInstanceState larger = declared(AT_ONCE, "instanceClass: db.r6g.xlarge");
        scene.approve(scene.plan(larger));
        // When
        scene.pass(larger);
        scene.advance(Duration.ofMinutes(50));
        // Then
        assertThat(scene.instance().dbInstanceClass()).isEqualTo("db.r6g.xlarge");
        assertThat(scene.instance().dedicatedLogVolume()).isTrue();
    }

    @Test
    void anApprovalIsNoneOfWhatWasParkedAfterIt() {
        // Given
        var scene = DatabaseScene.settled(desired);
        scene.modify(it -> it.dedicatedLogVolume(true));
        RdsInstanceState larger = declared(AT_ONCE, "instanceClass: db.r6g.xlarge", "networkType:");
        scene.approve(scene.plan(larger));
        scene.modify(it -> it.networkType("DUAL"));
        // When
        Plan plan = scene.plan(larger);
        // Then
        assertThat(plan.changes())
                .singleElement()
                .satisfies(it -> assertThat(it.verdict().reason()).isEqualTo("SideEffect"));
    }

    @Test
    void whatIsParkedBetweenThePlanAndTheCallIsNotReleased() {
        // Given
        var scene = DatabaseScene.settled(desired);
        RdsInstanceState larger = declared(AT_ONCE, "instanceClass: db.r6g.xlarge");
        Plan plan = scene.plan(larger);
        scene.modify(it -> it.dedicatedLogVolume(true));
        // When
        List<Applied> applied = scene.apply(plan);
        // Then
        assertThat(applied)
                .singleElement()
                .satisfies(it -> assertThat(it.sentence()).contains("moved"));
        assertThat(scene.instance().dbInstanceClass()).isEqualTo("db.r6g.large");
    }

    @Test
    void whatSomebodyParkedIsLeftAloneByAChangeThatNeedsNoWindow() {
        // Given
        var scene = DatabaseScene.settled(desired);
        scene.modify(it -> it.dedicatedLogVolume(true));
        // When
        scene.pass(declared(AT_ONCE, "monitoringInterval: 30"));
        scene.advance(Duration.ofMinutes(30));
        // Then
        assertThat(scene.instance().monitoringInterval()).isEqualTo(30);
        assertThat(scene.instance().dedicatedLogVolume()).isFalse();
    }

    @Test
    void askingForWhatIsSoAlreadyIsDone() {
        // Given
        var scene = DatabaseScene.settled(desired);
        // When
        Outcome outcome = sent(scene, desired);
        // Then
        assertThat(outcome).isEqualTo(Outcome.done());
    }

    @Test
    void aBusyInstanceIsAskedAgainLater() {
        // Given
        var scene = DatabaseScene.settled(desired);
        scene.backstage.enter(DatabaseScene.ID, "rebooting");
        // When
        Outcome outcome = sent(scene, desired, "deletionProtection");
        // Then
        assertThat(outcome)
                .isInstanceOfSatisfying(
                        Outcome.Failed.class,
                        it -> assertThat(it.fault().kind()).isEqualTo(Fault.Kind.BUSY));
    }

    /** One call, made although no plan asks for it. */
    private static Outcome sent(DatabaseScene scene, RdsInstanceState desired, String... paths) {
        var handler = RdsInstanceKind.over(scene.access);
        var id = DatabaseScene.RESOURCE;
        var ask = new Ask<>(id, DatabaseScene.ID, Optional.of(desired), Optional.empty());
        var live = handler.observer().observe(List.of(ask)).get(id).present();
        var order = new Order<>(id, desired, live, scene.access.marks().of(id), "token");
        return handler.actuator().update(order, new Step("rds:ModifyDBInstance", List.of(paths)));
    }
}
