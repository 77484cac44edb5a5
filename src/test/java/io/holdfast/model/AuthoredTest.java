package io.holdfast.model;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import org.junit.jupiter.api.Test;

class AuthoredTest {
    private static final Instant NOON = Instant.parse("2026-03-01T12:00:00Z");

    @Test
    void whatIsLongIsCutSoThatCuttingAgainChangesNothing() {
        // Given a name whose cut would fall between the halves of one character
        Authored once =
                new Authored("n".repeat(98) + "\uD83D\uDD25".repeat(50), "e".repeat(1000), NOON, "s".repeat(1000));

        // When
        Authored twice = new Authored(once.name(), once.email(), once.at(), once.subject());

        // Then
        assertThat(once.name()).isEqualTo("n".repeat(98) + "…");
        assertThat(once.email()).hasSize(254).endsWith("e…");
        assertThat(once.subject()).hasSize(200).endsWith("s…");
        assertThat(twice).isEqualTo(once);
    }

    @Test
    void aSubjectIsOneLineAndHoldsNothingADatabaseRefuses() {
        assertThat(new Authored("a\0b", "", NOON, "first\r\nsecond").subject()).isEqualTo("first");
        assertThat(new Authored("a\0b", "", NOON, "").name()).isEqualTo("a\uFFFDb");
        assertThat(new Authored("", "", NOON, "").subject()).isEmpty();
    }
}
