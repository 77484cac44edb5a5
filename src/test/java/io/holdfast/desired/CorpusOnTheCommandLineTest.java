package io.holdfast.desired;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.holdfast.app.Kinds;
import io.holdfast.cli.Cli;
import io.holdfast.cli.Surroundings;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.util.List;
import java.util.stream.Stream;
import javax.xml.parsers.DocumentBuilderFactory;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.w3c.dom.Document;
import picocli.CommandLine;

/** The corpus as its author meets it: on the command line, in every form in which findings are told. */
class CorpusOnTheCommandLineTest {
    private static final Path CORPUS = Path.of("src/test/resources/io/holdfast/desired");

    static Stream<Path> bad() throws IOException {
        return cases("bad");
    }

    static Stream<Path> good() throws IOException {
        return cases("good");
    }

    private static Stream<Path> cases(String sort) throws IOException {
        try (Stream<Path> folders = Files.list(CORPUS.resolve(sort))) {
            return folders.sorted().toList().stream();
        }
    }

    @ParameterizedTest
    @MethodSource("bad")
    void aBadFolderIsToldInEveryForm(Path folder) throws Exception {
        // Given
        Path environments = folder.resolve("environments");
        List<String> expected = Files.readString(folder.resolve("expected.txt"))
                .replace("environments/", environments + "/")
                .lines()
                .distinct()
                .toList();

        // When
        Answer text = validate(environments, "text");
        Answer sarif = validate(environments, "sarif");
        Answer junit = validate(environments, "junit");

        // Then
        assertThat(List.of(text.code(), sarif.code(), junit.code())).containsOnly(1);
        assertThat(text.out().lines()).containsExactlyInAnyOrderElementsOf(expected);
        assertThat(lines(sarif.out()))
                .isEqualTo(expected.stream().map(this::line).sorted().toList());
        assertThat(failures(junit.out())).isGreaterThanOrEqualTo(expected.size());
    }

    @ParameterizedTest
    @MethodSource("good")
    void aGoodFolderIsPraised(Path folder) throws IOException {
        // When
        Answer answer = validate(folder.resolve("environments"), "text");

        // Then
        assertThat(answer).isEqualTo(new Answer(0, ""));
    }

    private record Answer(int code, String out) {}

    private static Answer validate(Path environments, String format) {
        StringWriter out = new StringWriter();
        CommandLine line = Cli.of(
                        "1.0",
                        Kinds::all,
                        viewpoint -> {
                            throw new AssertionError("whoever validates looks at nothing live");
                        },
                        sandbox -> {},
                        new Surroundings(SecureRandom::new, name -> null, () -> false))
                .setOut(new PrintWriter(out))
                .setErr(new PrintWriter(new StringWriter()));
        int code = line.execute("validate", "--format", format, environments.toString());
        return new Answer(code, out.toString());
    }

    /** The line of a place that is told as file:line:column. */
    private int line(String expected) {
        return Integer.parseInt(expected.replaceAll("^[^:]*:(\\d+):\\d+: .*$", "$1"));
    }

    private static List<Integer> lines(String sarif) throws IOException {
        JsonNode results = new ObjectMapper().readTree(sarif).at("/runs/0/results");
        return Stream.iterate(0, it -> it < results.size(), it -> it + 1)
                .map(results::get)
                .map(it ->
                        it.at("/locations/0/physicalLocation/region/startLine").asInt())
                .sorted()
                .toList();
    }

    private static int failures(String junit) throws Exception {
        Document document = DocumentBuilderFactory.newInstance()
                .newDocumentBuilder()
                .parse(new ByteArrayInputStream(junit.getBytes(StandardCharsets.UTF_8)));
        return document.getElementsByTagName("failure").getLength();
    }
}
