package io.holdfast.report.metric;

import static io.holdfast.model.Widgets.NOON;
import static org.assertj.core.api.Assertions.assertThat;

import io.holdfast.model.Condition;
import io.holdfast.model.Mode;
import io.holdfast.model.Plan;
import io.holdfast.model.Widget;
import io.holdfast.report.EnvironmentStatus;
import io.holdfast.report.Operation;
import io.holdfast.report.Plans;
import io.micrometer.core.instrument.Meter;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class StatusMetersTest {
    private final MeterRegistry registry = new SimpleMeterRegistry();
    private final StatusMeters meters = new StatusMeters(registry);
    private final Widget hundred = Widget.named("a").withSize(100);

    private static EnvironmentStatus status(Plan plan, Instant at) {
        return new EnvironmentStatus(
                "test",
                plan.report().sync(),
                plan.report().health(),
                Operation.of(plan),
                Optional.of(Mode.ENFORCE),
                List.of(),
                List.of(),
                Optional.of(plan),
                at,
                Optional.of(at),
                at);
    }

    private double gauge(String name, String label, String value) {
        return registry.get(name).tag(label, value).gauge().value();
    }

    @Test
    void theGaugesSayWhatTheBoardSays() {
        // Given
        Plan plan = Plans.drifted(hundred, hundred.withSize(50));

        // When
        meters.follow(List.of(status(plan, Plans.LATER)), Plans.LATER);

        // Then
        assertThat(gauge("holdfast.environment.sync", "sync", "OutOfSync")).isEqualTo(1);
        assertThat(gauge("holdfast.environment.health", "health", "Healthy")).isEqualTo(1);
        assertThat(gauge("holdfast.drift.resources", "cause", "LiveDrift")).isEqualTo(1);
        assertThat(gauge("holdfast.drift.oldest.age", "environment", "test")).isEqualTo(120);
        assertThat(gauge("holdfast.last.success.timestamp", "environment", "test"))
                .isEqualTo((double) Plans.LATER.getEpochSecond());
    }

    @Test
    void everyMeterSaysWhatItMeans() {
        meters.follow(
                List.of(status(Plans.drifted(hundred, hundred.withSize(50)), Plans.LATER.plusSeconds(2))), Plans.LATER);

        assertThat(registry.getMeters())
                .extracting(Meter::getId)
                .hasSizeGreaterThan(8)
                .allSatisfy(
                        it -> assertThat(it.getDescription()).as(it.getName()).isNotBlank());
    }

    @Test
    void anEnvironmentThatIsGoneLeavesNoGaugeBehind() {
        // Given
        meters.follow(List.of(status(Plans.drifted(hundred, hundred.withSize(50)), Plans.LATER)), Plans.LATER);

        // When
        meters.follow(List.of(), Plans.LATER);

        // Then
        assertThat(registry.find("holdfast.environment.sync").gauges()).isEmpty();
        assertThat(registry.find("holdfast.drift.resources").gauges()).isEmpty();
    }

    @Test
    void aPassIsCountedOnceHoweverOftenTheBoardIsRead() {
        // Given
        EnvironmentStatus first = status(Plans.drifted(hundred, hundred.withSize(50)), Plans.LATER.plusSeconds(2));

        // When
        meters.follow(List.of(first), Plans.LATER);
        meters.follow(List.of(first), Plans.LATER);

        // Then
        assertThat(registry.get("holdfast.passes")
                        .tag("result", "success")
                        .counter()
                        .count())
                .isEqualTo(1);
        assertThat(registry.get("holdfast.pass.duration").timer().totalTime(java.util.concurrent.TimeUnit.SECONDS))
                .isEqualTo(2);
    }

    @Test
    void aPassThatDidNotSucceedIsCountedAsAFailure() {
        // Given
        EnvironmentStatus good = status(Plans.drifted(hundred, hundred), NOON);
        EnvironmentStatus bad = new EnvironmentStatus(
                "test",
                good.sync(),
                good.health(),
                good.operation(),
                good.mode(),
                List.of(),
                List.of(),
                good.plan(),
                NOON.plusSeconds(60),
                Optional.of(NOON),
                NOON);

        // When
        meters.follow(List.of(bad), Plans.LATER);

        // Then
        assertThat(registry.get("holdfast.passes")
                        .tag("result", "failure")
                        .counter()
                        .count())
                .isEqualTo(1);
    }

    @Test
    void whoHoldsAnEnvironmentAndWhatWaitsForPeopleIsCounted() {
        // Given
        EnvironmentStatus free = status(Plans.drifted(hundred, hundred.withSize(50)), Plans.LATER);
        Condition paused = new Condition(
                Condition.Type.PAUSED, Condition.Status.TRUE, "Paused", "paused by olga", "9f2c1e7", NOON);
        EnvironmentStatus held = new EnvironmentStatus(
                "held",
                free.sync(),
                free.health(),
                free.operation(),
                free.mode(),
                List.of(paused),
                List.of(),
                free.plan(),
                Plans.LATER,
                Optional.empty(),
                Plans.LATER);

        // When
        meters.follow(List.of(free, held), Plans.LATER);

        // Then
        assertThat(gauge("holdfast.paused", "environment", "test")).isZero();
        assertThat(gauge("holdfast.paused", "environment", "held")).isEqualTo(1);
        assertThat(gauge("holdfast.approvals.pending", "environment", "test")).isZero();
        assertThat(gauge("holdfast.contended.fields", "environment", "test")).isZero();
        assertThat(gauge("holdfast.not.shown.fields", "environment", "test")).isZero();
    }
}
