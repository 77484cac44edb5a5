package io.holdfast.cli;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import io.holdfast.desired.DesiredSource;
import io.holdfast.desired.LastGood;
import io.holdfast.desired.Load;
import io.holdfast.export.Exported;
import io.holdfast.model.AwsTarget;
import io.holdfast.model.DesiredState;
import io.holdfast.model.Kind;
import io.holdfast.model.Plan;
import io.holdfast.model.Scope;
import io.holdfast.model.Widgets;
import io.holdfast.report.Plans;
import io.holdfast.report.doctor.Examination;
import io.holdfast.report.document.DoctorDocument;
import io.holdfast.report.document.DoctorDocument.Finding;
import java.io.BufferedWriter;
import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CountDownLatch;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import picocli.CommandLine;

class CliTest {
    private static final List<Kind<?>> KINDS = List.of(new io.holdfast.kind.ecscluster.EcsClusterKind());
    private static final String GOOD = """
            apiVersion: holdfast.io/v1
            kind: Environment
            metadata: {name: test}
            spec:
              aws: {account: "123456789012", region: us-east-1}
              clusters: {main: {name: main}}
            """;

    @TempDir
    private Path folder;

    private final Map<String, String> variables = new HashMap<>();
    private final StringWriter out = new StringWriter();
    private final StringWriter err = new StringWriter();
    private Runnable looking = () -> {};

    private int run(String... args) {
        CommandLine line =
                Cli.of("1.0", () -> KINDS, this::lookout, sandbox -> out.append("serving " + sandbox), surroundings());
        line.setOut(new PrintWriter(new BufferedWriter(out))).setErr(new PrintWriter(err, true));
        return line.execute(args);
    }

    private Surroundings surroundings() {
        return new Surroundings(SecureRandom::new, variables::get, () -> false);
    }

    private void write(String file, String text) throws IOException {
        Files.write(folder.resolve(file), text.getBytes(UTF_8));
    }

    /** Sees nothing of what is declared. */
    private Lookout lookout(Viewpoint viewpoint) {
        return new Lookout() {
            @Override
            public Load load() {
                return new DesiredSource(viewpoint.folder(), KINDS, LastGood.inMemory()).load();
            }

            @Override
            public Plan plan(DesiredState desired) {
                looking.run();
                return Plans.of(Widgets.desired(), Widgets.live());
            }

            @Override
            public Exported export(String environment, AwsTarget aws, Scope scope) {
                throw new IllegalStateException("nobody here asks for an export");
            }

            @Override
            public DoctorDocument examine() {
                looking.run();
                return Examination.of(List.of(
                        new Finding("OK", "source", "found in " + viewpoint.folder(), ""),
                        new Finding("OK", "network", "asked at " + viewpoint.endpoint(), "")));
            }

            @Override
            public Optional<String> blindness() {
                return Optional.of("nobody can say who moved");
            }

            @Override
            public void close() {}
        };
    }

    private static void waitFor(CountDownLatch event) {
        try {
            event.await();
        } catch (InterruptedException left) {
            Thread.currentThread().interrupt();
        }
    }

    @Test
    void aDoctorWithoutAServerLooksWhereItIsTold() {
        // When
        int code = run("doctor", "--local", "--dir", "estate", "--endpoint", "http://127.0.0.1:4566");

        // Then
        assertThat(code).isZero();
        assertThat(out.toString()).contains("found in estate", "http://127.0.0.1:4566");
    }

