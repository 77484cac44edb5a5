package io.holdfast.kind.rdsinstance;

import static io.holdfast.kind.rdsinstance.DatabaseScene.declared;
import static org.assertj.core.api.Assertions.assertThat;

import io.holdfast.model.Excuse.Reason;
import io.holdfast.model.Facts;
import io.holdfast.model.FieldDrift;
import io.holdfast.model.Health;
import io.holdfast.model.ResourceDrift;
import io.holdfast.model.Suppressed;
import io.holdfast.model.Sync;
import io.holdfast.report.Operation;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class RdsInstanceLookTest {
    private static final String LARGER = "instanceClass: db.r6g.xlarge";

    private final RdsInstanceState desired = declared();
    private final DatabaseScene scene = DatabaseScene.settled(desired);

    @Test
    void aChangeThatWaitsForTheWindowIsNoDriftAndNotSentAgain() {
        // Given
        var wanted = declared(LARGER);
        scene.pass(wanted);
        scene.advance(Duration.ofMinutes(10));
        int before = scene.writes().size();
        // When
        scene.pass(wanted);
        ResourceDrift drift = scene.look(wanted);
        // Then
        assertThat(drift.sync()).isEqualTo(Sync.SYNCED);
        assertThat(drift.suppressed()).singleElement().satisfies(it -> {
            assertThat(it.path()).isEqualTo("instanceClass");
            assertThat(it.reason()).isEqualTo(Reason.PENDING_WINDOW);
            assertThat(it.sentence()).contains("db.r6g.xlarge", "sun:04:30-sun:05:30");
        });
        assertThat(scene.writes()).hasSize(before);
    }

    /** The scene is on a Sunday at 10:00; the next window ends six days and 19.5 hours later. */
    @Test
    void whatWaitsForTheWindowWithoutBeingShownIsNeitherRejectedNorSentAgain() {
        // Given
        var wanted = declared("networkType: DUAL");
        scene.pass(wanted);
        int before = scene.writes().size();
        // When
        List<ResourceDrift> looks = new ArrayList<>();
        for (int hours = 0; hours < 6 * 24; hours += 6) {
            scene.advance(Duration.ofHours(6));
            scene.pass(wanted);
            looks.add(scene.look(wanted));
        }
        // Then
        assertThat(scene.instance().networkType()).isEqualTo("IPV4");
        assertThat(looks).allSatisfy(look -> {
            assertThat(look.sync()).isEqualTo(Sync.SYNCED);
            assertThat(look.health()).isEqualTo(Health.healthy());
            assertThat(look.suppressed()).singleElement().satisfies(it -> {
                assertThat(it.path()).isEqualTo("networkType");
                assertThat(it.reason()).isEqualTo(Reason.PENDING_WINDOW);
                assertThat(it.sentence()).contains("DUAL", "sun:04:30-sun:05:30");
            });
        });
        assertThat(Operation.of(scene.plan(wanted))).isEqualTo(Operation.IDLE);
        assertThat(scene.writes()).hasSize(before);
    }

    @Test
    void theWindowBringsAboutWhatWasNotShown() {
        // Given
        var wanted = declared("networkType: DUAL");
        scene.pass(wanted);
        scene.advance(Duration.ofDays(1));
        scene.pass(wanted);
        // When
        scene.advance(Duration.ofDays(6));
        ResourceDrift drift = scene.look(wanted);
        // Then
        assertThat(scene.instance().networkType()).isEqualTo("DUAL");
        assertThat(drift.sync()).isEqualTo(Sync.SYNCED);
        assertThat(drift.suppressed()).isEmpty();
        assertThat(drift.memory().expectation()).isEmpty();
    }

    @Test
    void whatAWindowHasNotBroughtAboutIsRejectedOnlyAfterIt() {
        // Given
        var wanted = declared("networkType: DUAL");
        scene.pass(wanted);
        scene.modify(it -> it.networkType("IPV4"));
        scene.advance(Duration.ofDays(6));
        Reason waiting = scene.look(wanted).suppressed().get(0).reason();
        // When
        scene.advance(Duration.ofDays(1));
        ResourceDrift drift = scene.look(wanted);
        // Then
        assertThat(waiting).isEqualTo(Reason.PENDING_WINDOW);
        assertThat(drift.fields()).extracting(FieldDrift::path).containsExactly("networkType");
        assertThat(drift.memory().rejection()).isPresent();
    }

    @Test
    void theWindowBringsItAbout() {
        // Given
        var wanted = declared(LARGER);
        scene.pass(wanted);
        // When
        scene.advance(Duration.ofDays(7));
        // Then
        assertThat(scene.look(wanted).suppressed()).isEmpty();
        assertThat(scene.instance().dbInstanceClass()).isEqualTo("db.r6g.xlarge");
    }

    @Test
    void whatSomebodyParkedAgainstTheYamlIsDriftAndTakenBack() {
        // Given
        scene.modify(it -> it.dbInstanceClass("db.r6g.xlarge"));
        var found = scene.look(desired);
        // When
        scene.pass(desired);
        // Then
        assertThat(found.fields()).extracting(FieldDrift::path).containsExactly("instanceClass");
        assertThat(scene.instance().pendingModifiedValues().dbInstanceClass()).isNull();
    }

    @Test
    void changingYourMindAboutWaitingMakesItHappen() {
        // Given
        scene.pass(declared(LARGER));
        scene.advance(Duration.ofMinutes(10));
        // When
        scene.settle(declared(LARGER, "applyImmediately: true"));
        // Then
        assertThat(scene.instance().dbInstanceClass()).isEqualTo("db.r6g.xlarge");
    }

    @Test
    void storageThatIsBeingOptimizedIsHeldAndNothingElseIs() {
        // Given
        scene.modifyNow(it -> it.allocatedStorage(600).iops(3000));
        var wanted = declared("allocatedStorage: 700", "monitoringInterval: 30");
        // When
        ResourceDrift drift = scene.look(wanted);
        // Then
        assertThat(scene.instance().dbInstanceStatus()).isEqualTo("storage-optimization");
        assertThat(drift.facts().flatMap(Facts::underway)).isEmpty();
        assertThat(drift.health().status()).isEqualTo(Health.Status.HEALTHY);
        assertThat(hold(drift, "allocatedStorage")).contains(Reason.COOLDOWN);
        assertThat(hold(drift, "monitoringInterval")).isEmpty();
    }

    @Test
    void storageThatAwsHasGrownIsAsDeclared() {
        // Given
        scene.backstage.growStorage(DatabaseScene.ID);
        scene.advance(Duration.ofMinutes(30));
        // When
        ResourceDrift drift = scene.look(desired);
        // Then
        assertThat(scene.instance().allocatedStorage()).isEqualTo(550);
        assertThat(drift.sync()).isEqualTo(Sync.SYNCED);
    }

    @Test
    void aLaterMinorIsAsDeclaredWhereAwsMayUpgrade() {
        // Given
        scene.backstage.upgradeMinor(DatabaseScene.ID, "15.14");
        scene.advance(Duration.ofMinutes(30));
        // When
        ResourceDrift strict = scene.look(desired);
        ResourceDrift lenient = scene.look(declared("autoMinorVersionUpgrade: true"));
        // Then
        assertThat(strict.fields()).extracting(FieldDrift::path).containsExactly("engineVersion");
        assertThat(lenient.fields()).extracting(FieldDrift::path).doesNotContain("engineVersion");
        assertThat(lenient.suppressed()).extracting(Suppressed::reason).contains(Reason.DELEGATED);
    }

    @Test
    void aStoppedInstanceIsSuspendedAndItsDriftHeldUntilItRuns() {
        // Given
        scene.console.stopDBInstance(it -> it.dbInstanceIdentifier(DatabaseScene.ID));
        scene.advance(Duration.ofMinutes(20));
        // When
        ResourceDrift drift = scene.look(declared(LARGER));
        // Then
        assertThat(drift.health().status()).isEqualTo(Health.Status.SUSPENDED);
        assertThat(drift.fields())
                .singleElement()
                .satisfies(it -> assertThat(it.hold().orElseThrow().until())
                        .contains(scene.instance().automaticRestartTime()));
    }

    @Test
    void aFailoverIsNoDrift() {
        // Given
        String before = scene.instance().availabilityZone();
        scene.backstage.failOver(DatabaseScene.ID);
        // When
        ResourceDrift drift = scene.look(declared("availabilityZone: " + before));
        // Then
        assertThat(scene.instance().availabilityZone()).isNotEqualTo(before);
        assertThat(drift.sync()).isEqualTo(Sync.SYNCED);
    }

    @ParameterizedTest
    @ValueSource(strings = {"modifying", "configuring-log-exports", "backing-up", "dancing"})
    void nothingIsSentWhileAwsIsAtWork(String status) {
        // Given
        scene.backstage.enter(DatabaseScene.ID, status);
        int before = scene.writes().size();
        // When
        scene.pass(declared(LARGER));
        // Then
        assertThat(scene.look(desired).facts().flatMap(Facts::underway)).contains("the instance is " + status);
        assertThat(scene.writes()).hasSize(before);
    }

    @ParameterizedTest
    @ValueSource(strings = {"failed", "incompatible-network", "insufficient-capacity"})
    void whatNeedsAPersonIsDegradedAndNamedAndLeftAlone(String status) {
        // Given
        scene.backstage.enter(DatabaseScene.ID, status);
        int before = scene.writes().size();
        // When
        scene.pass(declared(LARGER));
        // Then
        assertThat(scene.look(desired).health())
                .isEqualTo(Health.of(Health.Status.DEGRADED, "the instance is " + status));
        assertThat(scene.writes()).hasSize(before);
    }

    @Test
    void parametersThatWaitForARestartAreTold() {
        // Given
        scene.console.createDBParameterGroup(it -> it.dbParameterGroupName("tuned15")
                .dbParameterGroupFamily("postgres15")
                .description("tuned"));
        var wanted = declared("parameterGroup: Tuned15");
        // When
        scene.settle(wanted);
        // Then
        assertThat(scene.look(wanted).suppressed())
                .extracting(Suppressed::reason)
                .containsExactly(Reason.PENDING_REBOOT);
        assertThat(scene.writes()).doesNotContain("RebootDBInstance");
    }

    private static Optional<Reason> hold(ResourceDrift drift, String path) {
        return drift.fields().stream()
                .filter(it -> it.path().equals(path))
                .findFirst()
                .orElseThrow()
                .hold()
                .map(it -> it.reason());
    }
}
