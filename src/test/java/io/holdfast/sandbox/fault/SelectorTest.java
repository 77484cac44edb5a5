package io.holdfast.sandbox.fault;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.LongStream;
import org.junit.jupiter.api.Test;

/** Which of the matching calls suffer. */
class SelectorTest {

    @Test
    void eachSelectorTakesItsOwnCalls() {
        // Given
        var selectors = Map.of(
                "nth",
                Selector.nth(3),
                "every",
                Selector.every(2),
                "first",
                Selector.first(2),
                "always",
                Selector.always());

        // When
        var taken = selectors.entrySet().stream()
                .collect(Collectors.toMap(
                        Map.Entry::getKey,
                        entry -> LongStream.rangeClosed(1, 5)
                                .filter(entry.getValue()::takes)
                                .boxed()
                                .toList()));

        // Then
        assertThat(taken)
                .isEqualTo(Map.of(
                        "nth", List.of(3L),
                        "every", List.of(2L, 4L),
                        "first", List.of(1L, 2L),
                        "always", List.of(1L, 2L, 3L, 4L, 5L)));
    }
}
