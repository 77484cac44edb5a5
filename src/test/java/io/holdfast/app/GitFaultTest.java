package io.holdfast.app;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.holdfast.app.GitFault.Scene;
import io.holdfast.aws.AwsMeter;
import io.holdfast.desired.finding.Code;
import io.holdfast.desired.git.GitHttpServer;
import io.holdfast.desired.git.Upstream;
import io.holdfast.model.Condition;
import io.holdfast.model.Sync;
import io.holdfast.report.EnvironmentStatus;
import io.holdfast.sandbox.TestClock;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Predicate;
import java.util.stream.Stream;
import org.awaitility.core.ConditionTimeoutException;
import org.eclipse.jgit.lib.ObjectId;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Everything that can break about a repository is broken for real under a running engine, and mended again. */
class GitFaultTest {
    static final int MOST_OBJECTS = 60;
    static final int MOST_BYTES = 1_000_000;

    /** Three passes each, as fast as they go; what AWS may be asked without waiting is then used up. */
    private static final int FAULTS_PER_ENGINE = 11;

    private static final Duration PATIENCE = Duration.ofSeconds(90);
    private static final Duration STEP = Duration.ofMillis(10);
    private static final String TOKEN = "a token nobody may see";

    /** Goes on while somebody waits, so that what is allowed to take its time does not take ours. */
    private final TestClock clock = new TestClock();

    @TempDir
    private Path temporary;

    private final List<String> wrong = new ArrayList<>();
    private final List<String> table = new ArrayList<>();

    @Test
    void whateverHappensToTheRepositoryWhatIsInForceStaysAndNothingIsWritten() throws IOException {
        // Given
        Path served = Files.createDirectory(temporary.toRealPath().resolve("served"));
        Path repository = served.resolve("estate.git");
        ObjectId good;
        try (Upstream upstream = new Upstream(repository)) {
            upstream.push("main", Scene.good());
            good = upstream.push("main", Scene.good());
        }
        copy(repository, temporary.resolve("good.git"));

        // When
        try (GitHttpServer server = new GitHttpServer(served)) {
            Path token = Files.writeString(temporary.resolve("token"), TOKEN + "\n");
            server.demand("x-access-token", TOKEN);
            List<GitFault> inRepository =
                    GitFault.all().stream().filter(it -> !it.needsServer()).toList();
            for (int from = 0; from < inRepository.size(); from += FAULTS_PER_ENGINE) {
                int to = Math.min(from + FAULTS_PER_ENGINE, inRepository.size());
                String[] patient = {"holdfast.source.limits.time", "20s"};
                suffer(
                        inRepository.subList(from, to),
                        start("file" + from, repository.toString(), patient),
                        server,
                        good);
            }
            String[] impatient = {"holdfast.source.token-file", token.toString(), "holdfast.source.limits.time", "2s"};
            suffer(
                    GitFault.all().stream().filter(GitFault::needsServer).toList(),
                    start("http", server.url("estate.git"), impatient),
                    server,
                    good);
        }

        // Then
        System.out.println("git faults, each made under a running engine and mended (" + table.size() + "):");
        table.forEach(System.out::println);
        assertThat(table).hasSize(GitFault.all().size());
        assertThat(wrong).isEmpty();
    }

    private void suffer(List<GitFault> faults, Engine started, GitHttpServer server, ObjectId good) {
        try (Engine engine = started) {
            awaitThatAllIsWell(engine, good);
            faults.forEach(it -> suffer(it, engine, server, good));
        }
    }

    private Engine start(String name, String url, String... more) {
        List<String> all = new ArrayList<>(List.of(
                "holdfast.source.url",
                url,
                "holdfast.source.poll-interval",
                "2s",
                "holdfast.interval",
                "1h",
                "holdfast.source.limits.objects",
                String.valueOf(MOST_OBJECTS),
                "holdfast.source.limits.bytes",
                String.valueOf(MOST_BYTES),
                "holdfast.state-dir",
                temporary.resolve(name).toString()));
        all.addAll(List.of(more));
        return Engine.start(Configs.sandbox(all.toArray(String[]::new)), clock, AwsMeter.none());
    }

    private void suffer(GitFault fault, Engine engine, GitHttpServer server, ObjectId good) {
        try {
            Path repository = temporary.toRealPath().resolve("served/estate.git");
            int before = writes(engine);
            try (Upstream upstream = new Upstream(repository)) {
                fault.deed().with(new Scene(upstream, server, clock));
            }
            engine.reconciler().wake();
            EnvironmentStatus status = awaited(engine, it -> hasProblem(it, fault));
            judge(fault, status, good, before, engine);
            mend(repository, server);
            engine.reconciler().wake();
            approveWhatIsHeld(engine, good);
            awaitThatAllIsWell(engine, good);
            if (writes(engine) != before) {
                wrong.add(fault + ": wrote to AWS after it was mended");
            }
        } catch (IOException | ConditionTimeoutException broken) {
            String now = engine.board()
                    .find("one")
                    .map(it -> it.sync() + " " + it.problems())
                    .orElse("nothing");
            throw new AssertionError(fault + ": " + broken + "; it stands at " + now, broken);
        }
    }

