package io.holdfast.desired.finding;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class NearestTest {
    private static final List<String> NAMES = List.of("desiredCount", "name", "cluster", "cpu", "capacityProviders");

    @ParameterizedTest
    @CsvSource({
        "desiredCont,desiredCount",
        "desiredcount,desiredCount",
        "nmae,name",
        "clustre,cluster",
        "capacityProvider,capacityProviders",
        "cpus,cpu"
    })
    void aSlipOfTheFingerFindsItsWord(String written, String meant) {
        // Given a misspelt word, when the nearest is asked for, then
        assertThat(Nearest.to(written, NAMES)).contains(meant);
    }

    @ParameterizedTest
    @ValueSource(strings = {"memory", "x", "environment"})
    void noGuessIsBetterThanAWrongOne(String written) {
        // Given a word like no other, when the nearest is asked for, then
        assertThat(Nearest.to(written, NAMES)).isEmpty();
    }
}
