package io.holdfast.desired.extend;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import io.holdfast.desired.yaml.Limits;
import io.holdfast.desired.yaml.Node;
import io.holdfast.desired.yaml.Node.Mapping;
import io.holdfast.desired.yaml.Node.Scalar;
import io.holdfast.desired.yaml.Node.Sequence;
import io.holdfast.desired.yaml.YamlReader;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class MergePatchTest {
    /** The examples of RFC 7396, appendix A, whose documents are objects; a null that takes nothing away stays. */
    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
                    {a: b}             | {a: c}                      | {a: c}
                    {a: b}             | {b: c}                      | {a: b, b: c}
                    {a: b}             | {a: null}                   | {}
                    {a: b, b: c}       | {a: null}                   | {b: c}
                    {a: [b]}           | {a: c}                      | {a: c}
                    {a: c}             | {a: [b]}                    | {a: [b]}
                    {a: {b: c}}        | {a: {b: d, c: null}}        | {a: {b: d, c: null}}
                    {a: [{b: c}]}      | {a: [1]}                    | {a: [1]}
                    {e: null}          | {a: 1}                      | {e: null, a: 1}
                    {}                 | {a: {bb: {ccc: null}}}      | {a: {bb: {ccc: null}}}
                    {a: {b: {c: d}}}   | {a: {b: {c: null}}}         | {a: {b: {}}}
                    """)
    void aPatchIsAppliedMapByMap(String base, String patch, String merged) {
        // Given two trees, when one is put on top of the other
        Mapping result = MergePatch.apply(tree("base.yaml", base), tree("patch.yaml", patch));

        // Then
        assertThat(text(result)).isEqualTo(merged);
    }

    @Test
    void everyValueKeepsTheFileItWasWrittenIn() {
        // Given
        Mapping base = tree("base.yaml", "a: {b: 1, c: 1}");
        Mapping patch = tree("patch.yaml", "a: {b: 2}");

        // When
        Mapping a = (Mapping) MergePatch.apply(base, patch).get("a").orElseThrow();

        // Then
        assertThat(a.entries().get("b").key().at()).hasToString("patch.yaml:1:5");
        assertThat(a.entries().get("c").key().at()).hasToString("base.yaml:1:11");
    }

    private static Mapping tree(String file, String yaml) {
        return new YamlReader(Limits.DEFAULT)
                .read(file, yaml.getBytes(UTF_8))
                .root()
                .orElseThrow();
    }

    private static String text(Node node) {
        if (node instanceof Mapping mapping) {
            return mapping.entries().values().stream()
                    .map(entry -> entry.key().text() + ": " + text(entry.value()))
                    .collect(Collectors.joining(", ", "{", "}"));
        }
        if (node instanceof Sequence sequence) {
            return sequence.items().stream().map(MergePatchTest::text).collect(Collectors.joining(", ", "[", "]"));
        }
        return ((Scalar) node).text();
    }
}