    /** Where the broken head was followed, and only its files were refused, putting the branch back is a rewrite. */
    private void approveWhatIsHeld(Engine engine, ObjectId good) {
        for (String environment : List.of("one", "two")) {
            await().atMost(PATIENCE).pollDelay(Duration.ZERO).pollInterval(STEP).until(() -> {
                tick(engine);
                if (isHeld(engine, environment)) {
                    engine.histories().accept(environment, good.name(), "ana", "it is put back");
                }
                return engine.board().find(environment).orElseThrow().problems().isEmpty();
            });
        }
    }

    private static boolean isHeld(Engine engine, String environment) {
        return engine.board().find(environment).stream()
                .flatMap(it -> it.problems().stream())
                .anyMatch(it -> it.contains(Code.GIT_HISTORY.name()) && it.contains("which is followed"));
    }

    private void awaitThatAllIsWell(Engine engine, ObjectId good) {
        for (String environment : List.of("one", "two")) {
            awaited(
                    engine,
                    environment,
                    it -> it.problems().isEmpty()
                            && it.sync() == Sync.SYNCED
                            && commit(it).equals(Optional.of(good.name()))
                            && !isStale(it));
        }
    }

    private void judge(GitFault fault, EnvironmentStatus status, ObjectId good, int writesBefore, Engine engine) {
        String told = status.problems().stream()
                .filter(it -> it.contains(fault.code().name()) && it.contains(fault.says()))
                .findFirst()
                .orElse("");
        engine.reconciler().request("one");
        awaited(engine, it -> it.lastPassAt().isAfter(status.lastPassAt()) && isStale(it) && it.sync() == Sync.SYNCED);
        int writes = writes(engine) - writesBefore;
        boolean isInForce = commit(engine.board().find("one").orElseThrow()).equals(Optional.of(good.name()));
        if (!isInForce || writes != 0 || told.contains(TOKEN) || told.isEmpty()) {
            wrong.add(fault + ": in force " + isInForce + ", writes " + writes + ", told " + status.problems());
        }
        boolean isAwayOrHeld = Set.of(Code.GIT_CORRUPT, Code.GIT_HISTORY).contains(fault.code());
        if (isAwayOrHeld && condition(status, Condition.Type.VALID) != Condition.Status.UNKNOWN) {
            wrong.add(fault + ": calls a YAML invalid that nobody has read");
        }
        boolean waits = condition(status, Condition.Type.STALLED) == Condition.Status.TRUE;
        if (waits != (fault.code() == Code.GIT_HISTORY)) {
            wrong.add(fault + ": waits for a person is said to be " + waits);
        }
        String where = temporary.toString();
        table.add("  %-36s %-18s in force %-5s stale %-5s writes %d  %s"
                .formatted(
                        fault,
                        fault.code(),
                        isInForce,
                        isStale(status),
                        writes,
                        told.replace(where, "…").replaceFirst(".*?" + fault.code() + ": ", "")));
    }

    private static boolean hasProblem(EnvironmentStatus status, GitFault fault) {
        return status.problems().stream()
                .anyMatch(it -> it.contains(fault.code().name()) && it.contains(fault.says()));
    }

    private static Optional<String> commit(EnvironmentStatus status) {
        return status.plan().map(it -> it.report().desired().revision().commit());
    }

    private static boolean isStale(EnvironmentStatus status) {
        return status.plan().map(it -> it.report().desired().stale()).orElse(false);
    }

    private static Condition.Status condition(EnvironmentStatus status, Condition.Type type) {
        return status.conditions().stream()
                .filter(it -> it.type() == type)
                .findFirst()
                .orElseThrow()
                .status();
    }

    private static int writes(Engine engine) {
        return engine.sandbox().orElseThrow().log().writes().size();
    }

    private EnvironmentStatus awaited(Engine engine, Predicate<EnvironmentStatus> wanted) {
        return awaited(engine, "one", wanted);
    }

    private EnvironmentStatus awaited(Engine engine, String environment, Predicate<EnvironmentStatus> wanted) {
        await().atMost(PATIENCE).pollDelay(Duration.ZERO).pollInterval(STEP).until(() -> {
            tick(engine);
            return engine.board().find(environment).filter(wanted).isPresent();
        });
        return engine.board().find(environment).orElseThrow();
    }

    private void tick(Engine engine) {
        clock.advance(STEP);
        engine.tick();
    }

    private void mend(Path repository, GitHttpServer server) throws IOException {
        server.behave();
        remove(repository);
        remove(repository.resolveSibling("moved.git"));
        copy(temporary.resolve("good.git"), repository);
        server.demand("x-access-token", TOKEN);
    }

    private static void copy(Path from, Path to) throws IOException {
        try (Stream<Path> all = Files.walk(from)) {
            for (Path path : all.toList()) {
                Files.copy(path, to.resolve(from.relativize(path).toString()));
            }
        }
    }

    private static void remove(Path folder) throws IOException {
        if (Files.exists(folder)) {
            try (Stream<Path> all = Files.walk(folder)) {
                for (Path path : all.sorted(Comparator.reverseOrder()).toList()) {
                    Files.delete(path);
                }
            }
        }
    }
}
