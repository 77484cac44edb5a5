package io.holdfast.estate;

import static io.holdfast.estate.Wish.ENVIRONMENT;
import static org.assertj.core.api.Assertions.assertThat;

import io.holdfast.model.Condition;
import io.holdfast.model.Excuse.Reason;
import io.holdfast.model.FieldDrift;
import io.holdfast.report.EnvironmentStatus;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Somebody who changes back what Holdfast puts right, each time. */
class ContentionTest {
    private static final Duration MINUTE = Duration.ofMinutes(1);
    private static final String FIELD = "deploymentConfiguration.maximumPercent";
    private static final Wish WISH = Wish.stateless();

    @TempDir
    Path folder;

    private Estate estate;
    private Console console;

    @BeforeEach
    void settle() {
        estate = new Estate(folder);
        console = new Console(estate.sandbox());
        commit(WISH);
        estate.converge(ENVIRONMENT, 30, Duration.ofMinutes(4));
        estate.sandbox().log().clear();
    }

    private void commit(Wish wish) {
        estate.declare("whole.yaml", wish.yaml());
    }

    /** The rival strikes and Holdfast passes, so often; how often it was put back. */
    private int rounds(int number) {
        int putBack = 0;
        for (int i = 0; i < number; i++) {
            console.strike(150, 100);
            estate.passes(ENVIRONMENT, 1, MINUTE);
            putBack += console.maximum() == 200 ? 1 : 0;
        }
        return putBack;
    }

    private static Condition stalled(EnvironmentStatus status) {
        return status.conditions().stream()
                .filter(it -> it.type() == Condition.Type.STALLED)
                .findFirst()
                .orElseThrow();
    }

    private static List<Reason> holds(EnvironmentStatus status) {
        return status.plan().orElseThrow().report().resources().stream()
                .flatMap(it -> it.fields().stream())
                .map(FieldDrift::hold)
                .flatMap(it -> it.stream())
                .map(it -> it.reason())
                .toList();
    }

    @Test
    void aFieldIsPutBackSoOftenAndThenLeft() {
        // When
        int putBack = rounds(6);
        EnvironmentStatus status = estate.passes(ENVIRONMENT, 1, MINUTE);
        // Then
        assertThat(putBack).isEqualTo(3);
        assertThat(console.maximum()).isEqualTo(150);
        assertThat(holds(status)).containsExactly(Reason.CONTENDED);
        assertThat(stalled(status).reason()).isEqualTo("Contended");
        assertThat(stalled(status).message()).contains("whole/service/backend", FIELD, "3 times", "150");
    }

    @Test
    void theLimitIsThePolicys() {
        // Given
        commit(WISH.under("mode: enforce\nlimits: {turnBacks: 1}"));
        estate.pass(ENVIRONMENT);
        // When
        int putBack = rounds(3);
        // Then
        assertThat(putBack).isEqualTo(1);
    }

    @Test
    void otherFieldsGoOnBesideEvenInTheSameCall() {
        // Given
        rounds(4);
        // When
        console.strike(150, 50);
        estate.passes(ENVIRONMENT, 2, MINUTE);
        // Then
        assertThat(console.minimum()).isEqualTo(100);
        assertThat(console.maximum()).isEqualTo(150);
    }

    @Test
    void aNewCommitTakesItUpAgain() {
        // Given
        rounds(4);
        // When
        commit(WISH.with("clusters.kept", "name: kept\ntags: {team: platform}"));
        estate.passes(ENVIRONMENT, 2, MINUTE);
        // Then
        assertThat(console.maximum()).isEqualTo(200);
    }

    @Test
    void aPersonWhoAsksForAPassTakesItUpAgain() {
        // Given
        rounds(4);
        // When
        estate.passAsked(ENVIRONMENT);
        // Then
        assertThat(console.maximum()).isEqualTo(200);
    }

    @Test
    void whoComesBackOnlyAfterADayIsNoRival() {
        // Given
        rounds(3);
        // When
        estate.clock().advance(Duration.ofHours(25));
        int putBack = rounds(2);
        // Then
        assertThat(putBack).isEqualTo(2);
    }

    @Test
    void theCountSurvivesARestart() {
        // Given
        rounds(3);
        // When
        estate.restart();
        int putBack = rounds(2);
        // Then
        assertThat(putBack).isZero();
    }

    @Test
    void whatIsDeletedAgainAndAgainIsLeftToAPerson() {
        // When
        int made = deletions(5);
        EnvironmentStatus status = estate.passes(ENVIRONMENT, 1, MINUTE);
        // Then
        assertThat(made).isEqualTo(3);
        assertThat(stalled(status).reason()).isEqualTo("Contended");
        assertThat(console.schedules()).doesNotContain("morning");
        estate.passAsked(ENVIRONMENT);
        assertThat(console.schedules()).contains("morning");
    }

    /** The rival deletes the schedule, Holdfast passes and sees what came of it, so often; how often it was made again. */
    private int deletions(int number) {
        int made = 0;
        for (int i = 0; i < number; i++) {
            if (console.schedules().contains("morning")) {
                console.scaling.deleteScheduledAction(request -> request.serviceNamespace("ecs")
                        .resourceId("service/whole/backend")
                        .scalableDimension("ecs:service:DesiredCount")
                        .scheduledActionName("morning"));
            }
            estate.passes(ENVIRONMENT, 2, MINUTE);
            made += console.schedules().contains("morning") ? 1 : 0;
        }
        return made;
    }
}
