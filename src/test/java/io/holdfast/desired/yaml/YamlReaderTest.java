package io.holdfast.desired.yaml;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import io.holdfast.desired.finding.Code;
import io.holdfast.desired.finding.Finding;
import io.holdfast.desired.yaml.Node.Mapping;
import io.holdfast.desired.yaml.Node.Scalar;
import io.holdfast.desired.yaml.Node.Sequence;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

class YamlReaderTest {
    private final YamlReader reader = new YamlReader(Limits.DEFAULT);

    @Test
    void everyValueKnowsItsLineAndKeepsItsSourceText() {
        // Given
        String text = """
                spec:
                  version: 16.10
                  names: [no, "010"]
                """;

        // When
        Parsed parsed = read(text);

        // Then
        assertThat(parsed.findings()).isEmpty();
        Mapping spec = (Mapping) parsed.root().orElseThrow().get("spec").orElseThrow();
        Scalar version = (Scalar) spec.get("version").orElseThrow();
        assertThat(version.text()).isEqualTo("16.10");
        assertThat(version.at()).hasToString("a.yaml:2:12");
        Sequence names = (Sequence) spec.get("names").orElseThrow();
        assertThat(names.items()).extracting(item -> ((Scalar) item).text()).containsExactly("no", "010");
        assertThat(spec.entries().get("names").key().at()).hasToString("a.yaml:3:3");
    }

    @Test
    void allMistakesOfAFileAreToldNotTheFirst() {
        // Given
        String text = """
                a: &x 1
                b: *x
                a: !!str 2
                """;

        // When
        Parsed parsed = read(text);

        // Then
        assertThat(parsed.findings())
                .extracting(Finding::code)
                .containsExactly(Code.YAML_FORBIDDEN, Code.YAML_FORBIDDEN, Code.YAML_FORBIDDEN, Code.YAML_DUPLICATE);
        assertThat(parsed.root()).isEmpty();
    }

    @Test
    void aByteOrderMarkIsAccepted() {
        // Given
        String text = "\uFEFFa: 1\n";

        // When
        Parsed parsed = read(text);

        // Then
        assertThat(parsed.findings()).isEmpty();
        assertThat(parsed.root().orElseThrow().entries()).containsOnlyKeys("a");
    }

    /** A password that begins with what YAML takes for a sign of its own, and one in the middle of a line. */
    @ParameterizedTest
    @ValueSource(
            strings = {
                "DB_PASSWORD: \"hunter2\" x",
                "DB_PASSWORD: *hunter2",
                "DB_PASSWORD: &hunter2",
                "DB_PASSWORD: !hunter2",
                "DB_PASSWORD: @hunter2",
                "DB_PASSWORD: hunter2: x",
                "a: {DB_PASSWORD: hunter2, b: c: d}",
                "a: {\"DB_PASSWORD\": hunter2, b: c: d}",
                "a: [--db-password=hunter2, @b]"
            })
    void aSecretInABrokenLineIsNotRepeated(String text) {
        // Given a line, when it is read
        Parsed parsed = read(text);

        // Then
        assertThat(parsed.findings()).hasSize(1);
        assertThat(parsed.findings().get(0).text()).doesNotContain("hunter2");
    }

    /** Each within the size limit, each meant to make a parser work: nesting, keys, indentation, quotes. */
    static Stream<String> laboriousFiles() {
        int size = 250_000;
        return Stream.of(
                "[".repeat(size),
                "{a: ".repeat(size / 4),
                "a: ".repeat(size / 3),
                "- ".repeat(size / 2),
                "? ".repeat(size / 2),
                "\"a\",".repeat(size / 4),
                "[" + "1,".repeat(size / 2) + "]",
                "a: \"" + "\\x41".repeat(size / 4) + "\"",
                "a: '" + "x".repeat(size),
                "k".repeat(size) + ": 1",
                "&a ".repeat(size / 3));
    }

    @ParameterizedTest
    @MethodSource("laboriousFiles")
    @Timeout(value = 60, threadMode = Timeout.ThreadMode.SEPARATE_THREAD)
    void everyFileWithinTheLimitsIsReadToItsEnd(String text) {
        // Given a file that takes milliseconds, and no end where its work grows faster than it

        // When
        Parsed parsed = read(text);

        // Then
        assertThat(parsed.findings().isEmpty()).isEqualTo(parsed.root().isPresent());
    }

    private Parsed read(String text) {
        return reader.read("a.yaml", text.getBytes(UTF_8));
    }
}
