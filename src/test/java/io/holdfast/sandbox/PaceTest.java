package io.holdfast.sandbox;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** How fast things happen. */
class PaceTest {

    @Test
    void aQuickPaceIsAFractionOfTheRealisticOne() {
        // Given
        var tenMinutes = Duration.ofMinutes(10);

        // When
        var realistic = Pace.realistic().of(tenMinutes);
        var quick = Pace.quick().of(tenMinutes);

        // Then
        assertThat(realistic).isEqualTo(tenMinutes);
        assertThat(quick).isEqualTo(Duration.ofSeconds(12));
    }

    @ParameterizedTest
    @ValueSource(doubles = {-0.1, Double.NaN, Double.POSITIVE_INFINITY})
    void aPaceThatMakesNoSenseIsRefused(double scale) {
        // Given the scale

        // When
        var making = assertThatThrownBy(() -> new Pace(scale));

        // Then
        making.isInstanceOf(IllegalArgumentException.class);
    }
}
