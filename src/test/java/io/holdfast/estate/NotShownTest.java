package io.holdfast.estate;

import static io.holdfast.estate.Wish.ENVIRONMENT;
import static org.assertj.core.api.Assertions.assertThat;

import io.holdfast.ledger.EventQuery;
import io.holdfast.ledger.RecordedEvent;
import io.holdfast.model.Condition;
import io.holdfast.model.Excuse.Reason;
import io.holdfast.model.FieldDrift;
import io.holdfast.model.Resumption;
import io.holdfast.model.Sync;
import io.holdfast.report.EnvironmentStatus;
import io.holdfast.sandbox.fault.Answer;
import io.holdfast.sandbox.fault.Api;
import io.holdfast.sandbox.fault.Attempt;
import io.holdfast.sandbox.fault.Fault;
import io.holdfast.sandbox.fault.Selector;
import java.nio.file.Path;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeSet;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Plain calls that AWS says yes to, again and again, and whose effect it never shows. */
class NotShownTest {
    private static final Duration MINUTE = Duration.ofMinutes(1);
    private static final String POLICY = "whole/scaling-step/backend.up";
    private static final Wish WISH = Wish.stateless();
    private static final Wish OTHER = WISH.with("services.backend", "ChangeInCapacity", "PercentChangeInCapacity");

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
        commit(OTHER);
    }

    private void commit(Wish wish) {
        estate.declare("whole.yaml", wish.yaml());
    }

    /** Longer than anything is tried. */
    private EnvironmentStatus halfAnHour() {
        return estate.passes(ENVIRONMENT, 15, MINUTE.multipliedBy(2));
    }

    /** However often the policy is put, AWS shows this. */
    private void keepsShowing(String adjustmentType, Duration howLong) {
        estate.sandbox().faults().clear();
        estate.sandbox()
                .faults()
                .inject(
                        Fault.stayIn("AdjustmentType", adjustmentType, howLong),
                        Api.of("application-autoscaling", "DescribeScalingPolicies"),
                        Selector.always());
    }

    private void keepsShowing(String adjustmentType) {
        keepsShowing(adjustmentType, Duration.ofDays(9));
    }

    /** Whatever is done, AWS answers as it did at first. */
    private void freezes(Api api) {
        estate.sandbox().faults().inject(new Frozen(), api, Selector.always());
    }

    private long puts() {
        return count("PutScalingPolicy");
    }

    private long count(String operation) {
        return estate.writes().stream()
                .filter(it -> it.operation().equals(operation))
                .count();
    }

    private static List<Reason> holds(EnvironmentStatus status) {
        return status.plan().orElseThrow().report().resources().stream()
                .flatMap(it -> it.fields().stream())
                .map(FieldDrift::hold)
                .flatMap(it -> it.stream())
                .map(it -> it.reason())
                .toList();
    }

    private static Condition stalled(EnvironmentStatus status) {
        return status.conditions().stream()
                .filter(it -> it.type() == Condition.Type.STALLED)
                .findFirst()
                .orElseThrow();
    }

    @Test
    void whatAwsTakesAndNeverShowsIsSentSoOftenAndThenLeftToAPerson() {
        // Given
        keepsShowing("ChangeInCapacity");
        // When
        EnvironmentStatus status = halfAnHour();
        // Then
        assertThat(puts()).isEqualTo(5);
        assertThat(holds(status)).containsExactly(Reason.NOT_SHOWN);
        assertThat(stalled(status).reason()).isEqualTo("NotShown");
        assertThat(stalled(status).message())
                .contains(
                        POLICY,
                        "adjustmentType",
                        "application-autoscaling:PutScalingPolicy",
                        "5 times",
                        "PercentChangeInCapacity",
                        "\"ChangeInCapacity\"",
                        "ignore rule",
                        "resume");
        assertThat(estate.ledger().events(EventQuery.newest(ENVIRONMENT, 1000)))
                .extracting(RecordedEvent::event)
                .filteredOn(it -> it.reason().equals("StalledTrue"))
                .singleElement()
                .satisfies(it -> assertThat(it.message()).contains("NotShown", POLICY));
    }

    @Test
    void theCountSurvivesARestart() {
        // Given
        keepsShowing("ChangeInCapacity");
        estate.passes(ENVIRONMENT, 6, MINUTE);
        // When
        estate.restart();
        halfAnHour();
        estate.restart();
        halfAnHour();
        // Then
        assertThat(puts()).isEqualTo(5);
    }

    @Test
    void whatShowsAFewLooksLaterIsNoAlarmAndSentOnce() {
        // Given
        keepsShowing("ChangeInCapacity", Duration.ofSeconds(55));
        estate.pass(ENVIRONMENT);
        // When
        for (int i = 0; i < 5; i++) {
            EnvironmentStatus status = estate.passes(ENVIRONMENT, 1, Duration.ofSeconds(10));
            // Then
            assertThat(status.sync()).isEqualTo(Sync.SYNCED);
            assertThat(stalled(status).status()).isEqualTo(Condition.Status.FALSE);
        }
        assertThat(estate.passes(ENVIRONMENT, 10, MINUTE).sync()).isEqualTo(Sync.SYNCED);
        assertThat(puts()).isEqualTo(1);
    }

    @Test
    void aRepairThatShowsAFewLooksLaterIsNoRivalsWork() {
        // Given
        commit(WISH);
        keepsShowing("ExactCapacity", Duration.ofSeconds(55));
        estate.pass(ENVIRONMENT);
        // When
        EnvironmentStatus status = estate.passes(ENVIRONMENT, 5, Duration.ofSeconds(10));
        // Then
        assertThat(stalled(status).status()).isEqualTo(Condition.Status.FALSE);
        assertThat(status.plan().orElseThrow().report().suppressed())
                .extracting(it -> it.reason())
                .contains(Reason.IN_PROGRESS);
        assertThat(estate.passes(ENVIRONMENT, 10, MINUTE).sync()).isEqualTo(Sync.SYNCED);
        assertThat(puts()).isEqualTo(1);
    }

    @Test
    void whatShowsLateIsForgotten() {
        // Given
        keepsShowing("ChangeInCapacity", Duration.ofMinutes(4));
        // When
        EnvironmentStatus status = estate.passes(ENVIRONMENT, 10, MINUTE);
        // Then
        assertThat(status.sync()).isEqualTo(Sync.SYNCED);
        assertThat(puts()).isEqualTo(3);
        assertThat(estate.ledger().recall(ENVIRONMENT).resources())
                .allSatisfy(it -> assertThat(it.turnedBack()).isEmpty());
    }

    @Test
    void aCommitThatAsksForTheSameDoesNotBeginAgain() {
        // Given
        keepsShowing("ChangeInCapacity");
        halfAnHour();
        // When
        commit(OTHER.with("clusters.other", "name: other"));
        halfAnHour();
        // Then
        assertThat(puts()).isEqualTo(5);
    }

    @Test
    void anotherWishBeginsAgain() {
        // Given
        keepsShowing("ChangeInCapacity");
        halfAnHour();
        // When
        commit(WISH.with("services.backend", "ChangeInCapacity", "ExactCapacity"));
        halfAnHour();
        // Then
        assertThat(puts()).isEqualTo(10);
    }

    @Test
    void anotherLiveValueBeginsAgain() {
        // Given
        keepsShowing("ChangeInCapacity");
        halfAnHour();
        // When
        keepsShowing("ExactCapacity");
        halfAnHour();
        // Then
        assertThat(puts()).isEqualTo(10);
    }

    @Test
    void aPersonWhoAsksForAPassBeginsAgain() {
        // Given
        keepsShowing("ChangeInCapacity");
        halfAnHour();
        // When
        estate.passAsked(ENVIRONMENT);
        halfAnHour();
        // Then
        assertThat(puts()).isEqualTo(10);
    }

    @Test
    void aPersonWhoResumesTheFieldBeginsAgain() {
        // Given
        keepsShowing("ChangeInCapacity");
        EnvironmentStatus status = halfAnHour();
        // When
        TreeSet<String> paths =
                new TreeSet<>(status.plan().orElseThrow().leftToPeople().get(POLICY));
        estate.ledger().keep(new Resumption(ENVIRONMENT, POLICY, paths));
        halfAnHour();
        // Then
        assertThat(puts()).isEqualTo(10);
    }

    @Test
    void othersOfTheSameResourceGoOn() {
        // Given
        keepsShowing("ChangeInCapacity");
        halfAnHour();
        // When
        commit(OTHER.with("services.backend", "scalingAdjustment: 2", "scalingAdjustment: 3"));
        EnvironmentStatus status = halfAnHour();
        // Then
        assertThat(puts()).isEqualTo(6);
        assertThat(holds(status)).containsExactly(Reason.NOT_SHOWN);
    }

    @Test
    void whatIsMadeAndNeverThereIsMadeSoOftenAndThenLeftToAPerson() {
        // Given
        freezes(Api.of("application-autoscaling", "DescribeScheduledActions"));
        commit(WISH.with(
                "services.backend", "schedules:", "schedules:\n    noon: {schedule: \"cron(0 12 * * ? *)\", max: 8}"));
        // When
        EnvironmentStatus status = halfAnHour();
        // Then
        assertThat(count("PutScheduledAction")).isEqualTo(5);
        assertThat(stalled(status).reason()).isEqualTo("NotShown");
        assertThat(stalled(status).message()).contains("whole/schedule/backend.noon", "PutScheduledAction 5 times");
        assertThat(status.plan().orElseThrow().leftToPeople()).containsKey("whole/schedule/backend.noon");
        estate.passAsked(ENVIRONMENT);
        assertThat(count("PutScheduledAction")).isEqualTo(6);
    }

    @Test
    void aMarkThatNeverShowsIsPutSoOftenAndThenLeftToAPerson() {
        // Given
        commit(WISH.with("clusters.kept", "name: kept\nadopt: true"));
        estate.pass(ENVIRONMENT);
        console.ecs.untagResource(it -> it.resourceArn("arn:aws:ecs:us-east-1:123456789012:cluster/kept")
                .tagKeys("holdfast:environment", "holdfast:resource", "holdfast:owner"));
        freezes(Api.of("ecs", "DescribeClusters"));
        // When
        EnvironmentStatus status = halfAnHour();
        // Then
        assertThat(count("TagResource")).isEqualTo(5);
        assertThat(stalled(status).message()).contains("whole/cluster/kept", "TagResource 5 times");
    }

    @Test
    void whatIsDeletedAndNeverGoneIsDeletedSoOftenAndThenLeftToAPerson() {
        // Given
        freezes(Api.of("application-autoscaling", "DescribeScheduledActions"));
        freezes(Api.of("application-autoscaling", "DescribeScalingPolicies"));
        freezes(Api.of("monitoring", "DescribeAlarms"));
        freezes(Api.of("monitoring", "ListTagsForResource"));
        String yaml = WISH.resources().get("services.backend");
        int steps = yaml.indexOf("  steps:");
        int tracking = yaml.indexOf("  targetTracking:");
        commit(WISH.pruning().with("services.backend", yaml.substring(0, steps) + yaml.substring(tracking)));
        // When
        EnvironmentStatus status = halfAnHour();
        // Then
        assertThat(count("DeleteScalingPolicy")).isEqualTo(5);
        assertThat(count("DeleteAlarms")).isEqualTo(5);
        assertThat(stalled(status).message()).contains(POLICY, "5 times");
    }

    /** Shows for ever what it has shown at first. */
    private static final class Frozen implements Fault {
        private final Map<String, Answer> first = new HashMap<>();

        @Override
        public String name() {
            return "frozen";
        }

        @Override
        public Answer strike(Attempt attempt) {
            return first.computeIfAbsent(attempt.input().toString(), asked -> attempt.proceed());
        }
    }
}
