package io.holdfast.sandbox;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

/** What happens by itself, happens when it is due. */
class TimelineTest {

    private final TestClock clock = new TestClock();
    private final Timeline timeline = new Timeline(clock, new Chance(1));

    @Test
    void effectsRunInTheOrderOfTheirTimesAndSeeTheirOwnTime() {
        // Given
        var start = clock.instant();
        var seen = new ArrayList<Instant>();
        timeline.after(Duration.ofSeconds(20), () -> seen.add(timeline.now()));
        timeline.after(Duration.ofSeconds(10), () -> seen.add(timeline.now()));

        // When
        clock.advance(Duration.ofMinutes(1));
        timeline.settle();

        // Then
        assertThat(seen).containsExactly(start.plusSeconds(10), start.plusSeconds(20));
        assertThat(timeline.now()).isEqualTo(start.plusSeconds(60));
    }

    @Test
    void nothingRunsBeforeItsTime() {
        // Given
        var ran = new ArrayList<String>();
        timeline.after(Duration.ofSeconds(10), () -> ran.add("early"));

        // When
        clock.advance(Duration.ofSeconds(9));
        timeline.settle();

        // Then
        assertThat(ran).isEmpty();
    }

    @Test
    void anEffectOfAnEffectRunsInTheSameLookWhenItIsDue() {
        // Given
        var ran = new ArrayList<Instant>();
        timeline.after(
                Duration.ofSeconds(1), () -> timeline.after(Duration.ofSeconds(1), () -> ran.add(timeline.now())));

        // When
        clock.advance(Duration.ofSeconds(2));
        timeline.settle();

        // Then
        assertThat(ran).containsExactly(clock.instant());
    }

    @Test
    void effectsOfOneTimeRunInTheOrderTheyWereAskedFor() {
        // Given
        var ran = new ArrayList<Integer>();
        List.of(1, 2, 3).forEach(number -> timeline.after(Duration.ofSeconds(5), () -> ran.add(number)));

        // When
        clock.advance(Duration.ofSeconds(5));
        timeline.settle();

        // Then
        assertThat(ran).containsExactly(1, 2, 3);
    }
}
