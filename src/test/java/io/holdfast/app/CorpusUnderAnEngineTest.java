package io.holdfast.app;

import static org.assertj.core.api.Assertions.assertThat;

import io.holdfast.aws.AwsMeter;
import io.holdfast.model.Sync;
import io.holdfast.report.EnvironmentStatus;
import io.holdfast.sandbox.TestClock;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.function.BooleanSupplier;
import java.util.stream.Stream;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Every bad folder of the corpus, one after the other, under one running engine, beside an environment that is well. */
class CorpusUnderAnEngineTest {
    private static final Path CORPUS = Path.of("src/test/resources/io/holdfast/desired/bad");
    private static final Duration PATIENCE = Duration.ofSeconds(60);

    private static final Duration STEP = Duration.ofMillis(10);

    /** A pass each, as fast as they go; what AWS may be asked in one region without waiting is then used up. */
    private static final int FOLDERS_PER_ENGINE = 30;

    private static final String BAD = "staging";
    private static final String NEIGHBOUR = "neighbour";
    private static final String ELSEWHERE =
            Yaml.ENVIRONMENT.formatted(NEIGHBOUR).replace("us-east-1", "eu-west-1");

    private final List<String> wrong = new CopyOnWriteArrayList<>();

    @TempDir
    private Path temporary;

    @Test
    void noBadFolderChangesWhatIsInForceNorTheNeighbour() throws Exception {
        // Given
        List<Path> folders = folders();

        // When
        List<Future<Void>> sufferings = new ArrayList<>();
        ExecutorService engines = Executors.newFixedThreadPool(2);
        for (int from = 0; from < folders.size(); from += FOLDERS_PER_ENGINE) {
            List<Path> some = folders.subList(from, Math.min(from + FOLDERS_PER_ENGINE, folders.size()));
            String name = "engine" + from;
            sufferings.add(engines.submit(() -> suffer(some, name, new TestClock())));
        }
        engines.shutdown();
        for (Future<Void> suffering : sufferings) {
            suffering.get();
        }

        // Then
        assertThat(wrong).isEmpty();
        assertThat(folders).hasSizeGreaterThan(90);
    }

    private Void suffer(List<Path> folders, String name, TestClock clock) throws IOException {
        Path environments = Files.createDirectories(temporary.resolve(name + "/environments"));
        new Yaml(environments).with(BAD).with(NEIGHBOUR, ELSEWHERE);
        try (Engine engine = start(environments, temporary.resolve(name + "/state"), clock)) {
            await(engine, clock, () -> isWell(engine, BAD) && isWell(engine, NEIGHBOUR));
            int writes = writes(engine);
            String good = digest(engine, BAD);
            String neighbour = digest(engine, NEIGHBOUR);
            for (Path folder : folders) {
                suffer(folder, environments, engine, clock, good);
                if (!isWell(engine, NEIGHBOUR) || !digest(engine, NEIGHBOUR).equals(neighbour)) {
                    wrong.add(folder.getFileName() + ": the neighbour is not what it was");
                }
                if (writes(engine) != writes) {
                    wrong.add(folder.getFileName() + ": something was written to AWS");
                }
            }
            new Yaml(clear(environments)).with(BAD);
            await(engine, clock, () -> isWell(engine, BAD) && isWell(engine, NEIGHBOUR));
        }
        return null;
    }

    private void suffer(Path folder, Path environments, Engine engine, TestClock clock, String good)
            throws IOException {
        List<String> expected = Files.readAllLines(folder.resolve("expected.txt"));
        boolean isAboutBad = expected.stream().anyMatch(it -> it.matches("environments/" + BAD + "(\\.yaml:|/).*"));
        Instant before = clock.instant();
        clock.advance(STEP);
        replace(environments, folder.resolve("environments"));
        engine.reconciler().request(BAD);
        engine.reconciler().request(NEIGHBOUR);
        await(
                engine,
                clock,
                () -> told(engine).containsAll(expected)
                        && isLookedAt(engine, NEIGHBOUR, before)
                        && (!isAboutBad || isLookedAt(engine, BAD, before)),
                folder + ": " + expected.get(0));
        if (isAboutBad && !(isStale(engine) && digest(engine, BAD).equals(good))) {
            wrong.add(folder.getFileName() + ": what was good is not in force");
        }
    }

    private static Engine start(Path environments, Path state, TestClock clock) {
        return Engine.start(
                Configs.sandbox(
                        "holdfast.source.path", environments.toString(),
                        "holdfast.interval", "1h",
                        "holdfast.state-dir", state.toString()),
                clock,
                AwsMeter.none());
    }

    private static void await(Engine engine, TestClock clock, BooleanSupplier wanted, String... what) {
        Awaitility.await(String.join(" ", what))
                .atMost(PATIENCE)
                .pollDelay(Duration.ZERO)
                .pollInterval(Duration.ofMillis(3))
                .until(() -> {
                    clock.advance(STEP);
                    engine.tick();
                    return wanted.getAsBoolean();
                });
    }

    private static EnvironmentStatus status(Engine engine, String environment) {
        return engine.board().find(environment).orElseThrow();
    }

    private static boolean isWell(Engine engine, String environment) {
        return engine.board().find(environment).stream()
                .anyMatch(it -> it.sync() == Sync.SYNCED && it.problems().isEmpty());
    }

    private static boolean isLookedAt(Engine engine, String environment, Instant since) {
        return status(engine, environment).lastPassAt().isAfter(since);
    }

    private static boolean isStale(Engine engine) {
        return status(engine, BAD).plan().orElseThrow().report().desired().stale();
    }

    /** What is in force, to the letter. */
    private static String digest(Engine engine, String environment) {
        return Optional.of(status(engine, environment)
                        .plan()
                        .orElseThrow()
                        .report()
                        .desired())
                .map(it -> it.revision() + " " + it.resources())
                .orElseThrow();
    }

    private static List<String> told(Engine engine) {
        return Stream.concat(
                        engine.reconciler().trouble().stream(),
                        engine.board().all().stream().flatMap(it -> it.problems().stream()))
                .flatMap(String::lines)
                .toList();
    }

    private static int writes(Engine engine) {
        return engine.sandbox().orElseThrow().log().writes().size();
    }

    private static List<Path> folders() throws IOException {
        try (Stream<Path> folders = Files.list(CORPUS)) {
            return folders.sorted().toList();
        }
    }

    private static Path clear(Path environments) throws IOException {
        try (Stream<Path> all = Files.walk(environments)) {
            for (Path file : all.sorted(Comparator.reverseOrder()).toList()) {
                if (!file.equals(environments) && !file.endsWith(NEIGHBOUR + ".yaml")) {
                    Files.delete(file);
                }
            }
        }
        return environments;
    }

    private static void replace(Path environments, Path bad) throws IOException {
        clear(environments);
        if (!Files.exists(bad.resolve(BAD))) {
            new Yaml(environments).with(BAD);
        }
        try (Stream<Path> all = Files.walk(bad)) {
            for (Path file : all.filter(Files::isRegularFile).toList()) {
                Path target = environments.resolve(bad.relativize(file).toString());
                Files.createDirectories(target.getParent());
                Files.write(target, Files.readAllBytes(file));
            }
        }
    }
}
