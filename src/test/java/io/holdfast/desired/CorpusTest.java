package io.holdfast.desired;

import static org.assertj.core.api.Assertions.assertThat;

import io.holdfast.app.Kinds;
import io.holdfast.desired.extend.Extension;
import io.holdfast.desired.finding.Code;
import io.holdfast.desired.finding.Finding;
import io.holdfast.desired.folder.FolderReader;
import io.holdfast.desired.folder.Look;
import io.holdfast.desired.yaml.Limits;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * Folders of input: {@code bad/NAME/} holds an {@code environments} folder and, in {@code expected.txt}, every line
 * Holdfast says to it; {@code good/NAME/} holds one that loads.
 */
class CorpusTest {
    private static final int LEAST_BAD = 90;
    private static final Path CORPUS = Path.of("src/test/resources/io/holdfast/desired");

    @TempDir
    Path temporary;

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
    void aBadFolderSaysExactlyWhatIsWrongWithIt(Path folder) throws IOException {
        // Given
        Path environments = copy(folder);

        // When
        Load load = source(environments).load();

        // Then
        assertThat(text(load)).isEqualTo(Files.readString(folder.resolve("expected.txt")));
    }

    @ParameterizedTest
    @MethodSource("good")
    void aGoodFolderLoads(Path folder) throws IOException {
        // Given
        Path environments = copy(folder);

        // When
        Load load = source(environments).load();

        // Then
        assertThat(text(load)).isEmpty();
        assertThat(load.environments().values())
                .allSatisfy(it -> assertThat(it.inForce())
                        .hasValueSatisfying(
                                state -> assertThat(state.resources()).isNotEmpty()));
    }

    /** A file that no test reads proves nothing, and looks as if it did. */
    @ParameterizedTest
    @MethodSource({"bad", "good"})
    void everyFileOfTheCorpusIsRead(Path folder) throws IOException {
        // Given
        Path environments = copy(folder);

        boolean isBad = folder.getParent().endsWith("bad");
        String expected = isBad ? Files.readString(folder.resolve("expected.txt")) : "";

        // When
        Set<String> read = filesRead(environments);

        // Then
        assertThat(filesIn(environments))
                .allSatisfy(file -> assertThat(read.contains(file) || expected.contains("environments/" + file + ":"))
                        .as("%s is read or refused", file)
                        .isTrue());
        assertThat(filesIn(folder))
                .filteredOn(it -> !it.startsWith("environments/"))
                .isEqualTo(isBad ? List.of("expected.txt") : List.of());
    }

    /** All but what is wrong with the folder itself or its history, which no file can show. */
    @Test
    void everySortOfMistakeIsInTheCorpus() throws IOException {
        // Given
        Set<Code> inFiles = EnumSet.complementOf(EnumSet.of(
                Code.SOURCE_UNAVAILABLE, Code.GIT_UNAVAILABLE, Code.GIT_CORRUPT, Code.GIT_HISTORY, Code.SIGNATURE));
        Set<Code> seen = EnumSet.noneOf(Code.class);

        // When
        for (Path folder : bad().toList()) {
            String expected = Files.readString(folder.resolve("expected.txt"));
            EnumSet.allOf(Code.class).stream()
                    .filter(code -> expected.contains(": " + code))
                    .forEach(seen::add);
        }

        // Then
        assertThat(seen).isEqualTo(inFiles);
        assertThat(bad()).hasSizeGreaterThanOrEqualTo(LEAST_BAD);
    }

    private static DesiredSource source(Path environments) {
        return new DesiredSource(environments, Kinds.all(), LastGood.inMemory());
    }

    private static String text(Load load) {
        return Stream.concat(
                        load.trouble().stream(),
                        load.environments().values().stream()
                                .map(EnvironmentLoad::findings)
                                .flatMap(List::stream))
                .map(Finding::text)
                .map(line -> line + "\n")
                .collect(Collectors.joining());
    }

    private static Set<String> filesRead(Path environments) {
        Set<String> read = new TreeSet<>();
        if (new FolderReader(environments, Limits.DEFAULT.bytes()).look() instanceof Look.Seen seen) {
            Environments.in(seen.snapshot()).values().forEach(draft -> {
                Extension extension = new Extension(draft.files(), finding -> {});
                extension.tree(draft.parts());
                extension.used().forEach(file -> read.add(file.substring("environments/".length())));
            });
        }
        return read;
    }

    private static Set<String> filesIn(Path folder) throws IOException {
        try (Stream<Path> files = Files.walk(folder)) {
            return files.filter(Files::isRegularFile)
                    .map(file -> folder.relativize(file).toString())
                    .collect(Collectors.toCollection(TreeSet::new));
        }
    }

    /** Away from this repository, whose commit would be taken for theirs. */
    private Path copy(Path folder) throws IOException {
        Path environments = temporary.resolve("environments");
        for (String file : filesIn(folder.resolve("environments"))) {
            Path target = environments.resolve(file);
            Files.createDirectories(target.getParent());
            Files.copy(folder.resolve("environments").resolve(file), target);
        }
        return environments;
    }
}
