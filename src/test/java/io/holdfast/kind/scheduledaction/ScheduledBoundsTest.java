package io.holdfast.kind.scheduledaction;

import static org.assertj.core.api.Assertions.assertThat;

import io.holdfast.kind.ScalingLoop;
import io.holdfast.kind.scalabletarget.ScalableTargetKind;
import io.holdfast.model.Excuse.Reason;
import io.holdfast.model.Plan;
import io.holdfast.model.ResourceId;
import io.holdfast.model.Suppressed;
import io.holdfast.model.Sync;
import java.time.Instant;
import org.junit.jupiter.api.Test;

/** Bounds between the YAML and the clock. The sandbox begins on Sunday, 2026-03-01, at ten in the morning. */
class ScheduledBoundsTest {
    private final ScalingLoop loop = new ScalingLoop();
    private final ResourceId target = loop.declare(new ScalableTargetKind(), "backend", "{min: 2, max: 10}");

    private void declareNights() {
        loop.declare(new ScheduledActionKind(), "backend.night", "{schedule: 'cron(0 22 * * ? *)', min: 0, max: 0}");
        loop.declare(new ScheduledActionKind(), "backend.morning", "{schedule: 'cron(0 7 * * ? *)', min: 2, max: 10}");
    }

    @Test
    void atNightTheBoundsAreAsScheduledAndNobodyWritesThem() {
        // Given
        declareNights();
        loop.converge();
        loop.forgetCalls();
        // When
        loop.advanceTo("2026-03-02T02:00:00Z");
        Plan night = loop.pass();
        // Then
        assertThat(night.isEmpty()).isTrue();
        assertThat(night.report().sync()).isEqualTo(Sync.SYNCED);
        assertThat(night.report().suppressed()).extracting(Suppressed::path).containsExactlyInAnyOrder("min", "max");
        assertThat(night.report().suppressed()).extracting(Suppressed::reason).containsOnly(Reason.AS_SCHEDULED);
        assertThat(loop.writes()).isEmpty();
        assertThat(maxCapacity()).isZero();
    }

    @Test
    void inTheMorningTheyAreAsDeclaredAgain() {
        // Given
        declareNights();
        loop.converge();
        // When
        loop.advanceTo("2026-03-02T08:00:00Z");
        Plan morning = loop.pass();
        // Then
        assertThat(morning.report().sync()).isEqualTo(Sync.SYNCED);
        assertThat(morning.report().suppressed()).isEmpty();
        assertThat(maxCapacity()).isEqualTo(10);
    }

    @Test
    void whoeverWakesTheServiceAtNightIsReportedAndNotFought() {
        // Given
        declareNights();
        loop.converge();
        loop.advanceTo("2026-03-02T02:00:00Z");
        register(2, 10);
        loop.forgetCalls();
        // When
        Plan night = loop.pass();
        // Then
        assertThat(ScalingLoop.paths(night, target)).containsExactlyInAnyOrder("min", "max");
        assertThat(night.find(target).orElseThrow().verdict().mayProceed()).isFalse();
        assertThat(loop.writes()).isEmpty();
    }

    @Test
    void byDayAChangeBehindOurBackIsRepairedAsEver() {
        // Given
        declareNights();
        loop.converge();
        loop.advanceTo("2026-03-02T12:00:00Z");
        register(1, 4);
        loop.forgetCalls();
        // When
        Plan day = loop.pass();
        // Then
        assertThat(ScalingLoop.paths(day, target)).containsExactly("min", "max");
        assertThat(loop.writes()).containsExactly("RegisterScalableTarget");
        assertThat(maxCapacity()).isEqualTo(10);
    }

    @Test
    void anActionPutAtNightHasNotFiredYet() {
        // Given
        loop.advanceTo("2026-03-01T23:30:00Z");
        declareNights();
        // When
        loop.converge();
        Plan night = loop.pass();
        // Then
        assertThat(night.report().sync()).isEqualTo(Sync.SYNCED);
        assertThat(night.report().suppressed()).isEmpty();
        assertThat(maxCapacity()).isEqualTo(10);
    }

    @Test
    void anActionDeletedAndMadeAnewAtNightDoesNotWakeTheService() {
        // Given
        declareNights();
        loop.converge();
        loop.advanceTo("2026-03-02T02:00:00Z");
        loop.scaling.deleteScheduledAction(request -> request.serviceNamespace("ecs")
                .scalableDimension("ecs:service:DesiredCount")
                .resourceId(ScalingLoop.RESOURCE_ID)
                .scheduledActionName("night"));
        loop.forgetCalls();
        // When
        loop.converge();
        // Then
        assertThat(loop.writes()).containsExactly("PutScheduledAction");
        assertThat(maxCapacity()).isZero();
    }

    @Test
    void whatNobodyDeclaredOnAnActionSurvivesARepair() {
        // Given
        loop.declare(new ScheduledActionKind(), "backend.night", "{schedule: 'cron(0 22 * * ? *)', max: 2}");
        loop.converge();
        loop.scaling.putScheduledAction(request -> request.serviceNamespace("ecs")
                .scalableDimension("ecs:service:DesiredCount")
                .resourceId(ScalingLoop.RESOURCE_ID)
                .scheduledActionName("night")
                .schedule("cron(0 23 * * ? *)")
                .timezone("Asia/Tokyo")
                .endTime(Instant.parse("2027-01-01T00:00:00Z"))
                .scalableTargetAction(bounds -> bounds.minCapacity(1).maxCapacity(2)));
        // When
        loop.pass();
        // Then
        var action = loop.scaling
                .describeScheduledActions(request -> request.serviceNamespace("ecs"))
                .scheduledActions()
                .get(0);
        assertThat(action.schedule()).isEqualTo("cron(0 22 * * ? *)");
        assertThat(action.timezone()).isEqualTo("Asia/Tokyo");
        assertThat(action.endTime()).isEqualTo("2027-01-01T00:00:00Z");
        assertThat(action.scalableTargetAction().minCapacity()).isEqualTo(1);
    }

    private void register(int min, int max) {
        loop.scaling.registerScalableTarget(request -> request.serviceNamespace("ecs")
                .scalableDimension("ecs:service:DesiredCount")
                .resourceId(ScalingLoop.RESOURCE_ID)
                .minCapacity(min)
                .maxCapacity(max));
    }

    private int maxCapacity() {
        return loop.scaling
                .describeScalableTargets(request -> request.serviceNamespace("ecs"))
                .scalableTargets()
                .get(0)
                .maxCapacity();
    }
}
