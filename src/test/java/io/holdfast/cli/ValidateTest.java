package io.holdfast.cli;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import io.holdfast.kind.ecscluster.EcsClusterKind;
import java.io.BufferedWriter;
import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.CleanupMode;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.api.io.TempDirFactory;
import picocli.CommandLine;

class ValidateTest {
    private static final String GOOD = """
            apiVersion: holdfast.io/v1
            kind: Environment
            metadata: {name: test}
            spec:
              aws: {account: "123456789012", region: us-east-1}
              clusters: {main: {name: main}}
            """;
    private static final String BAD = GOOD.replace("{name: main}", "{nam: main}");

    /** Below the current folder, as a repository's environments are. */
    static final class Here implements TempDirFactory {
        @Override
        public Path createTempDirectory(
                org.junit.jupiter.api.extension.AnnotatedElementContext element,
                org.junit.jupiter.api.extension.ExtensionContext context)
                throws IOException {
            return Files.createTempDirectory(Path.of("target"), "validate");
        }
    }

    @TempDir(factory = Here.class, cleanup = CleanupMode.ALWAYS)
    private Path root;

    private Path folder;
    private final StringWriter out = new StringWriter();
    private final StringWriter err = new StringWriter();
    private boolean terminal;

    @BeforeEach
    void makeFolder() throws IOException {
        folder = Files.createDirectories(root.resolve("environments"));
    }

    private int run(Path path, String... options) {
        CommandLine line = new CommandLine(
                        new ValidateCommand("1.0", () -> List.of(new EcsClusterKind()), () -> terminal))
                .setOut(new PrintWriter(new BufferedWriter(out)))
                .setErr(new PrintWriter(err, true))
                .setExecutionExceptionHandler((failed, command, parsed) -> {
                    command.getErr().println(failed.getMessage());
                    return Exit.ERROR.code();
                });
        String[] args = java.util.Arrays.copyOf(options, options.length + 1);
        args[options.length] = path.toString();
        int code = line.execute(args);
        line.getOut().flush();
        return code;
    }

    private Path write(String file, String text) throws IOException {
        Path path = folder.resolve(file);
        Files.createDirectories(path.getParent());
        return Files.write(path, text.getBytes(UTF_8));
    }

    @Test
    void placesAreNamedAsTheFolderWasTyped() throws IOException {
        // Given
        write("test.yaml", BAD);

        // When
        int code = run(folder.resolve("..").resolve("environments").resolve("."));

        // Then
        assertThat(code).isEqualTo(1);
        assertThat(folder.isAbsolute()).isFalse();
        assertThat(out.toString())
                .contains(folder + "/test.yaml:6:21: SCHEMA_UNKNOWN")
                .contains("did you mean name?");
    }

    @Test
    void whoeverNamesTheRepositoryIsToldOfTheFolderInIt() throws IOException {
        // Given
        write("test.yaml", GOOD);

        // When
        int code = run(root);

        // Then
        assertThat(code).isEqualTo(1);
        assertThat(err.toString()).endsWith("there is a folder " + folder + "; is that the one that is meant?\n");
        assertThat(run(folder)).isZero();
        assertThat(err.toString().split("is that the one", -1)).hasSize(2);
    }

    @Test
    void aSharedFileThatNobodyExtendsYetIsReadToo() throws IOException {
        // Given
        write("test.yaml", GOOD);
        Path shared = write("_next.yaml", "spec: [\n");

        // When
        int code = run(folder);

        // Then
        assertThat(code).isEqualTo(1);
        assertThat(out.toString()).startsWith(shared + ":2:1: YAML_SYNTAX");
        assertThat(err.toString()).contains("no environment extends it, and nothing follows from it");
        assertThat(run(folder.resolve("test.yaml"))).isZero();
    }

    @Test
    void whatAnEnvironmentTellsOfASharedFileIsNotToldAgain() throws IOException {
        // Given
        write("test.yaml", "extends: _next.yaml\n" + GOOD);
        write("_next.yaml", "spec: [\n");

        // When
        run(folder);

        // Then
        assertThat(out.toString().lines()).hasSize(1);
    }

    @Test
    void anAnswerThatCannotBeWrittenSaysWhy() throws IOException {
        // Given
        write("test.yaml", GOOD);
        Path nowhere = root.resolve("nowhere/answer.json");

        // When
        int code = run(folder, "--format", "json", "--output", nowhere.toString());

        // Then
        assertThat(code).isEqualTo(1);
        assertThat(err.toString()).contains("cannot write " + nowhere + ": its folder is not there");
    }

    @Test
    void aPathFromTheRootIsShortenedBelowTheCurrentFolder() throws IOException {
        // Given
        write("test.yaml", BAD);

        // When
        run(folder.toAbsolutePath());

        // Then
        assertThat(out.toString()).startsWith(folder + "/test.yaml:6:21: ");
    }

    @Test
    void aCommitThatIsBeingMadeKeepsNobodyFromReading(@TempDir Path elsewhere) throws IOException {
        // Given a repository whose index git has locked, as it has while its hooks run
        Files.createDirectories(elsewhere.resolve(".git/objects"));
        Files.createDirectories(elsewhere.resolve(".git/refs"));
        Files.writeString(elsewhere.resolve(".git/HEAD"), "ref: refs/heads/main\n");
        Files.createFile(elsewhere.resolve(".git/index.lock"));
        folder = Files.createDirectories(elsewhere.resolve("environments"));
        write("test.yaml", GOOD);

        // When
        int code = run(folder);

        // Then
        assertThat(code).isZero();
        assertThat(err).hasToString("test: 1 resource, mode observe\n");
    }

