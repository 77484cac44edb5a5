package io.holdfast.app;

import static org.assertj.core.api.Assertions.assertThat;

import io.holdfast.cli.Cli;
import io.holdfast.cli.Surroundings;
import io.holdfast.desired.git.Upstream;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Looks from the command line over a real socket. */
class PostTest {
    private static final String ENVIRONMENT = """
            apiVersion: holdfast.io/v1
            kind: Environment
            metadata: {name: test}
            spec:
              aws: {account: "123456789012", region: us-east-1, role: "arn:aws:iam::123456789012:role/acting"}
              mode: enforce
              clusters: {main: {name: main}}
            """;

    @TempDir
    private Path folder;

    private final HoldfastConfig config = Configs.sandbox();
    private final SandboxAws aws = SandboxAws.start(config.sandbox(), Clock.systemUTC());
    private final StringWriter out = new StringWriter();
    private final StringWriter err = new StringWriter();

    @BeforeEach
    void write() throws Exception {
        Files.writeString(folder.resolve("test.yaml"), ENVIRONMENT);
    }

    @AfterEach
    void stop() {
        aws.close();
    }

    private int run(String... args) {
        List<String> all = new ArrayList<>(List.of(args));
        if (!all.contains("--dir")) {
            all.addAll(List.of("--dir", folder.toString()));
        }
        all.addAll(List.of("--endpoint", aws.endpoint().orElseThrow().toString()));
        HoldfastConfig outside = Configs.sandbox(
                "holdfast.sandbox.enabled",
                "false",
                "holdfast.state-dir",
                folder.resolve("state").toString());
        return Cli.of(
                        "1.0",
                        Kinds::all,
                        viewpoint -> Post.at(viewpoint, outside, Clock.systemUTC()),
                        sandbox -> {},
                        new Surroundings(SecureRandom::new, name -> null, () -> false))
                .setOut(new PrintWriter(out))
                .setErr(new PrintWriter(err))
                .execute(all.toArray(String[]::new));
    }

    private int calls(String service, String operation) {
        return aws.sandbox().log().of(service, operation).size();
    }

    @Test
    void aPlanSaysWhatIsMissingAndMakesNothing() {
        // Given
        int writes = aws.sandbox().log().writes().size();

        // When
        int code = run("plan");

        // Then
        assertThat(code).isEqualTo(2);
        assertThat(out.toString()).contains("create  test/cluster/main");
        assertThat(err.toString()).contains("there is no ledger here");
        assertThat(folder.resolve("state")).doesNotExist();
        assertThat(aws.sandbox().log().writes()).hasSize(writes);
    }

    @Test
    void aLookGoesWithTheRoleOfTheEnvironment() {
        // When
        run("drift");

        // Then
        assertThat(calls("sts", "AssumeRole")).isPositive();
    }

    /** Two branches and a work tree that is in the middle of something else. */
    @Test
    void aCommitIsPlannedAsItIsWhateverIsOnDisk() throws Exception {
        // Given
        Path clone = folder.resolve("clone");
        String branch = ENVIRONMENT.replace("main: {name: main}", "other: {name: other}");
        try (Upstream repository = Upstream.clone(clone)) {
            repository.push("main", Map.of("environments/test.yaml", ENVIRONMENT));
            repository.push("topic", Map.of("environments/test.yaml", branch));
        }
        Files.createDirectories(clone.resolve("environments"));
        Files.writeString(clone.resolve("environments/test.yaml"), "half written");

        // When
        int head = run("plan", "--ref", "HEAD", "--repo", clone.toString(), "--dir", "environments");
        int topic = run(
                "plan", "--ref", "topic", "--dir", clone.resolve("environments").toString());
        int disk = run("plan", "--dir", clone.resolve("environments").toString());
        int none = run("plan", "--ref", "nobodys", "--repo", clone.toString(), "--dir", "environments");
        int usage = run("plan", "--repo", clone.toString(), "--dir", "environments");

        // Then
        assertThat(List.of(head, topic, disk, none, usage)).containsExactly(2, 2, 1, 1, 64);
        assertThat(out.toString())
                .containsSubsequence("create  test/cluster/main", "create  test/cluster/other")
                .contains("environments/test.yaml");
        assertThat(err.toString()).contains("no commit is called that", "--repo goes with --ref");
    }

    /** Whoever writes the YAML of a pull request could name any role the pipeline may assume. */
    @Test
    void withCredentialsOfItsOwnItFollowsNoRoleOfAFile() {
        // When
        int code = run("drift", "--own-credentials");

        // Then
        assertThat(code).isEqualTo(2);
        assertThat(calls("sts", "AssumeRole")).isZero();
        assertThat(calls("ecs", "DescribeClusters")).isPositive();
    }
}
