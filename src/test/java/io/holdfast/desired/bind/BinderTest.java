package io.holdfast.desired.bind;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.holdfast.desired.finding.Finding;
import io.holdfast.desired.yaml.Limits;
import io.holdfast.desired.yaml.Node;
import io.holdfast.desired.yaml.Node.Entry;
import io.holdfast.desired.yaml.Node.Scalar;
import io.holdfast.desired.yaml.Node.Style;
import io.holdfast.desired.yaml.YamlReader;
import io.holdfast.model.Location;
import jakarta.validation.constraints.Email;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

class BinderTest {
    enum Color {
        RED,
        BLUE
    }

    record Port(@Min(1) @Max(65535) int number, Optional<Color> color) {}

    record Thing(
            Optional<String> text,
            Optional<Integer> count,
            Optional<Long> large,
            Optional<Double> ratio,
            Optional<Boolean> on,
            Optional<Color> color,
            Optional<@Size(max = 2) List<Port>> ports,
            Optional<Map<@Pattern(regexp = "[A-Z_]+", message = "capital letters") String, String>> environment,
            Optional<@Pattern(regexp = "[a-z]+") String> word,
            Optional<@Min(0) @Max(1) Double> share) {}

    record Named(String name, int size) {}

    record Choosy(int least, int most) {
        Choosy {
            if (least > most) {
                throw new IllegalArgumentException("least is above most");
            }
        }
    }

    record Unwritable(Object anything) {}

    record Unchecked(@Email String address) {}

    static Stream<Arguments> accepted() {
        return Stream.of(
                Arguments.of("text: hello", Optional.of("hello")),
                Arguments.of("text: \"16.10\"", Optional.of("16.10")),
                Arguments.of("text: no", Optional.of("no")),
                Arguments.of("text: on", Optional.of("on")),
                Arguments.of("text: 12:30:00", Optional.of("12:30:00")),
                Arguments.of("text: 2026-11-23", Optional.of("2026-11-23")),
                Arguments.of("text: 15.x", Optional.of("15.x")),
                Arguments.of("text: ''", Optional.of("")),
                Arguments.of("text: 'null'", Optional.of("null")));
    }

    @ParameterizedTest
    @MethodSource("accepted")
    void textIsWhatIsWritten(String yaml, Optional<String> text) {
        // Given a field of text, when it is bound
        Bound<Thing> bound = bind(Thing.class, yaml);

        // Then
        assertThat(bound.findings()).isEmpty();
        assertThat(bound.value().orElseThrow().text()).isEqualTo(text);
    }

    static Stream<Arguments> refused() {
        return Stream.of(
                Arguments.of("text: 16.10", "a number where text is needed: quote it; found 16.10"),
                Arguments.of("text: 012345670123", "a number where text is needed: quote it; found 012345670123"),
                Arguments.of("text: 0x1F", "a number where text is needed: quote it; found 0x1F"),
                Arguments.of("text: .inf", "a number where text is needed: quote it; found .inf"),
                Arguments.of("text: true", "a truth value where text is needed: quote it; found true"),
                Arguments.of(
                        "text: ~", "a key without a value; found nothing; allowed: a value, or no such key at all"),
                Arguments.of("text: [a]", "text is needed; found a list; allowed: text"),
                Arguments.of("count: 010", "a whole number is needed; found 010"),
                Arguments.of("count: 1_000", "a whole number is needed; found 1_000"),
                Arguments.of("count: 0x1F", "a whole number is needed; found 0x1F"),
                Arguments.of("count: 3.0", "a whole number is needed; found 3.0"),
                Arguments.of("count: true", "a whole number is needed; found true"),
                Arguments.of("count: .nan", "a whole number is needed; found .nan"),
                Arguments.of("count: \"3\"", "a number is needed: take off the quotes; found \"3\""),
                Arguments.of("count: 99999999999", "the number is out of range; found 99999999999"),
                Arguments.of("large: 9223372036854775808", "the number is out of range"),
                Arguments.of("ratio: .inf", "a number is needed; found .inf"),
                Arguments.of("ratio: 1e3", "a number is needed; found 1e3"),
                Arguments.of("on: yes", "a truth value is needed; found yes; allowed: true, false"),
                Arguments.of("on: \"true\"", "a truth value is needed; found \"true\""),
                Arguments.of("color: RAD", "not one of the words that may stand here; found RAD; did you mean RED?"),
                Arguments.of("color: red", "did you mean RED? allowed: RED, BLUE"),
                Arguments.of("ports: 80", "a list is needed; found 80; allowed: a list, such as [a, b]"),
                Arguments.of("ports: [{number: 0}]", "ports[0].number: too small; found 0; allowed: 1 to 65535"),
                Arguments.of("ports: [{}]", "ports[0]: number is missing"),
                Arguments.of(
                        "ports: [{number: 1}, {number: 2}, {number: 3}]",
                        "too many members; found 3; allowed: up to 2 members"),
                Arguments.of("environment: [a]", "a map is needed; found a list"),
                Arguments.of(
                        "environment: {a: b}",
                        "environment.a: not a value that may stand here; allowed: capital letters"),
                Arguments.of("environment: {A: 1}", "thing.environment.A: a number where text is needed: quote it"),
                Arguments.of("word: Ä", "not a value that may stand here; found Ä; allowed: text like [a-z]+"),
                Arguments.of("share: 1.5", "too large; found 1.5; allowed: 0 to 1"),
                Arguments.of("txt: a", "a.yaml:1:1: SCHEMA_UNKNOWN thing.txt: unknown key; did you mean text?"));
    }

