package io.holdfast.cli;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.dataformat.yaml.YAMLFactory;
import io.holdfast.app.Kinds;
import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import picocli.CommandLine;

/** The workflow people copy says nothing that is not so: its commands are ours, its rights are the least. */
class ExampleWorkflowTest {
    private static final Path EXAMPLE = Path.of("docs/examples/holdfast.yml");
    private static final Path PAGE = Path.of("docs/github-actions.md");
    private static final Pattern IN_SCRIPTS = Pattern.compile("\\$HOLDFAST ([^\\n>|&;]+)(?:> (\\S+))?");
    private static final Pattern ON_THE_PAGE = Pattern.compile("^holdfast ([^\\n>|&#]+)", Pattern.MULTILINE);

    private final JsonNode workflow = read();
    private final StringWriter out = new StringWriter();
    private final CommandLine line = Cli.of(
                    "1.0",
                    Kinds::all,
                    viewpoint -> {
                        throw new IllegalStateException("nobody looks from here");
                    },
                    sandbox -> {},
                    new Surroundings(SecureRandom::new, name -> null, () -> false))
            .setOut(new PrintWriter(out))
            .setErr(new PrintWriter(new StringWriter()));

    private static JsonNode read() {
        try {
            return new ObjectMapper(new YAMLFactory()).readTree(Files.readString(EXAMPLE));
        } catch (IOException unreadable) {
            throw new java.io.UncheckedIOException(unreadable);
        }
    }

    private List<JsonNode> steps() {
        List<JsonNode> steps = new ArrayList<>();
        workflow.path("jobs").forEach(job -> job.path("steps").forEach(steps::add));
        return steps;
    }

    private Stream<String> texts(String key) {
        return steps().stream().map(it -> it.path(key).asText()).filter(it -> !it.isEmpty());
    }

    private List<MatchResult> invocations() {
        return texts("run").flatMap(it -> IN_SCRIPTS.matcher(it).results()).toList();
    }

    private static String[] words(String command) {
        return command.replace("\"", "").strip().split("\\s+");
    }

    @Test
    void everyCommandAndOptionIsOneThatThereIs() throws IOException {
        // Given
        List<String> commands =
                new ArrayList<>(invocations().stream().map(it -> it.group(1)).toList());
        ON_THE_PAGE.matcher(Files.readString(PAGE)).results().forEach(it -> commands.add(it.group(1)));

        // When, Then
        assertThat(commands).hasSizeGreaterThanOrEqualTo(4).anyMatch(it -> it.startsWith("plan "));
        for (String command : commands) {
            // Fails, and says why, at what it does not know.
            assertThat(line.parseArgs(words(command)).hasSubcommand())
                    .as(command)
                    .isTrue();
        }
    }

    @Test
    void everyJobMayDoWhatItNeedsAndNothingElse() {
        Map<String, Map<String, String>> rights = new TreeMap<>();
        workflow.path("jobs").properties().forEach(job -> {
            Map<String, String> each = new TreeMap<>();
            job.getValue()
                    .path("permissions")
                    .properties()
                    .forEach(it -> each.put(it.getKey(), it.getValue().asText()));
            rights.put(job.getKey(), each);
        });

        assertThat(workflow.path("permissions").isObject()).isTrue();
        assertThat(workflow.path("permissions")).isEmpty();
        assertThat(rights)
                .isEqualTo(Map.of(
                        "validate", Map.of("contents", "read", "security-events", "write"),
                        "plan", Map.of("contents", "read", "id-token", "write"),
                        "comment", Map.of("pull-requests", "write"),
                        "bump", Map.of("contents", "write")));
    }

