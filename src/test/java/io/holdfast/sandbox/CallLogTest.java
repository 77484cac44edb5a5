package io.holdfast.sandbox;

import static org.assertj.core.api.Assertions.assertThat;

import io.holdfast.sandbox.wire.Input;
import java.time.Instant;
import java.util.Map;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/** The log of calls. */
class CallLogTest {

    private final CallLog log = new CallLog();

    @Test
    void theLogForgetsTheOldestCallsAndCountsThemAll() {
        // Given
        var calls = 20_005;

        // When
        IntStream.range(0, calls).forEach(call -> log.add(Instant.EPOCH, asked("DescribeServices"), "ok"));

        // Then
        assertThat(log.entries()).hasSize(20_000);
        assertThat(log.entries().get(0).sequence()).isEqualTo(6);
        assertThat(log.total()).isEqualTo(calls);
    }

    @Test
    void readsAndWritesAreToldApartByTheOperation() {
        // Given
        log.add(Instant.EPOCH, asked("DescribeServices"), "ok");
        log.add(Instant.EPOCH, asked("UpdateService"), "ok");

        // When
        var writes = log.writes();

        // Then
        assertThat(writes).extracting(CallLog.Entry::operation).containsExactly("UpdateService");
        assertThat(writes.get(0).resource()).isEqualTo("shop");
        assertThat(log.of("ecs", "DescribeServices")).hasSize(1);
    }

    private static Asked asked(String operation) {
        return new Asked("1", "eu", "ecs", operation, new Input(Map.of("service", "shop")), "");
    }
}