    @ParameterizedTest
    @MethodSource("refused")
    void whatIsNotExactlyItsTypeIsRefusedAndSaysWhatIsAllowed(String yaml, String text) {
        // Given a value that does not fit, when it is bound
        Bound<Thing> bound = bind(Thing.class, yaml);

        // Then
        assertThat(bound.value()).isEmpty();
        assertThat(bound.findings()).hasSize(1);
        assertThat(bound.findings().get(0).text()).contains(text);
    }

    @Test
    void allMistakesOfARecordAreTold() {
        // Given
        String yaml = """
                count: x
                color: green
                ports: [{number: 70000, color: 1}]
                extra: 1
                """;

        // When
        Bound<Thing> bound = bind(Thing.class, yaml);

        // Then
        assertThat(bound.findings())
                .extracting(Finding::path)
                .containsExactlyInAnyOrder(
                        "thing.count", "thing.color", "thing.ports[0].number", "thing.ports[0].color", "thing.extra");
    }

    @Test
    void whatMustBeWrittenIsMissedWhereItsRecordBegins() {
        // Given
        String yaml = "size: 1";

        // When
        Bound<Named> bound = bind(Named.class, yaml);

        // Then
        assertThat(bound.findings())
                .extracting(Finding::text)
                .containsExactly("a.yaml:9:9: SCHEMA_TYPE thing: name is missing");
    }

    @Test
    void aMisspeltKeyIsNotMissingAsWell() {
        // Given
        String yaml = "{nmae: a, size: 1}";

        // When
        Bound<Named> bound = bind(Named.class, yaml);

        // Then
        assertThat(bound.findings()).hasSize(1);
        assertThat(bound.findings().get(0).suggestion()).contains("name");
    }

    @Test
    void whatTheRecordItselfRefusesIsAFinding() {
        // Given
        String yaml = "{least: 2, most: 1}";

        // When
        Bound<Choosy> bound = bind(Choosy.class, yaml);

        // Then
        assertThat(bound.findings()).extracting(Finding::message).containsExactly("least is above most");
    }

    @Test
    void everyFieldKnowsWhereItWasWritten() {
        // Given
        String yaml = """
                environment:
                  NODE_ENV: test
                ports:
                  - number: 80
                """;

        // When
        Bound<Thing> bound = bind(Thing.class, yaml);

        // Then
        assertThat(bound.fields())
                .containsEntry("environment.NODE_ENV", new Location("a.yaml", 2, 3))
                .containsEntry("ports", new Location("a.yaml", 3, 1))
                .containsEntry("ports[0].number", new Location("a.yaml", 4, 5));
    }

    @Test
    void aTypeThatCannotBeWrittenIsOurMistakeNotTheAuthors() {
        // Given a record of something without a shape, when it is looked at, then
        assertThatThrownBy(() -> Binder.of(Unwritable.class)).isInstanceOf(IllegalStateException.class);
        assertThatThrownBy(() -> Binder.of(Unchecked.class)).hasMessageContaining("Email");
    }

    private static <T> Bound<T> bind(Class<T> type, String yaml) {
        Node root = new YamlReader(Limits.DEFAULT)
                .read("a.yaml", yaml.getBytes(UTF_8))
                .root()
                .orElseThrow();
        Scalar key = new Scalar(new Location("a.yaml", 9, 9), "thing", Style.PLAIN);
        return Binder.of(type).bind(new Entry(key, root), "thing", List.of());
    }
}
