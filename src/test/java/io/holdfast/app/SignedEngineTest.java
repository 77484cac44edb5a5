package io.holdfast.app;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.holdfast.aws.AwsMeter;
import io.holdfast.desired.git.Upstream;
import io.holdfast.desired.git.trust.SshSigner;
import io.holdfast.model.Sync;
import io.holdfast.report.EnvironmentStatus;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.function.Predicate;
import org.eclipse.jgit.lib.ObjectId;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** From a commit that nobody signed to AWS, which does not hear of it. */
class SignedEngineTest {
    private static final Duration PATIENCE = Duration.ofSeconds(60);
    private static final String FILE = "environments/one.yaml";
    private static final String ONE = Yaml.ENVIRONMENT.formatted("one");

    @TempDir
    private Path folder;

    private static EnvironmentStatus awaited(Engine engine, Predicate<EnvironmentStatus> wanted) {
        await().atMost(PATIENCE).pollInterval(Duration.ofMillis(20)).until(() -> {
            engine.tick();
            return engine.board().find("one").filter(wanted).isPresent();
        });
        return engine.board().find("one").orElseThrow();
    }

    private static boolean isSynced(EnvironmentStatus status) {
        return status.sync() == Sync.SYNCED && status.problems().isEmpty();
    }

    private static Predicate<EnvironmentStatus> isAt(ObjectId commit) {
        return status -> isSynced(status)
                && status.plan()
                        .orElseThrow()
                        .report()
                        .desired()
                        .revision()
                        .commit()
                        .equals(commit.name());
    }

    private static List<String> writes(Engine engine) {
        return engine.sandbox().orElseThrow().log().writes().stream()
                .map(Object::toString)
                .toList();
    }

    @Test
    void anUntrustedCommitWritesNothingAndItsEnvironmentIsStale() throws Exception {
        // Given what was signed by somebody we trust
        SshSigner ana = SshSigner.ed25519();
        Path allowed = Files.writeString(folder.resolve("allowed_signers"), "ana@example.com " + ana.publicKey());
        try (Upstream upstream = new Upstream(folder.toRealPath().resolve("upstream.git"))) {
            ObjectId good = upstream.push("main", Map.of(FILE, ONE), ana::sign);
            HoldfastConfig config = Configs.sandbox(
                    "holdfast.source.url", upstream.folder().toString(),
                    "holdfast.source.signatures", "every",
                    "holdfast.source.signers.ssh", allowed.toString(),
                    "holdfast.state-dir", folder.resolve("state").toString());
            try (Engine engine = Engine.start(config, Clock.systemUTC(), AwsMeter.none())) {
                awaited(engine, isAt(good));
                List<String> before = writes(engine);

                // When
                ObjectId bad = upstream.push(
                        "main",
                        Map.of(
                                FILE,
                                ONE.replace("desiredCount: 1", "desiredCount: 2"),
                                "environments/two.yaml",
                                Yaml.ENVIRONMENT.formatted("two")));
                EnvironmentStatus held = awaited(engine, it -> !it.problems().isEmpty());

                // Then
                assertThat(held.problems())
                        .singleElement()
                        .satisfies(it -> assertThat(it)
                                .contains("SIGNATURE: branch main of " + upstream.folder())
                                .contains("commit " + bad.name() + " is not trusted: it is not signed itself")
                                .contains(
                                        "allowed: commits signed with a key in the files of holdfast.source.signers"));
                assertThat(held.conditions().toString()).contains("commit " + good.name() + " stays in force");
                assertThat(held.plan().orElseThrow().report().desired().stale()).isTrue();
                assertThat(held.plan()
                                .orElseThrow()
                                .report()
                                .desired()
                                .revision()
                                .commit())
                        .isEqualTo(good.name());
                awaited(engine, it -> it.lastPassAt().isAfter(held.lastPassAt()));
                assertThat(writes(engine)).as("in a later pass as well").isEqualTo(before);

                // And when the branch goes on from what was trusted
                upstream.point("main", good);
                ObjectId better = upstream.push("main", Map.of(FILE, ONE), ana::sign);
                awaited(engine, isAt(better));
                assertThat(writes(engine)).isEqualTo(before);
            }
        }
    }
}