    @Test
    void aFileOfAFolderThatIsOneEnvironmentMeansThatEnvironment() throws IOException {
        // Given
        write("other.yaml", "nonsense");
        write("test/head.yaml", GOOD.replace("  clusters: {main: {name: main}}\n", ""));
        Path part = write("test/clusters.yaml", "spec: {clusters: {main: {nam: main}}}\n");

        // When
        int byFile = run(part);
        String ofFile = out.toString();
        int byFolder = run(folder.resolve("test"));

        // Then
        assertThat(byFile).isEqualTo(1);
        assertThat(byFolder).isEqualTo(1);
        assertThat(ofFile).startsWith(part + ":1:26: SCHEMA_UNKNOWN").doesNotContain("other.yaml");
        assertThat(out).hasToString(ofFile + ofFile);
    }

    @Test
    void aFolderNamedLikeSomethingInItsFilesStaysAFolder() throws IOException {
        // Given
        write("test.yaml", GOOD.replace("{name: main}", "{name: environments}"));

        // When
        int code = run(folder);

        // Then
        assertThat(code).isZero();
        assertThat(err.toString()).startsWith("test: ");
    }

    @Test
    void whatHoldsNoEnvironmentIsNotPassedOverInSilence() throws IOException {
        // Given
        write("test.yaml", GOOD);
        Path notes = write("notes.txt", "nothing");
        Path hidden = write(".hidden.yaml", BAD);

        // When, then
        assertThat(run(notes)).isEqualTo(1);
        assertThat(out.toString()).contains(notes + ":1:1: SOURCE_UNAVAILABLE: not a YAML file");
        assertThat(run(folder.resolve("gone.yaml"))).isEqualTo(1);
        assertThat(out.toString()).contains("gone.yaml:1:1: SOURCE_UNAVAILABLE: no such file or folder");
        assertThat(run(hidden)).isEqualTo(1);
        assertThat(out.toString()).contains(hidden + ":1:1: SOURCE_UNAVAILABLE: no environment is in it");
    }

    @Test
    void anEmptyFolderIsNotValid() {
        // When
        int code = run(folder);

        // Then
        assertThat(code).isEqualTo(1);
        assertThat(out.toString()).startsWith(folder + "/:1:1: SOURCE_UNAVAILABLE: no environment in the folder");
        assertThat(err.toString()).contains("meanwhile every environment stays on its last good commit");
    }

    @Test
    void colourIsForTerminalsAndForWhoAsks() throws IOException {
        // Given
        write("test.yaml", BAD);

        // When, then
        run(folder);
        assertThat(out.toString() + err).doesNotContain("\u001B");
        run(folder, "--colour", "always");
        assertThat(out.toString()).contains("\u001B[31mSCHEMA_UNKNOWN");
    }

    @Test
    void onATerminalItIsOnUnlessAskedNotToBe() throws IOException {
        // Given
        write("test.yaml", BAD);
        terminal = true;

        // When, then
        run(folder, "--color", "never");
        assertThat(out.toString() + err).doesNotContain("\u001B");
        run(folder);
        assertThat(out.toString()).contains("\u001B[31mSCHEMA_UNKNOWN");
    }

    @Test
    void theAnswerMayGoIntoAFile() throws IOException {
        // Given
        write("test.yaml", BAD);
        terminal = true;
        Path answer = root.resolve("answer.txt");

        // When
        int code = run(folder, "--output", answer.toString());

        // Then
        assertThat(code).isEqualTo(1);
        assertThat(out.toString()).isEmpty();
        assertThat(err.toString()).contains("test").contains("1 finding");
        assertThat(answer).content().contains("SCHEMA_UNKNOWN").doesNotContain("\u001B");
    }

    @Test
    void aFileThatCannotBeWrittenIsAnError() throws IOException {
        // Given
        write("test.yaml", GOOD);

        // When
        int code = run(folder, "--output", root.resolve("no/such/folder").toString());

        // Then
        assertThat(code).isEqualTo(1);
        assertThat(err.toString()).contains("cannot write " + root);
    }

    @Test
    void everyFormatTellsTheSame() throws IOException {
        // Given
        write("test.yaml", BAD);

        // When, then
        for (Judged format : Judged.values()) {
            out.getBuffer().setLength(0);
            assertThat(run(folder, "--format", format.name())).isEqualTo(1);
            assertThat(out.toString())
                    .as(format.name())
                    .contains("SCHEMA_UNKNOWN")
                    .contains(folder + "/test.yaml")
                    .contains("spec.clusters.main.nam");
        }
    }

    @Test
    void aCommentCarriesTheMarkerByWhichItIsFoundAgain() throws IOException {
        // Given
        write("test.yaml", GOOD);

        // When
        run(folder, "--format", "markdown");

        // Then
        assertThat(out.toString()).startsWith("<!-- holdfast:validate -->\n# The environment is valid\n");
    }

    @Test
    void columnsCountWhatPeopleSee() throws IOException {
        // Given two characters outside of the plane that one char holds
        write("test.yaml", GOOD.replace("{name: main}", "{tags: {k: \"😀😀\"}, nam: main}"));

        // When
        run(folder);

        // Then
        assertThat(out.toString()).contains("test.yaml:6:38: SCHEMA_UNKNOWN");
    }
}
