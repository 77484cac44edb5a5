package io.holdfast.kind.scheduledaction;

import static org.assertj.core.api.Assertions.assertThat;

import io.holdfast.kind.Yaml;
import java.time.Instant;
import java.util.Optional;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** When a declared action has fired last. 2026-03-02 is a Monday; Berlin goes to summer time on 2026-03-29. */
class FiringTest {

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '~',
            value = {
                "schedule: cron(0 22 * * ? *) | 2026-03-02T21:59:59Z | 2026-03-01T22:00:00Z",
                "schedule: cron(0 22 * * ? *) | 2026-03-02T22:00:00Z | 2026-03-02T22:00:00Z",
                "schedule: cron(0 22 ? * MON-FRI *) | 2026-03-08T12:00:00Z | 2026-03-06T22:00:00Z",
                "{schedule: 'cron(0 22 * * ? *)', timezone: Europe/Berlin} | 2026-03-28T23:00:00Z | 2026-03-28T21:00:00Z",
                "{schedule: 'cron(0 22 * * ? *)', timezone: Europe/Berlin} | 2026-03-29T23:00:00Z | 2026-03-29T20:00:00Z",
                "{schedule: 'cron(0 22 * * ? *)', startTime: '2026-03-02T23:00:00Z'} | 2026-03-03T12:00:00Z | never",
                "{schedule: 'cron(0 22 * * ? *)', endTime: '2026-03-02T22:00:00Z'} | 2026-03-09T12:00:00Z | 2026-03-01T22:00:00Z",
                "schedule: at(2026-03-01T22:00:00) | 2026-03-09T12:00:00Z | 2026-03-01T22:00:00Z",
                "schedule: at(2026-03-01T22:00:00) | 2026-03-01T21:00:00Z | never",
                "{schedule: rate(2 hours), startTime: '2026-03-01T00:00:00Z'} | 2026-03-09T12:00:00Z | 2026-03-01T00:00:00Z",
            })
    void anActionHasFiredLastWhenItsScheduleSays(String yaml, Instant now, String last) {
        // Given
        var action = Yaml.read(ScheduledActionState.class, yaml);
        // When
        Optional<Instant> fired = Firing.last(action, now);
        // Then
        assertThat(fired.map(Instant::toString).orElse("never")).isEqualTo(last);
    }
}
