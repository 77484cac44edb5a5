package io.holdfast.sandbox.rds;

import static io.holdfast.sandbox.rds.RdsScene.ID;
import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;
import software.amazon.awssdk.services.rds.model.DBEngineVersion;
import software.amazon.awssdk.services.rds.model.UpgradeTarget;

class DatabaseVersionTest {

    @Test
    void everyOfferedUpgradeIsTakenAndEveryOtherRefused() {
        // Given
        var scene = RdsScene.withDatabase();
        var targets = version(scene, "15.14").validUpgradeTarget().stream()
                .map(UpgradeTarget::engineVersion)
                .toList();

        // When
        var accepted = PostgresVersions.all().stream()
                .map(PostgresVersion::text)
                .filter(RdsScene::takesUpgradeTo)
                .toList();

        // Then
        assertThat(targets).isNotEmpty();
        assertThat(accepted).containsExactlyElementsOf(targets);
    }

    @Test
    void aTargetIsNeverOlderThanItsSource() {
        // Given
        var scene = new RdsScene();

        // When
        var targets = version(scene, "16.11").validUpgradeTarget();

        // Then
        assertThat(targets).extracting(UpgradeTarget::engineVersion).containsExactly("17.7");
        assertThat(targets).extracting(UpgradeTarget::isMajorVersionUpgrade).containsExactly(true);
    }

    @Test
    void anUpgradeIsUpgradingForAWhile() {
        // Given
        var scene = RdsScene.withDatabase();

        // When
        scene.modifyNow(request -> request.engineVersion("15.15"));
        scene.advance(RdsTimes.ACCEPTANCE);
        var during = scene.instance();
        scene.advance(RdsTimes.UPGRADE);

        // Then
        assertThat(during.dbInstanceStatus()).isEqualTo("upgrading");
        assertThat(during.engineVersion()).isEqualTo("15.14");
        assertThat(scene.instance().engineVersion()).isEqualTo("15.15");
    }

    @Test
    void theDefaultGroupsFollowAMajorUpgrade() {
        // Given
        var scene = RdsScene.withDatabase();

        // When
        scene.modifyNow(request -> request.engineVersion("16.11").allowMajorVersionUpgrade(true));
        scene.advance(RdsScene.LONG_ENOUGH);

        // Then
        assertThat(scene.instance().dbParameterGroups().get(0).dbParameterGroupName())
                .isEqualTo("default.postgres16");
        assertThat(scene.instance().optionGroupMemberships().get(0).optionGroupName())
                .isEqualTo("default:postgres-16");
    }

    @Test
    void aParameterGroupOfOnesOwnHasToBeReplacedByAMajorUpgrade() {
        // Given
        var scene = new RdsScene();
        scene.rds.createDBParameterGroup(group -> group.dbParameterGroupName("tuned")
                .dbParameterGroupFamily("postgres15")
                .description("tuned"));
        scene.create(request -> request.dbParameterGroupName("tuned"));
        scene.advance(RdsScene.LONG_ENOUGH);

        // When
        var refusal = RdsScene.codeOf(
                () -> scene.modifyNow(request -> request.engineVersion("16.11").allowMajorVersionUpgrade(true)));

        // Then
        assertThat(refusal).isEqualTo("InvalidParameterCombination");
    }

    @Test
    void aBareMajorNeverLeadsBackToAnOlderMinor() {
        // Given
        var scene = RdsScene.withDatabase(request -> request.engineVersion("15.15"));

        // When
        scene.modifyNow(request -> request.engineVersion("15"));
        scene.advance(RdsScene.LONG_ENOUGH);

        // Then
        assertThat(scene.instance().engineVersion()).isEqualTo("15.15");
    }

    @Test
    void aParkedClassKeepsAVersionOut() {
        // Given
        var scene = RdsScene.withDatabase();
        scene.modify(request -> request.dbInstanceClass("db.t4g.large"));

        // When
        var refusal = RdsScene.codeOf(() -> scene.modifyNow(request -> request.engineVersion("15.15")));

        // Then
        assertThat(refusal).isEqualTo("InvalidDBInstanceState");
    }

    @Test
    void anAnnouncedMinorUpgradeHappensInTheWindow() {
        // Given
        var scene = RdsScene.withDatabase();

        // When
        scene.backstage.announceMinorUpgrade(ID, "15.15");
        var announced = scene.rds.describePendingMaintenanceActions().pendingMaintenanceActions();
        var pending = scene.instance().pendingModifiedValues().engineVersion();
        scene.advanceTo("2026-03-08T06:00:00Z");

        // Then
        assertThat(announced).hasSize(1);
        assertThat(pending).isNull();
        assertThat(scene.instance().engineVersion()).isEqualTo("15.15");
        assertThat(scene.rds.describePendingMaintenanceActions().pendingMaintenanceActions())
                .isEmpty();
    }

    @Test
    void classAndVersionAreDoneOneAfterTheOtherVersionFirst() {
        // Given
        var scene = RdsScene.withDatabase();

        // When
        scene.modifyNow(request -> request.dbInstanceClass("db.t4g.large").engineVersion("15.15"));
        scene.advance(RdsTimes.ACCEPTANCE.plus(RdsTimes.UPGRADE));

        // Then
        assertThat(scene.instance().engineVersion()).isEqualTo("15.15");
        assertThat(scene.instance().dbInstanceClass()).isEqualTo("db.t4g.medium");
        assertThat(scene.status()).isEqualTo("modifying");
    }

    @Test
    void theOrderableOptionsNameTheSeedsClasses() {
        // Given
        var scene = new RdsScene();

        // When
        var options = List.of("db.t4g.medium", "db.r6g.large").stream()
                .map(name -> scene.rds.describeOrderableDBInstanceOptions(
                        query -> query.engine("postgres").engineVersion("15.14").dbInstanceClass(name)))
                .flatMap(answer -> answer.orderableDBInstanceOptions().stream())
                .map(option -> option.dbInstanceClass() + " " + option.storageType())
                .toList();

        // Then
        assertThat(options).contains("db.t4g.medium gp3", "db.r6g.large io2");
    }

    private static DBEngineVersion version(RdsScene scene, String text) {
        return scene.rds
                .describeDBEngineVersions(query -> query.engine("postgres").engineVersion(text))
                .dbEngineVersions()
                .get(0);
    }
}
