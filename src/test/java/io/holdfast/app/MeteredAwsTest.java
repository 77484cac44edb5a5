package io.holdfast.app;

import static org.assertj.core.api.Assertions.assertThat;

import io.micrometer.core.instrument.Meter;
import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import java.time.Duration;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;

class MeteredAwsTest {
    private final SimpleMeterRegistry registry = new SimpleMeterRegistry();
    private final MeteredAws meter = new MeteredAws(registry);

    @Test
    void requestsAndWaitsAreCountedUnderNamesThatSayWhatTheyMean() {
        // When
        meter.answered("ecs", "DescribeServices", "ok");
        meter.answered("ecs", "DescribeServices", "ok");
        meter.waited("ecs:read", Duration.ofSeconds(3));

        // Then
        assertThat(registry.get("holdfast.aws.requests")
                        .tag("operation", "DescribeServices")
                        .counter()
                        .count())
                .isEqualTo(2);
        assertThat(registry.get("holdfast.aws.budget.wait")
                        .tag("family", "ecs:read")
                        .timer()
                        .totalTime(TimeUnit.SECONDS))
                .isEqualTo(3);
        assertThat(registry.getMeters())
                .extracting(Meter::getId)
                .allSatisfy(it -> assertThat(it.getDescription()).isNotBlank());
    }
}
