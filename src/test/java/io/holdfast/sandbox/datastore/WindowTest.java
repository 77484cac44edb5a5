package io.holdfast.sandbox.datastore;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class WindowTest {

    @ParameterizedTest
    @CsvSource({
        "Sun:05:00-Sun:05:30, sun:05:00-sun:05:30",
        "SUN:23:45-mon:00:15, sun:23:45-mon:00:15",
        "wed:00:00-wed:01:00, wed:00:00-wed:01:00"
    })
    void aWeeklyWindowIsWrittenInLowerCase(String text, String written) {
        // Given
        var window = WeeklyWindow.parse(text).orElseThrow();

        // When
        var answer = window.text();

        // Then
        assertThat(answer).isEqualTo(written);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "sun",
                "sun:05:00",
                "sun:25:00-sun:26:00",
                "xyz:05:00-sun:05:30",
                "05:00-05:30",
                "sun:5:0-sun:6:0"
            })
    void whatIsNoWeeklyWindowIsNotRead(String text) {
        // Given
        // When
        var window = WeeklyWindow.parse(text);

        // Then
        assertThat(window).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "05:00", "25:00-26:00", "05:00-05:30-06:00", "sun:05:00-sun:05:30"})
    void whatIsNoDailyWindowIsNotRead(String text) {
        // Given
        // When
        var window = DailyWindow.parse(text);

        // Then
        assertThat(window).isEmpty();
    }

    // 2026-01-15 is a Thursday
    @ParameterizedTest
    @CsvSource({
        "sun:05:00-sun:05:30, 2026-01-15T10:00:00Z, 2026-01-18T05:00:00Z",
        "thu:10:00-thu:10:30, 2026-01-15T10:00:00Z, 2026-01-22T10:00:00Z",
        "thu:10:01-thu:10:31, 2026-01-15T10:00:00Z, 2026-01-15T10:01:00Z",
        "mon:00:00-mon:00:30, 2026-01-18T23:59:59Z, 2026-01-19T00:00:00Z",
        "sun:23:45-mon:00:15, 2026-01-19T00:00:00Z, 2026-01-25T23:45:00Z"
    })
    void theNextOpeningIsStrictlyLater(String text, Instant now, Instant opening) {
        // Given
        var window = WeeklyWindow.parse(text).orElseThrow();

        // When
        var next = window.nextOpening(now);

        // Then
        assertThat(next).isEqualTo(opening);
    }

    @ParameterizedTest
    @CsvSource({
        "2026-01-18T04:59:59Z, false",
        "2026-01-18T05:00:00Z, true",
        "2026-01-18T05:29:59Z, true",
        "2026-01-18T05:30:00Z, false"
    })
    void theOpeningMinuteBelongsToTheWindowAndTheClosingOneDoesNot(Instant now, boolean open) {
        // Given
        var window = WeeklyWindow.parse("sun:05:00-sun:05:30").orElseThrow();

        // When
        var isOpen = window.isOpen(now);

        // Then
        assertThat(isOpen).isEqualTo(open);
    }

    @Test
    void aWindowAcrossTheEndOfTheWeekIsOpenOnBothSides() {
        // Given
        var window = WeeklyWindow.parse("sun:23:45-mon:00:15").orElseThrow();

        // When
        var monday = window.isOpen(Instant.parse("2026-01-19T00:10:00Z"));

        // Then
        assertThat(monday).isTrue();
    }

    @ParameterizedTest
    @CsvSource({
        "04:30-05:00, false",
        "04:30-05:01, true",
        "05:29-06:00, true",
        "05:30-06:00, false",
        "23:30-06:00, true",
        "06:00-05:00, false"
    })
    void dailyBackupsMayTouchTheWeeklyWindowButNotOverlapIt(String daily, boolean overlaps) {
        // Given
        var weekly = WeeklyWindow.parse("sun:05:00-sun:05:30").orElseThrow();

        // When
        var overlap = weekly.overlaps(DailyWindow.parse(daily).orElseThrow());

        // Then
        assertThat(overlap).isEqualTo(overlaps);
    }
}
