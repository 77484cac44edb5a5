package io.holdfast.sandbox.rds;

import static io.holdfast.sandbox.rds.RdsScene.ID;
import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import software.amazon.awssdk.services.rds.model.DBInstance;
import software.amazon.awssdk.services.rds.model.Filter;
import software.amazon.awssdk.services.rds.model.Tag;

class DatabaseLifeTest {

    @Test
    void deletionProtectionIsTheFirstGuardAndTheFinalSnapshotTheSecond() {
        // Given
        var scene = RdsScene.withDatabase(request -> request.deletionProtection(true));

        // When
        var guarded = RdsScene.codeOf(() -> scene.rds.deleteDBInstance(
                request -> request.dbInstanceIdentifier(ID).skipFinalSnapshot(true)));
        scene.modify(request -> request.deletionProtection(false));
        var withoutSnapshot =
                RdsScene.codeOf(() -> scene.rds.deleteDBInstance(request -> request.dbInstanceIdentifier(ID)));

        // Then
        assertThat(guarded).isEqualTo("InvalidParameterCombination");
        assertThat(withoutSnapshot).isEqualTo("InvalidParameterCombination");
        assertThat(scene.status()).isEqualTo("available");
    }

    @Test
    void aDeletedDatabaseLeavesItsFinalSnapshotAndNothingAutomated() {
        // Given
        var scene = RdsScene.withDatabase();

        // When
        scene.rds.deleteDBInstance(request -> request.dbInstanceIdentifier(ID).finalDBSnapshotIdentifier("last"));
        var status = scene.status();
        var again = RdsScene.codeOf(() -> scene.rds.deleteDBInstance(
                request -> request.dbInstanceIdentifier(ID).skipFinalSnapshot(true)));
        scene.advance(RdsScene.LONG_ENOUGH);

        // Then
        assertThat(status).isEqualTo("deleting");
        assertThat(again).isEqualTo("InvalidDBInstanceState");
        assertThat(RdsScene.codeOf(scene::instance)).isEqualTo("DBInstanceNotFound");
        assertThat(scene.rds.describeDBSnapshots().dbSnapshots())
                .extracting(snapshot -> snapshot.dbSnapshotIdentifier() + " " + snapshot.status())
                .containsExactly("last available");
    }

    @Test
    void aFinalSnapshotOfAFailedDatabaseIsImpossible() {
        // Given
        var scene = RdsScene.withDatabase();
        scene.backstage.enter(ID, "failed");

        // When
        var refusal = RdsScene.codeOf(() -> scene.rds.deleteDBInstance(
                request -> request.dbInstanceIdentifier(ID).finalDBSnapshotIdentifier("last")));

        // Then
        assertThat(refusal).isEqualTo("InvalidDBInstanceState");
    }

    @Test
    void aDatabaseOfTheSameNameIsAnotherDatabase() {
        // Given
        var scene = RdsScene.withDatabase();
        var first = scene.instance();
        scene.rds.deleteDBInstance(request -> request.dbInstanceIdentifier(ID).skipFinalSnapshot(true));
        scene.advance(RdsScene.LONG_ENOUGH);

        // When
        var second = scene.create(same -> {});

        // Then
        assertThat(second.dbInstanceArn()).isEqualTo(first.dbInstanceArn());
        assertThat(second.dbiResourceId()).isNotEqualTo(first.dbiResourceId());
    }

    @Test
    void anEarlierChangeDoesNotWakeADatabaseThatIsBeingDeleted() {
        // Given
        var scene = RdsScene.withDatabase();
        scene.modifyNow(request -> request.dbInstanceClass("db.t4g.large"));

        // When
        scene.rds.deleteDBInstance(request -> request.dbInstanceIdentifier(ID).skipFinalSnapshot(true));
        scene.advance(Duration.ofMinutes(1));

        // Then
        assertThat(scene.status()).isEqualTo("deleting");
    }

    @Test
    void aStoppedDatabaseIsStartedAgainAfterSevenDays() {
        // Given
        var scene = RdsScene.withDatabase();
        var seen = new ArrayList<String>();

        // When
        scene.rds.stopDBInstance(request -> request.dbInstanceIdentifier(ID));
        for (int hour = 0; hour < 8 * 24; hour++) {
            seen.add(scene.status());
            scene.advance(Duration.ofMinutes(hour % 24 == 0 ? 5 : 60));
        }

        // Then
        assertThat(seen.stream().distinct()).containsExactly("stopping", "stopped", "available");
    }

    @Test
    void aStoppedDatabaseRefusesModifications() {
        // Given
        var scene = RdsScene.withDatabase();
        scene.rds.stopDBInstance(request -> request.dbInstanceIdentifier(ID));
        scene.advance(RdsScene.LONG_ENOUGH);

        // When
        var refusal = RdsScene.codeOf(() -> scene.modify(request -> request.backupRetentionPeriod(7)));

        // Then
        assertThat(scene.instance().automaticRestartTime()).isNotNull();
        assertThat(refusal).isEqualTo("InvalidDBInstanceState");
    }

    @Test
    void aForcedFailoverSwapsTheZones() {
        // Given
        var scene = RdsScene.withDatabase(request -> request.multiAZ(true));
        var before = scene.instance();

        // When
        scene.rds.rebootDBInstance(request -> request.dbInstanceIdentifier(ID).forceFailover(true));
        scene.advance(RdsScene.LONG_ENOUGH);

        // Then
        assertThat(scene.instance().availabilityZone()).isEqualTo(before.secondaryAvailabilityZone());
        assertThat(scene.instance().secondaryAvailabilityZone()).isEqualTo(before.availabilityZone());
    }