    @Test
    void aDoctorWithoutAServerWaitsNoLongerThanItIsTold() throws Exception {
        // Given
        CountDownLatch never = new CountDownLatch(1);
        looking = () -> waitFor(never);

        // When
        int code = run("doctor", "--local", "--timeout", "1s");

        // Then
        assertThat(code).isEqualTo(Exit.TIMED_OUT.code());
        assertThat(err.toString()).contains("no answer within 1 s");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "--local --server http://localhost:1 | --server goes without --local",
                "--local --token-file t | --token-file goes without --local",
                "--dir estate | --dir goes with --local",
                "--endpoint http://127.0.0.1:1 | --endpoint goes with --local"
            })
    void aDoctorIgnoresNothingThatItIsTold(String line) {
        // Given
        String[] asked = line.split(" \\| ", 2);

        // When
        int code = run(("doctor " + asked[0]).split(" ", -1));

        // Then
        assertThat(code).isEqualTo(64);
        assertThat(err.toString()).contains(asked[1]);
    }

    @Test
    void whatLoadsIsValid() throws IOException {
        // Given
        write("test.yaml", GOOD);

        // When
        int code = run("validate", folder.toString());

        // Then
        assertThat(code).isZero();
        assertThat(out.toString()).isEmpty();
        assertThat(err.toString()).contains("test: 1 resource");
    }

    @Test
    void allThatIsWrongIsToldByFileAndLine() throws IOException {
        // Given
        write("test.yaml", GOOD.replace("main: {name: main}", "main: {nam: main}"));

        // When
        int code = run("validate", folder.toString());

        // Then
        assertThat(code).isEqualTo(1);
        assertThat(out.toString()).contains("test.yaml:6:").contains("did you mean name?");
    }

    @Test
    void aFileIsToldOfWithoutItsNeighbours() throws IOException {
        // Given
        write("test.yaml", GOOD);
        write("other.yaml", "nonsense");

        // When
        int good = run("validate", folder.resolve("test.yaml").toString());
        int bad = run("validate", folder.resolve("other.yaml").toString());

        // Then
        assertThat(good).isZero();
        assertThat(bad).isEqualTo(1);
    }

    @Test
    void aMissingFolderIsNotValid() {
        assertThat(run("validate", folder.resolve("nowhere").toString())).isEqualTo(1);
        assertThat(out.toString()).contains("SOURCE_UNAVAILABLE");
    }

    @Test
    void anEnvironmentThatDoesNotLoadCannotBeLookedAt() throws IOException {
        // Given
        write("test.yaml", GOOD.replace("us-east-1", "nowhere"));

        // When
        int code = run("drift", "--dir", folder.toString());

        // Then
        assertThat(code).isEqualTo(1);
        assertThat(err.toString()).contains("test.yaml:5:");
    }

    @Test
    void anUnknownEnvironmentIsAMisunderstanding() throws IOException {
        // Given
        write("test.yaml", GOOD);

        // When
        int code = run("plan", "--dir", folder.toString(), "--environment", "prod");

        // Then
        assertThat(code).isEqualTo(64);
        assertThat(err.toString()).contains("there is [test]");
    }

    @Test
    void aLookIsPrintedAndItsBlindnessTold() throws IOException {
        // Given
        write("test.yaml", GOOD);

        // When
        int code = run("drift", "--dir", folder.toString(), "--format", "json");

        // Then
        assertThat(code).isZero();
        assertThat(out.toString()).contains("\"schema\" : \"holdfast.drift/v1\"");
        assertThat(err.toString()).contains("nobody can say who moved");
    }

    @Test
    void aWordNobodyKnowsIsAMisunderstanding() {
        assertThat(run("destroy")).isEqualTo(64);
        assertThat(run("drift", "--format", "xml")).isEqualTo(64);
        assertThat(run("status", "--nonsense")).isEqualTo(64);
    }

    @Test
    void aServerThatIsAwayIsAnError() {
        // Given: port 1 is reserved (tcpmux), and nobody listens there

        // When
        int code = run("status", "--server", "http://127.0.0.1:1");

        // Then
        assertThat(code).isEqualTo(1);
        assertThat(err)
                .hasToString("error: no Holdfast answers at http://127.0.0.1:1/api/v1/status: nobody listens there;"
                        + " --server names another place" + System.lineSeparator());
    }

    @Test
    void serveTellsWhetherOnTheSandbox() {
        run("serve", "--sandbox");

        assertThat(out).hasToString("serving true");
    }

    @Test
    void aKnownCommandIsMadeWithoutTheOthers() {
        assertThat(known("validate", "environments").getSubcommands()).containsOnlyKeys("validate");
        assertThat(known("token", "new").getSubcommands()).containsOnlyKeys("token");
    }

    @Test
    void whoDoesNotKnowTheCommandIsShownAll() {
        // Given
        CommandLine all = Cli.of("1.0", () -> KINDS, this::lookout, sandbox -> {}, surroundings());

        // When, then
        assertThat(known("help").getSubcommands()).hasSameSizeAs(all.getSubcommands());
        assertThat(known("destroy").getSubcommands()).hasSameSizeAs(all.getSubcommands());
        assertThat(known("--help").getSubcommands()).hasSameSizeAs(all.getSubcommands());
        assertThat(known().getSubcommands()).hasSameSizeAs(all.getSubcommands());
    }

    @Test
    void everyCommandExplainsItself() {
        // Given
        List<String> commands = known().getSubcommands().keySet().stream()
                .filter(it -> !it.equals("help"))
                .toList();

        // When
        int asked = run("--help");

        // Then
        assertThat(asked).isZero();
        assertThat(out.toString()).startsWith("Usage: holdfast").contains("Exit codes:");
        assertThat(commands).hasSizeGreaterThan(10).allSatisfy(it -> {
            out.getBuffer().setLength(0);
            assertThat(run(it, "--help")).isZero();
            assertThat(out.toString()).startsWith("Usage: holdfast " + it);
        });
        assertThat(run("token", "new", "-h")).isZero();
        assertThat(err.toString()).isEmpty();
    }

    @Test
    void aLookThatTakesTooLongIsLeftAndSaysSo() throws IOException {
        // Given
        write("test.yaml", GOOD);
        CountDownLatch never = new CountDownLatch(1);
        looking = () -> waitFor(never);

        // When
        int code = run("plan", "--dir", folder.toString(), "--timeout", "1s");
        int folded = run("plan", "--dir", folder.toString(), "--timeout", "1s", "--detailed-exitcode");

        // Then
        assertThat(code).isEqualTo(5);
        assertThat(folded).isEqualTo(1);
        assertThat(out.toString()).isEmpty();
        assertThat(err.toString()).contains("no answer within 1 s");
    }

    @Test
    void aServerThatDoesNotAnswerIsNotWaitedForForEver() throws IOException {
        // Given a port where somebody listens and says nothing
        try (ServerSocket mute = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            // When
            int code = run("status", "--server", "http://127.0.0.1:" + mute.getLocalPort(), "--timeout", "1s");

            // Then
            assertThat(code).isEqualTo(5);
            assertThat(err.toString()).contains("did not answer in time");
        }
    }

    @Test
    void aTimeIsWrittenWithItsUnit() {
        assertThat(run("plan", "--timeout", "10")).isEqualTo(64);
        assertThat(err.toString()).contains("'10' is no length of time; allowed: such as 90s, 5m, 1h");
        assertThat(new Patience.Reader().convert("90s")).hasToString("90 s");
        assertThat(new Patience.Reader().convert("5m")).hasToString("300 s");
        assertThat(new Patience.Reader().convert("1h")).hasToString("3600 s");
    }

    @Test
    void aLookForACommentCarriesItsMarker() throws IOException {
        // Given
        write("test.yaml", GOOD);

        // When
        run("plan", "--dir", folder.toString(), "--format", "markdown");
        run("drift", "--dir", folder.toString(), "--format", "markdown");

        // Then
        assertThat(out.toString())
                .startsWith("<!-- holdfast:plan -->\n# `test`")
                .contains("\n<!-- holdfast:drift -->\n# `test`");
    }

    @Test
    void aLookMayBeInColourAndInAFile() throws IOException {
        // Given
        write("test.yaml", GOOD);
        Path answer = folder.resolve("answer.txt");

        // When
        run("drift", "--dir", folder.toString(), "--colour", "always");
        String shown = out.toString();
        run("drift", "--dir", folder.toString(), "--output", answer.toString());

        // Then
        assertThat(shown).startsWith("\u001B[1mtest\u001B[0m: ");
        assertThat(answer).content().startsWith("test: ");
        assertThat(out).hasToString(shown);
    }

    private CommandLine known(String... args) {
        return Cli.of(args, "1.0", () -> KINDS, this::lookout, sandbox -> {}, surroundings());
    }
}
