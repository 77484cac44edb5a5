package io.holdfast.sandbox.wire;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import java.util.Map;
import java.util.function.Function;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** The accessors turn what a protocol brought into what an operation asks for. */
class InputTest {

    @Test
    void textFromQueryAndTypedValuesFromJsonReadTheSame() {
        // Given
        var query = new Input(Map.of("n", "3", "d", "0.5", "b", "true"));
        var json = new Input(Map.of("n", 3, "d", 0.5, "b", true));

        // When
        var read = List.of(query, json).stream()
                .map(input -> List.of(input.integer("n"), input.decimal("d"), input.bool("b")))
                .toList();

        // Then
        assertThat(read.get(0)).isEqualTo(read.get(1));
        assertThat(query.integer("n")).contains(3);
    }

    @Test
    void aMapReadsFromAJsonObjectAndFromNumberedEntries() {
        // Given
        var json = new Input(Map.of("m", Map.of("k", "v")));
        var query = new Input(QueryTree.parse("m.entry.1.key=k&m.entry.1.value=v"));

        // When
        var maps = List.of(json.map("m"), query.map("m"));

        // Then
        assertThat(maps).containsOnly(Map.of("k", "v"));
    }

    @ParameterizedTest
    @MethodSource("misreadings")
    void aValueOfAnotherTypeIsTheCallersMistake(Function<Input, Object> accessor) {
        // Given
        var input = new Input(Map.of("structure", Map.of(), "text", "x", "half", 0.5, "list", List.of("x")));

        // When
        var reading = assertThatThrownBy(() -> accessor.apply(input));

        // Then
        reading.isInstanceOfSatisfying(
                AwsError.class, error -> assertThat(error.status()).isEqualTo(400));
    }

    static List<Function<Input, Object>> misreadings() {
        return List.of(
                input -> input.string("structure"),
                input -> input.integer("text"),
                input -> input.integer("half"),
                input -> input.bool("text"),
                input -> input.child("list"),
                input -> input.list("list"),
                input -> input.strings("text"),
                input -> input.required("absent"));
    }
}
