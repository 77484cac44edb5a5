package io.holdfast.app;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import io.holdfast.aws.AwsMeter;
import io.holdfast.model.Condition;
import io.holdfast.model.Sync;
import io.holdfast.report.EnvironmentStatus;
import io.holdfast.report.Heard;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.util.function.Predicate;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class EngineTest {
    private static final Duration PATIENCE = Duration.ofSeconds(60);

    @TempDir
    private Path folder;

    private Engine start(String... keysAndValues) {
        String[] all = java.util.Arrays.copyOf(keysAndValues, keysAndValues.length + 2);
        all[keysAndValues.length] = "holdfast.source.path";
        all[keysAndValues.length + 1] = folder.toString();
        return Engine.start(Configs.sandbox(all), Clock.systemUTC(), AwsMeter.none());
    }

    private static EnvironmentStatus awaited(Engine engine, String environment, Predicate<EnvironmentStatus> wanted) {
        await().atMost(PATIENCE).pollInterval(Duration.ofMillis(20)).until(() -> {
            engine.tick();
            return engine.board().find(environment).filter(wanted).isPresent();
        });
        return engine.board().find(environment).orElseThrow();
    }

    private static boolean isSynced(EnvironmentStatus status) {
        return status.sync() == Sync.SYNCED;
    }

    private static Condition condition(EnvironmentStatus status, Condition.Type type) {
        return status.conditions().stream()
                .filter(it -> it.type() == type)
                .findFirst()
                .orElseThrow();
    }

    @Test
    void whatIsDeclaredComesToBe() {
        // Given
        new Yaml(folder).with("one").with("two");
        try (Engine engine = start()) {
            // When
            EnvironmentStatus one = awaited(engine, "one", EngineTest::isSynced);
            EnvironmentStatus two = awaited(engine, "two", EngineTest::isSynced);

            // Then
            assertThat(one.plan().orElseThrow().isEmpty()).isTrue();
            assertThat(two.plan().orElseThrow().isEmpty()).isTrue();
        }
    }

    @Test
    void aBrokenFileLeavesItsEnvironmentOnItsLastGoodStateAndTheOthersAlone() {
        // Given
        Yaml yaml = new Yaml(folder).with("one").with("two");
        try (Engine engine = start()) {
            awaited(engine, "one", EngineTest::isSynced);
            awaited(engine, "two", EngineTest::isSynced);

            // When
            yaml.with("one", Yaml.ENVIRONMENT.formatted("one").replace("desiredCount: 1", "desiredCount: many"));
            EnvironmentStatus broken =
                    awaited(engine, "one", it -> !it.problems().isEmpty());

            // Then
            assertThat(broken.problems())
                    .anySatisfy(it -> assertThat(it).contains("one.yaml:").contains("desiredCount"));
            assertThat(condition(broken, Condition.Type.VALID).status()).isEqualTo(Condition.Status.FALSE);
            assertThat(broken.plan().orElseThrow().report().desired().stale()).isTrue();
            assertThat(engine.board().find("two").orElseThrow().problems()).isEmpty();
            assertThat(isSynced(engine.board().find("two").orElseThrow())).isTrue();
        }
    }

    @Test
    void aMissingFolderIsSaidAndLookedForAgain() throws IOException {
        // Given
        Path later = folder.resolve("later");
        HoldfastConfig config = Configs.sandbox("holdfast.source.path", later.toString());
        Heard heard = Heard.from();
        try (Engine missing = Engine.start(config, Clock.systemUTC(), AwsMeter.none());
                heard) {
            missing.tick();
            await().atMost(PATIENCE)
                    .until(() -> missing.reconciler().trouble().stream().anyMatch(it -> it.contains("later")));

            // When
            Files.createDirectory(later);
            new Yaml(later).with("one");

            // Then
            awaited(missing, "one", EngineTest::isSynced);
            assertThat(missing.reconciler().trouble()).isEmpty();
            assertThat(heard.lines())
                    .filteredOn(it -> it.contains(later.toString()))
                    .satisfiesExactly(
                            it -> assertThat(it).startsWith("WARN").contains("no such folder"),
                            it -> assertThat(it).startsWith("INFO").endsWith("is read again"));
        }
    }

    @Test
    void anUnusableLedgerChangesNothingInAwsAndIsSaid() throws IOException {
        // Given
        new Yaml(folder).with("one");
        Path file = Files.createFile(folder.resolve("in-the-way"));
        try (Engine engine = start("holdfast.ledger.url", "jdbc:h2:file:" + file + "/ledger")) {
            // When
            EnvironmentStatus status = awaited(engine, "one", it -> true);

            // Then
            assertThat(engine.ledger().trouble()).isPresent();
            assertThat(condition(status, Condition.Type.OBSERVED).status()).isNotEqualTo(Condition.Status.TRUE);
            assertThat(engine.sandbox().orElseThrow().log().writes())
                    .noneMatch(it -> it.service().equals("ecs"));
        }
    }

    @Test
    void anEndpointThatIsAwayLeavesEverythingUnseen() {
        // Given: port 1 is reserved (tcpmux), and nobody listens there
        new Yaml(folder).with("one");
        HoldfastConfig config = Configs.sandbox(
                "holdfast.sandbox.enabled", "false",
                "holdfast.aws.endpoint", "http://127.0.0.1:1",
                "holdfast.ledger.url", "jdbc:h2:mem:away;DB_CLOSE_DELAY=-1",
                "holdfast.source.path", folder.toString());
        try (Engine engine = Engine.start(config, Clock.systemUTC(), AwsMeter.none())) {
            // When
            EnvironmentStatus status = awaited(engine, "one", it -> true);

            // Then
            assertThat(status.sync()).isEqualTo(Sync.UNKNOWN);
            assertThat(status.plan().orElseThrow().changes()).isEmpty();
            assertThat(condition(status, Condition.Type.OBSERVED).status()).isEqualTo(Condition.Status.FALSE);
        }
    }

    @Test
    void theSandboxAndAnEndpointAreNeverMixed() {
        assertThatThrownBy(() -> start("holdfast.aws.endpoint", "https://ecs.us-east-1.amazonaws.com"))
                .hasMessageContaining("holdfast.aws.endpoint")
                .hasMessageContaining("sandbox");
    }

    @Test
    void realCredentialsAreNotGivenToAStandInOnThisMachine() {
        assertThat(AwsAccount.at(java.util.Optional.of(java.net.URI.create("http://localhost:4566"))))
                .isSameAs(AwsAccount.PLAYED);
        assertThat(AwsAccount.at(java.util.Optional.of(java.net.URI.create("https://[::1]:4566"))))
                .isSameAs(AwsAccount.PLAYED);
        assertThat(AwsAccount.at(java.util.Optional.empty())).isNotSameAs(AwsAccount.PLAYED);
    }
}
