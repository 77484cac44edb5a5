package io.holdfast.kind.rdsinstance;

import static io.holdfast.kind.rdsinstance.DatabaseScene.declared;
import static org.assertj.core.api.Assertions.assertThat;

import io.holdfast.model.Fault;
import io.holdfast.model.Outcome;
import io.holdfast.sandbox.fault.Api;
import io.holdfast.sandbox.fault.Selector;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** No database goes without its last snapshot. */
class RdsInstanceDeletionTest {
    private static final String TOKEN = "0123456789abcdef0123456789abcdef";
    private static final String FINAL = "rupaya-prod-final-0123456789ab";
    private static final Duration LONG = Duration.ofHours(2);

    private final RdsInstanceKind kind = new RdsInstanceKind();

    private static DatabaseScene unprotected() {
        return DatabaseScene.settled(declared("deletionProtection: false"));
    }

    private static List<String> manualSnapshots(DatabaseScene scene) {
        scene.sandbox.settle();
        return scene.console.describeDBSnapshots(request -> request.snapshotType("manual")).dbSnapshots().stream()
                .map(it -> it.dbSnapshotIdentifier())
                .toList();
    }

    private RdsInstanceState live(DatabaseScene scene) {
        return scene.undeclared().present().orElseThrow().state();
    }

    @Test
    void itLeavesAFinalSnapshotAndItsAutomatedBackups() {
        // Given
        var scene = unprotected();
        // When
        Outcome outcome = scene.delete(TOKEN);
        scene.advance(LONG);
        // Then
        assertThat(outcome).isInstanceOf(Outcome.Underway.class);
        assertThat(scene.undeclared().isAbsent()).isTrue();
        assertThat(manualSnapshots(scene)).containsExactly(FINAL);
        assertThat(scene.console
                        .describeDBSnapshots(request -> request.snapshotType("automated"))
                        .dbSnapshots())
                .isNotEmpty();
    }

    @Test
    void whileRdsDeletesItThatIsWhatIsUnderway() {
        // Given
        var scene = unprotected();
        // When
        scene.delete(TOKEN);
        // Then
        assertThat(scene.undeclared().present().orElseThrow().facts().underway())
                .contains("the instance is deleting");
    }

    @Test
    void aLostReplyLeadsToNoSecondSnapshot() {
        // Given
        var scene = unprotected();
        scene.sandbox
                .faults()
                .inject(
                        io.holdfast.sandbox.fault.Fault.loseReply(),
                        Api.of("rds", "DeleteDBInstance"),
                        Selector.first(1));
        // When
        Outcome first = scene.delete(TOKEN);
        Outcome second = scene.delete(TOKEN);
        scene.advance(LONG);
        // Then
        assertThat(first)
                .isInstanceOfSatisfying(
                        Outcome.Failed.class,
                        it -> assertThat(it.fault().isOutcomeUnknown()).isTrue());
        assertThat(second)
                .isInstanceOfSatisfying(
                        Outcome.Failed.class,
                        it -> assertThat(it.fault().kind()).isEqualTo(Fault.Kind.BUSY));
        assertThat(manualSnapshots(scene)).containsExactly(FINAL);
    }

    @Test
    void whatWasWrittenSinceAnUnfinishedDeletionIsSavedToo() {
        // Given
        var scene = unprotected();
        scene.console.createDBSnapshot(
                request -> request.dbInstanceIdentifier(DatabaseScene.ID).dbSnapshotIdentifier(FINAL));
        scene.advance(LONG);
        // When
        scene.delete(TOKEN);
        scene.advance(LONG);
        // Then
        assertThat(scene.undeclared().isAbsent()).isTrue();
        assertThat(manualSnapshots(scene)).containsExactly(FINAL, FINAL + "-2");
    }

    @Test
    void aDeletionThatNeverEndsIsLeftToAPerson() {
        // Given
        var scene = unprotected();
        for (String taken : List.of(FINAL, FINAL + "-2", FINAL + "-3")) {
            scene.console.createDBSnapshot(
                    request -> request.dbInstanceIdentifier(DatabaseScene.ID).dbSnapshotIdentifier(taken));
            scene.advance(LONG);
        }
        // When
        Outcome outcome = scene.delete(TOKEN);
        // Then
        assertThat(outcome).isInstanceOfSatisfying(Outcome.Failed.class, it -> {
            assertThat(it.fault().needsPerson()).isTrue();
            assertThat(it.fault().message()).contains(FINAL);
        });
        assertThat(scene.instance().dbInstanceStatus()).isEqualTo("available");
    }

    @Test
    void itsOwnProtectionHasToBeLiftedFirst() {
        // Given
        var scene = DatabaseScene.settled(declared("deletionProtection: true"));
        // When
        Optional<String> protection = kind.protection(live(scene));
        Outcome outcome = scene.delete(TOKEN);
        // Then
        assertThat(protection).contains("its deletionProtection is on");
        assertThat(outcome).isInstanceOf(Outcome.Failed.class);
        assertThat(scene.instance().dbInstanceStatus()).isEqualTo("available");
        assertThat(kind.protection(live(unprotected()))).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(strings = {"failed", "incompatible-parameters", "inaccessible-encryption-credentials"})
    void whatCannotBeSavedIsNotDeleted(String status) {
        // Given
        var scene = unprotected();
        assertThat(kind.unsaved(live(scene))).isEmpty();
        // When
        scene.backstage.enter(DatabaseScene.ID, status);
        // Then
        assertThat(kind.unsaved(live(scene)))
                .hasValueSatisfying(it -> assertThat(it).contains("the instance is " + status, "final snapshot"));
    }

    @Test
    void aLaterInstanceOfTheSameNameIsAnotherOne() {
        // Given
        var scene = unprotected();
        Optional<String> first = kind.incarnation(live(scene));
        scene.delete(TOKEN);
        scene.advance(LONG);
        // When
        scene.settle(declared("deletionProtection: false"));
        // Then
        assertThat(first).isPresent();
        assertThat(kind.incarnation(live(scene))).isPresent().isNotEqualTo(first);
    }

    @Test
    void whatIsGoneAlreadyIsDone() {
        // Given
        var scene = unprotected();
        var live = scene.undeclared().present().orElseThrow();
        scene.delete(TOKEN);
        scene.advance(LONG);
        // When
        Outcome outcome = scene.delete(live, TOKEN);
        // Then
        assertThat(outcome).isEqualTo(Outcome.done());
    }
}