    @Test
    void aSnapshotIsOnlyTakenOfAnAvailableDatabase() {
        // Given
        var scene = RdsScene.withDatabase();

        // When
        scene.rds.createDBSnapshot(request -> request.dbInstanceIdentifier(ID).dbSnapshotIdentifier("one"));
        var status = scene.status();
        var second = RdsScene.codeOf(() -> scene.rds.createDBSnapshot(
                request -> request.dbInstanceIdentifier(ID).dbSnapshotIdentifier("two")));
        scene.advance(RdsScene.LONG_ENOUGH);
        var same = RdsScene.codeOf(() -> scene.rds.createDBSnapshot(
                request -> request.dbInstanceIdentifier(ID).dbSnapshotIdentifier("one")));

        // Then
        assertThat(status).isEqualTo("backing-up");
        assertThat(second).isEqualTo("InvalidDBInstanceState");
        assertThat(same).isEqualTo("DBSnapshotAlreadyExists");
        assertThat(scene.status()).isEqualTo("available");
    }

    @Test
    void byNameADatabaseMustExistByFilterItNeedNot() {
        // Given
        var scene = RdsScene.withDatabase();

        // When
        var byName =
                RdsScene.codeOf(() -> scene.rds.describeDBInstances(query -> query.dbInstanceIdentifier("nobody")));
        var byFilter = scene.rds
                .describeDBInstances(query -> query.filters(ids("nobody")))
                .dbInstances();
        var some = scene.rds
                .describeDBInstances(query -> query.filters(ids("nobody", "Rupaya-Prod")))
                .dbInstances();

        // Then
        assertThat(byName).isEqualTo("DBInstanceNotFound");
        assertThat(byFilter).isEmpty();
        assertThat(some).hasSize(1);
    }

    @Test
    void whatIsAddedBetweenTwoPagesHidesNobody() {
        // Given
        var scene = new RdsScene();
        for (int i = 10; i < 35; i++) {
            create(scene, "db-" + i);
        }

        // When
        var first = scene.rds.describeDBInstances(query -> query.maxRecords(20));
        create(scene, "db-05");
        var second = scene.rds.describeDBInstances(query -> query.maxRecords(20).marker(first.marker()));

        // Then
        assertThat(first.dbInstances()).hasSize(20);
        assertThat(second.dbInstances())
                .extracting(DBInstance::dbInstanceIdentifier)
                .containsExactly("db-30", "db-31", "db-32", "db-33", "db-34");
        assertThat(second.marker()).isNull();
    }

    @Test
    void pagesAreBetweenTwentyAndAHundred() {
        // Given
        var scene = new RdsScene();

        // When
        var codes = List.of(
                RdsScene.codeOf(() -> scene.rds.describeDBInstances(query -> query.maxRecords(19))),
                RdsScene.codeOf(() -> scene.rds.describeDBInstances(query -> query.maxRecords(101))),
                RdsScene.codeOf(() -> scene.rds.describeDBInstances(query -> query.maxRecords(100))));

        // Then
        assertThat(codes).containsExactly("InvalidParameterValue", "InvalidParameterValue", "");
    }

    @Test
    void tagsAreMergedByKey() {
        // Given
        var scene = RdsScene.withDatabase(request -> request.tags(tag("team", "payments"), tag("tier", "data")));
        var arn = scene.instance().dbInstanceArn();

        // When
        scene.rds.addTagsToResource(request -> request.resourceName(arn).tags(tag("team", "core"), tag("cost", "7")));
        scene.rds.removeTagsFromResource(request -> request.resourceName(arn).tagKeys("tier"));

        // Then
        assertThat(scene.rds
                        .listTagsForResource(query -> query.resourceName(arn))
                        .tagList())
                .containsExactly(tag("cost", "7"), tag("team", "core"));
        assertThat(scene.instance().tagList()).containsExactly(tag("cost", "7"), tag("team", "core"));
    }

    @Test
    void tagsOfAwsCannotBeSet() {
        // Given
        var scene = RdsScene.withDatabase();
        var arn = scene.instance().dbInstanceArn();

        // When
        var refusal = RdsScene.codeOf(() -> scene.rds.addTagsToResource(
                request -> request.resourceName(arn).tags(tag("team", "core"), tag("aws:team", "core"))));

        // Then
        assertThat(refusal).isEqualTo("InvalidParameterValue");
        assertThat(scene.instance().tagList()).isEmpty();
    }

    @Test
    void eventsTellWhatHappenedInTheLastHour() {
        // Given
        var scene = RdsScene.withDatabase();

        // When
        scene.rds.rebootDBInstance(request -> request.dbInstanceIdentifier(ID));
        scene.advance(Duration.ofMinutes(30));
        var hour = scene.rds
                .describeEvents(query -> query.sourceIdentifier(ID).sourceType("db-instance"))
                .events();
        var day = scene.rds
                .describeEvents(query ->
                        query.sourceIdentifier(ID).sourceType("db-instance").duration(1440))
                .events();

        // Then
        assertThat(hour).extracting(event -> event.message()).containsExactly("DB instance restarted");
        assertThat(day).extracting(event -> event.message()).contains("DB instance created", "DB instance restarted");
    }

    private static void create(RdsScene scene, String id) {
        scene.create(request -> request.dbInstanceIdentifier(id));
    }

    private static Filter ids(String... ids) {
        return Filter.builder().name("db-instance-id").values(ids).build();
    }

    private static Tag tag(String key, String value) {
        return Tag.builder().key(key).value(value).build();
    }
}
