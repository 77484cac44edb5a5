package io.holdfast.desired.write;

import static org.assertj.core.api.Assertions.assertThat;

import io.holdfast.desired.yaml.Limits;
import io.holdfast.desired.yaml.Node;
import io.holdfast.desired.yaml.Parsed;
import io.holdfast.desired.yaml.YamlReader;
import java.nio.charset.StandardCharsets;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class LayoutTest {
    /** Taken for something else by one reader of YAML or another, or not read at all. */
    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                " ",
                "15",
                "16.10",
                "012345670123",
                "1e3",
                "0x1F",
                "0o17",
                "0b1",
                "1_000",
                "-3",
                "+3",
                ".5",
                ".inf",
                "true",
                "False",
                "no",
                "On",
                "OFF",
                "y",
                "N",
                "null",
                "Null",
                "~",
                "<<",
                "=",
                "2026-03-01",
                "2026-03-01T00:00:00Z",
                "12:30:00",
                "03:00-04:00",
                "190:20:30",
                "a: b",
                "a:",
                "a #b",
                "#b",
                "- a",
                "-",
                "? a",
                "*a",
                "&a",
                "!a",
                "|",
                ">",
                "%a",
                "@a",
                "`a",
                "[a]",
                "{a}",
                "a, b",
                "'a'",
                " a",
                "a ",
                "arn:aws:secretsmanager:us-east-1:123456789012:secret:rupaya:db::",
                "ä",
                "---",
                "..."
            })
    void textThatCouldBeSomethingElseIsQuoted(String text) {
        assertThat(Quoting.line(text)).matches("(?s)\".*\"|'.*'");
        assertThat(read(text)).isEqualTo(text);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "a",
                "rupaya-prod",
                "db.r6g.large",
                "7.x",
                "123456789012.dkr.ecr.us-east-1.amazonaws.com/app:latest",
                "arn:aws:iam::123456789012:role/holdfast",
                "sun:04:30-sun:05:30",
                "/ecs/app",
                "two words",
                "FARGATE",
                "cron(0 22 ? * MON-FRI *)",
                "America/New_York",
                "X86_64",
                "nobody",
                "yes-man",
                "4g",
                "1 vCPU"
            })
    void ordinaryTextStandsAsItIs(String text) {
        assertThat(Quoting.line(text)).isEqualTo(text);
        assertThat(read(text)).isEqualTo(text);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '→',
            quoteCharacter = '`',
            value = {
                "`{\"a\": 1}` → `'{\"a\": 1}'`",
                "`C:\\temp` → `'C:\\temp'`",
                "`it's \"so\"` → `'it''s \"so\"'`",
                "`{{.Name}}` → `\"{\\x7B.Name}}\"`",
                "`{{{{` → `\"{\\x7B{\\x7B\"`",
                "`{% x %}` → `\"{\\x25 x %}\"`",
                "`it's` → `\"it's\"`"
            })
    void quotesAreThoseThatReadBetter(String text, String written) {
        assertThat(Quoting.line(text)).isEqualTo(written);
        assertThat(read(text)).isEqualTo(text);
    }

    @Test
    void whatNobodySeesIsWrittenAsItsNumber() {
        assertThat(Quoting.line("a\u00A0b\u2028c\td")).isEqualTo("\"a\\_b\\u2028c\\td\"");
        assertThat(read("a\u00A0b\u2028c\td")).isEqualTo("a\u00A0b\u2028c\td");
    }

    @Test
    void aTextOfSeveralLinesIsABlock() {
        // Given
        Map<String, Piece> entries = new LinkedHashMap<>();
        entries.put("one", new Piece.Text("first\nsecond"));
        entries.put("ends", new Piece.Text("first\n\n  second\n"));
        entries.put("more", new Piece.Items(List.of(new Piece.Text("first\nsecond\n\n"), new Piece.Text("x"))));
        entries.put("not", new Piece.Text(" first\nsecond"));

        // When
        String text = Layout.of(new Piece.Keys(entries, true));

        // Then
        assertThat(text).isEqualTo("""
                        one: |-
                          first
                          second
                        ends: |
                          first

                            second
                        more:
                          - |+
                            first
                            second

                          - x
                        not: " first\\nsecond"
                        """);
    }

    @Test
    void whatIsSmallStandsOnOneLineAndWhatIsNotDoesNot() {
        // Given
        Piece.Keys port = keys("containerPort", new Piece.Word("3000"), "protocol", new Piece.Text("tcp"));
        Piece.Text wide = new Piece.Text("x".repeat(60));
        Map<String, Piece> entries = new LinkedHashMap<>();
        entries.put("none", new Piece.Items(List.of()));
        entries.put("nothing", new Piece.Keys(Map.of(), true));
        entries.put("port", port);
        entries.put("one", new Piece.Items(List.of(port)));
        entries.put("two", new Piece.Items(List.of(port, port)));
        entries.put("k".repeat(120), new Piece.Keys(Map.of(), false));
        entries.put("wide", new Piece.Items(List.of(wide, wide)));
        entries.put("deep", keys("inner", port, "other", new Piece.Items(List.of(new Piece.Items(List.of(port))))));

        // When
        String text = Layout.of(new Piece.Keys(entries, true));

        // Then
        assertThat(text).isEqualTo("""
                        none: []
                        nothing: {}
                        port: {containerPort: 3000, protocol: tcp}
                        one: [{containerPort: 3000, protocol: tcp}]
                        two:
                          - {containerPort: 3000, protocol: tcp}
                          - {containerPort: 3000, protocol: tcp}
                        %s: {}
                        wide:
                          - %s
                          - %s
                        deep:
                          inner: {containerPort: 3000, protocol: tcp}
                          other:
                            - [{containerPort: 3000, protocol: tcp}]
                        """.formatted("k".repeat(120), wide.text(), wide.text()));
    }

    /** Whatever a text consists of, as a value, in a list and as a key, it is read as it was. */
    @Test
    void everyTextIsReadAsItWasWritten() {
        long seed = Long.getLong("seed", 1);
        Random random = new Random(seed);
        for (int run = 0; run < 2_000; run++) {
            // Given
            String text = new TrickyText(random).next();

            // When
            String read = read(text);

            // Then
            assertThat(read).as("seed %d, run %d", seed, run).isEqualTo(text);
        }
    }

    private static Piece.Keys keys(String first, Piece one, String second, Piece other) {
        Map<String, Piece> entries = new LinkedHashMap<>();
        entries.put(first, one);
        entries.put(second, other);
        return new Piece.Keys(entries, false);
    }

    /** A text, written in all places where one can stand, and read from there. */
    private static String read(String text) {
        Piece.Text piece = new Piece.Text(text);
        Map<String, Piece> entries = new LinkedHashMap<>();
        entries.put("value", piece);
        entries.put("list", new Piece.Items(List.of(piece, piece)));
        entries.put("deep", keys("in", new Piece.Items(List.of(keys("a", piece, "b", piece))), "after", piece));
        entries.put("keys", new Piece.Keys(Collections.singletonMap(text, new Piece.Word("1")), false));
        entries.put("last", piece);
        String yaml = Layout.of(new Piece.Keys(entries, true));
        Parsed parsed = new YamlReader(Limits.DEFAULT).read("test.yaml", yaml.getBytes(StandardCharsets.UTF_8));
        assertThat(parsed.findings()).as(yaml).isEmpty();
        Node.Mapping root = parsed.root().orElseThrow();
        String value = scalar(root.get("value").orElseThrow());
        Node.Sequence list = (Node.Sequence) root.get("list").orElseThrow();
        Node.Mapping deep = (Node.Mapping) root.get("deep").orElseThrow();
        Node.Mapping inner = (Node.Mapping)
                ((Node.Sequence) deep.get("in").orElseThrow()).items().get(0);
        assertThat(list.items()).extracting(LayoutTest::scalar).containsExactly(value, value);
        assertThat(scalar(inner.get("a").orElseThrow())).isEqualTo(value);
        assertThat(scalar(inner.get("b").orElseThrow())).isEqualTo(value);
        assertThat(((Node.Mapping) root.get("keys").orElseThrow()).entries()).containsOnlyKeys(value);
        assertThat(scalar(root.get("last").orElseThrow())).isEqualTo(value);
        return value;
    }

    private static String scalar(Node node) {
        return ((Node.Scalar) node).text();
    }
}