    /** With the rights of the repository's own branch, over what somebody else wrote. */
    @Test
    void nothingOfAPullRequestRunsWithTheRightsOfTheRepository() {
        assertThat(workflow.path("on").has("pull_request")).isTrue();
        assertThat(workflow.path("on").has("pull_request_target")).isFalse();
        assertThat(texts("run")).noneMatch(it -> it.contains("${{"));
        assertThat(texts("uses")).isNotEmpty().allMatch(it -> it.matches("[a-z-]+/[a-z/-]+@v[0-9]+"));
        assertThat(invocations().stream().map(it -> it.group(1)))
                .filteredOn(it -> it.startsWith("plan"))
                .isNotEmpty()
                .allMatch(it -> it.contains("--own-credentials"));
    }

    /** GitHub took Node 20 away in September 2026: these are the first of each that bring Node 24. */
    @Test
    void everyActionRunsOnWhatRunnersStillHave() {
        Map<String, Integer> first = Map.of(
                "actions/checkout", 5,
                "actions/upload-artifact", 6,
                "actions/download-artifact", 7,
                "aws-actions/configure-aws-credentials", 6,
                "github/codeql-action/upload-sarif", 4);

        assertThat(texts("uses")).allSatisfy(it -> {
            String[] parts = it.split("@v", 2);
            assertThat(Integer.parseInt(parts[1])).as(it).isGreaterThanOrEqualTo(first.get(parts[0]));
        });
    }

    /** Of one group GitHub lets a single run wait, and cancels the one that waited before. */
    @Test
    void noBumpIsDroppedBecauseAnotherWaits() {
        assertThat(workflow.at("/concurrency/group").asText())
                .endsWith("${{ github.event_name == 'pull_request' && github.ref || github.run_id }}");
        assertThat(texts("run")).anyMatch(it -> it.contains("git push || { git pull --rebase && git push; }"));
    }

    @Test
    void whatIsHandedOnIsWhatWasWritten() {
        List<String> written = invocations().stream()
                .map(it -> it.group(2))
                .filter(it -> it != null)
                .toList();
        List<String> handedOn = steps().stream()
                .map(it -> it.path("with"))
                .flatMap(it -> Stream.of(it.path("sarif_file"), it.path("path")))
                .map(JsonNode::asText)
                .filter(it -> !it.isEmpty())
                .toList();

        assertThat(handedOn).containsExactlyInAnyOrderElementsOf(written);
        assertThat(texts("run"))
                .anyMatch(it -> it.contains(Comment.marked("plan", "").strip()));
    }

    /** A fork's token may not write findings, so that the log is all its author gets. */
    @Test
    void theErrorsOfAForkAreInTheLog(@TempDir Path folder) throws Exception {
        // Given
        Path holdfast = folder.resolve("holdfast");
        Files.writeString(holdfast, "#!/bin/sh\necho \"said by $*\"\nexit 1\n");
        assertThat(holdfast.toFile().setExecutable(true)).isTrue();
        String script = texts("run")
                .filter(it -> it.contains("holdfast.sarif"))
                .findFirst()
                .orElseThrow();

        // When, as GitHub runs a script
        ProcessBuilder shell = new ProcessBuilder("bash", "-e", "-c", script).directory(folder.toFile());
        shell.environment().put("HOLDFAST", holdfast.toString());
        Process run = shell.redirectErrorStream(true).start();
        String log = new String(run.getInputStream().readAllBytes(), StandardCharsets.UTF_8);

        // Then
        assertThat(run.waitFor()).isNotZero();
        assertThat(log).isEqualTo("said by validate environments\n");
        assertThat(folder.resolve("holdfast.sarif")).hasContent("said by validate environments --format sarif");
    }

    @Test
    void itsValidationAnswersForThisRepository() {
        String validation = invocations().stream()
                .map(it -> it.group(1))
                .filter(it -> it.contains("sarif"))
                .findFirst()
                .orElseThrow();

        int code = line.execute(words(validation));

        assertThat(code).isZero();
        assertThat(out.toString()).contains("\"version\" : \"2.1.0\"", "\"results\" : [ ]");
    }
}
