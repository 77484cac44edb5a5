package io.holdfast.app;

import io.holdfast.aws.AwsMeter;
import io.holdfast.desired.DesiredSource;
import io.holdfast.desired.LastGood;
import io.holdfast.model.Sync;
import io.holdfast.sandbox.TestClock;
import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.lang.management.MemoryPoolMXBean;
import java.lang.management.MemoryType;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Comparator;
import java.util.List;
import java.util.concurrent.locks.LockSupport;
import java.util.function.LongSupplier;
import java.util.stream.LongStream;
import java.util.stream.Stream;

/**
 * Prints what bad input costs: the slowest folders of the corpus to read, how much slower the pass of a neighbour is beside
 * each of them, and the most heap in use. No test: figures of one machine are no law.
 */
final class CorpusBenchmark {
    private static final Path CORPUS = Path.of("src/test/resources/io/holdfast/desired/bad");
    private static final int READINGS = 15;
    /** The first rounds are there to be warm. */
    private static final int ROUNDS = 3;

    /** Three passes each, and two of the other environment; what AWS may be asked without waiting is then used up. */
    private static final int FOLDERS_PER_ENGINE = 4;

    private static final int SHOWN = 5;
    private static final Duration STEP = Duration.ofMillis(10);
    private static final long LOOK_NANOS = 50_000;
    private static final String NEIGHBOUR = "neighbour";
    private static final String OTHER = "staging";

    private record Cost(String folder, long nanos) {}

    private CorpusBenchmark() {}

    public static void main(String[] args) throws IOException {
        Path temporary = Files.createTempDirectory("corpus");
        List<Path> folders;
        try (Stream<Path> all = Files.list(CORPUS)) {
            folders = all.sorted().toList();
        }
        List<Cost> readings = new ArrayList<>();
        for (int round = 0; round < 2; round++) {
            readings.clear();
            for (Path folder : folders) {
                Path copy = copy(folder, temporary.resolve("reading" + round).resolve(folder.getFileName()));
                readings.add(new Cost(folder.getFileName().toString(), best(READINGS, () -> reading(copy))));
            }
        }
        readings.sort(Comparator.comparing(Cost::nanos).reversed());
        System.out.printf("%d folders read, best of %d readings each; the slowest:%n", folders.size(), READINGS);
        readings.stream()
                .limit(SHOWN)
                .forEach(it -> System.out.printf("  %-40s %6.2f ms%n", it.folder(), millis(it.nanos())));
        neighbour(temporary, folders);
        System.out.printf(
                "peak heap in use: %d MiB of %d MiB%n",
                peakHeap() >> 20, Runtime.getRuntime().maxMemory() >> 20);
        System.exit(0);
    }

    private static long reading(Path environments) {
        long before = System.nanoTime();
        new DesiredSource(environments, Kinds.all(), LastGood.inMemory()).load();
        return System.nanoTime() - before;
    }

    /** Alone, beside a good environment and beside a bad folder by turns, so that what else the machine does falls on both. */
    private static void neighbour(Path temporary, List<Path> folders) throws IOException {
        List<Long> alone = new ArrayList<>();
        List<Long> good = new ArrayList<>();
        List<Long> bad = new ArrayList<>();
        for (int round = 0; round < ROUNDS; round++) {
            for (int from = 0; from < folders.size(); from += FOLDERS_PER_ENGINE) {
                List<Path> some = folders.subList(from, Math.min(from + FOLDERS_PER_ENGINE, folders.size()));
                neighbour(temporary.resolve(round + "-" + from), some, alone, good, bad);
            }
            System.out.printf(
                    "pass of a neighbour, round %d, median of %d: alone %.2f ms, beside a good one %.2f ms, beside a bad one %.2f ms%n",
                    round + 1, alone.size(), millis(middle(alone)), millis(middle(good)), millis(middle(bad)));
            alone.clear();
            good.clear();
            bad.clear();
        }
    }

    private static void neighbour(Path place, List<Path> folders, List<Long> alone, List<Long> good, List<Long> bad)
            throws IOException {
        Path environments = Files.createDirectories(place.resolve("environments"));
        new Yaml(environments).with(NEIGHBOUR);
        TestClock clock = new TestClock();
        try (Engine engine = Engine.start(
                Configs.sandbox("holdfast.source.path", environments.toString(), "holdfast.interval", "1h"),
                clock,
                AwsMeter.none())) {
            while (engine.board()
                    .find(NEIGHBOUR)
                    .filter(it -> it.sync() == Sync.SYNCED)
                    .isEmpty()) {
                pass(engine, clock);
            }
            for (Path folder : folders) {
                alone.add(pass(engine, clock));
                new Yaml(environments)
                        .with(OTHER, Yaml.ENVIRONMENT.formatted(OTHER).replace("enforce", "observe"));
                good.add(pass(engine, clock));
                clear(environments);
                copy(folder, environments);
                bad.add(pass(engine, clock));
                clear(environments);
            }
        }
    }

    /** From the request to the report, the reading of the folder with whatever is in it included. */
    private static long pass(Engine engine, TestClock clock) {
        Instant before = clock.instant();
        long begun = System.nanoTime();
        engine.reconciler().request(NEIGHBOUR);
        while (engine.board()
                .find(NEIGHBOUR)
                .filter(it -> it.lastPassAt().isAfter(before))
                .isEmpty()) {
            clock.advance(STEP);
            engine.tick();
            LockSupport.parkNanos(LOOK_NANOS);
        }
        return System.nanoTime() - begun;
    }

    private static long best(int times, LongSupplier measured) {
        return LongStream.range(0, times).map(it -> measured.getAsLong()).min().orElseThrow();
    }

    private static long middle(List<Long> measured) {
        List<Long> sorted = new ArrayList<>(measured);
        Collections.sort(sorted);
        return sorted.get(sorted.size() / 2);
    }

    private static double millis(long nanos) {
        return nanos / 1e6;
    }

    private static long peakHeap() {
        return ManagementFactory.getMemoryPoolMXBeans().stream()
                .filter(it -> it.getType() == MemoryType.HEAP)
                .map(MemoryPoolMXBean::getPeakUsage)
                .mapToLong(it -> it.getUsed())
                .sum();
    }

    private static Path copy(Path folder, Path environments) throws IOException {
        Path from = folder.resolve("environments");
        try (Stream<Path> all = Files.walk(from)) {
            for (Path file : all.filter(Files::isRegularFile).toList()) {
                Path target = environments.resolve(from.relativize(file).toString());
                Files.createDirectories(target.getParent());
                Files.write(target, Files.readAllBytes(file));
            }
        }
        return environments;
    }

    private static void clear(Path environments) throws IOException {
        try (Stream<Path> all = Files.walk(environments)) {
            for (Path file : all.sorted(Comparator.reverseOrder()).toList()) {
                if (!file.equals(environments) && !file.endsWith(NEIGHBOUR + ".yaml")) {
                    Files.delete(file);
                }
            }
        }
    }
}
