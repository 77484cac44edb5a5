package io.holdfast.aws;

import static org.assertj.core.api.Assertions.assertThat;

import io.holdfast.model.Fault;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class RememberedTest {
    private final List<String> asked = new ArrayList<>();
    private Instant now = Instant.parse("2026-03-02T10:00:00Z");
    private Answer<Integer> answer = Answer.found(1);
    private Runnable whileAsked = () -> {};

    private final Remembered<String, Integer> remembered = new Remembered<>(
            new Loader<>(new Gathering(Duration.ofMinutes(5)), "ecs:Ask", Batches.of(1), keys -> {
                asked.addAll(keys);
                whileAsked.run();
                return Map.of(keys.get(0), answer);
            }),
            movable(),
            Duration.ofHours(1),
            2);

    @Test
    void whatWasFoundIsAskedOnceAnHour() {
        // Given
        remembered.load(List.of("a"));
        now = now.plus(Duration.ofMinutes(59));
        remembered.load(List.of("a"));
        assertThat(asked).hasSize(1);
        // When
        now = now.plus(Duration.ofMinutes(1));
        remembered.load(List.of("a"));
        // Then
        assertThat(asked).hasSize(2);
    }

    @Test
    void whatWeChangedIsAskedAnew() {
        // Given
        remembered.load(List.of("a"));
        // When
        remembered.forget("a");
        remembered.load(List.of("a"));
        // Then
        assertThat(asked).hasSize(2);
    }

    @Test
    void anAnswerOvertakenByAWriteOfOursIsNotKept() {
        // Given
        whileAsked = () -> remembered().forget("a");
        remembered.load(List.of("a"));
        whileAsked = () -> {};
        // When
        remembered.load(List.of("a"));
        // Then
        assertThat(asked).hasSize(2);
    }

    @Test
    void absenceAndTroubleAreNeverRemembered() {
        // Given
        answer = Answer.notFound();
        remembered.load(List.of("a"));
        answer = Answer.failed(new Fault(Fault.Kind.DENIED, "ecs:Ask", "AccessDenied", "no"));
        remembered.load(List.of("a"));
        // When
        answer = Answer.found(7);
        Map<String, Answer<Integer>> answers = remembered.load(List.of("a"));
        // Then
        assertThat(answers).containsEntry("a", Answer.found(7));
    }

    @Test
    void theLeastRecentlyUsedIsForgottenFirst() {
        // Given
        remembered.load(List.of("a"));
        remembered.load(List.of("b"));
        remembered.load(List.of("a"));
        remembered.load(List.of("c"));
        asked.clear();
        // When
        remembered.load(List.of("a", "c"));
        remembered.load(List.of("b"));
        // Then
        assertThat(asked).containsExactly("b");
    }

    private Remembered<String, Integer> remembered() {
        return remembered;
    }

    private Clock movable() {
        return new Clock() {
            @Override
            public ZoneId getZone() {
                return ZoneOffset.UTC;
            }

            @Override
            public Clock withZone(ZoneId zone) {
                return this;
            }

            @Override
            public Instant instant() {
                return now;
            }
        };
    }
}
