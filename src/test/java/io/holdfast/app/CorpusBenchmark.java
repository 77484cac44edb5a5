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
import java.util.Map;
import java.util.Random;
import java.util.TreeMap;
import java.util.concurrent.locks.LockSupport;
import java.util.function.LongSupplier;
import java.util.function.ToLongFunction;
import java.util.stream.LongStream;
import java.util.stream.Stream;

/**
 * Prints what bad input costs: the slowest folders of the corpus to read, how much slower the pass of a neighbour is beside
 * each of them, and the most heap in use. No test: figures of one machine are no law.
 */
final class CorpusBenchmark {
    private static final Path CORPUS = Path.of("src/test/resources/io/holdfast/desired/bad");
    private static final int READINGS = 7;

    private static final int ROUNDS = Integer.getInteger("rounds", 5);

    /** Rounds that nobody counts, to be warm. */
    private static final int WARMING = 1;

    private static final double MEDIAN = 0.5;
    private static final double TAIL = 0.95;

    /** Two passes each, and two of the other environment; what AWS may be asked without waiting is then used up. */
    private static final int FOLDERS_PER_ENGINE = 4;

    private static final int SHOWN = 5;
    private static final Duration STEP = Duration.ofMillis(10);
    private static final long LOOK_NANOS = 50_000;
    private static final String NEIGHBOUR = "neighbour";
    private static final String OTHER = "staging";

    private record Cost(String folder, long nanos) {}

    private record Pair(String folder, long good, long bad) {}

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

    /**
     * Passes of a neighbour, each right after the other environment was edited: well, or into a bad folder. The two come in
     * pairs, first the one and then the other by turns, so that what else the machine does falls on both; and what is
     * told is the middle of many rounds, because a single one is as good as its moment.
     */
    private static void neighbour(Path temporary, List<Path> folders) throws IOException {
        List<Double> middles = new ArrayList<>();
        List<Double> tails = new ArrayList<>();
        Map<String, List<Double>> byFolder = new TreeMap<>();
        for (int round = -WARMING; round < ROUNDS; round++) {
            List<Pair> pairs = round(temporary.resolve("round" + round), folders, round);
            if (round >= 0) {
                middles.add(ratio(pairs, MEDIAN));
                tails.add(ratio(pairs, TAIL));
                pairs.forEach(it -> byFolder.computeIfAbsent(it.folder(), unknown -> new ArrayList<>())
                        .add((double) it.bad() / it.good()));
                System.out.printf(
                        "round %2d: beside a good edit %.2f ms, beside a bad one %.2f ms%n",
                        round + 1, millis(at(MEDIAN, pairs, Pair::good)), millis(at(MEDIAN, pairs, Pair::bad)));
            }
        }
        System.out.printf(
                "pass of a neighbour beside a bad edit against beside a good one, %d rounds of %d pairs:%n"
                        + "  median %+.1f %% (rounds from %+.1f to %+.1f), 95th percentile %+.1f %% (%+.1f to %+.1f)%n",
                ROUNDS,
                folders.size(),
                percent(middle(middles)),
                percent(Collections.min(middles)),
                percent(Collections.max(middles)),
                percent(middle(tails)),
                percent(Collections.min(tails)),
                percent(Collections.max(tails)));
        System.out.printf("  the folders that weigh most, median of their %d pairs:%n", ROUNDS);
        byFolder.entrySet().stream()
                .sorted(Comparator.comparing((Map.Entry<String, List<Double>> it) -> middle(it.getValue()))
                        .reversed())
                .limit(SHOWN)
                .forEach(it -> System.out.printf("  %-40s %+6.1f %%%n", it.getKey(), percent(middle(it.getValue()))));
    }

    private static List<Pair> round(Path place, List<Path> folders, int round) throws IOException {
        List<Path> shuffled = new ArrayList<>(folders);
        Collections.shuffle(shuffled, new Random(round));
        List<Pair> pairs = new ArrayList<>();
        for (int from = 0; from < shuffled.size(); from += FOLDERS_PER_ENGINE) {
            List<Path> some = shuffled.subList(from, Math.min(from + FOLDERS_PER_ENGINE, shuffled.size()));
            pairs(place.resolve("engine" + from), some, pairs);
        }
        return pairs;
    }

    private static void pairs(Path place, List<Path> folders, List<Pair> pairs) throws IOException {
        Path environments = Files.createDirectories(place.resolve("environments"));
        new Yaml(environments).with(NEIGHBOUR).with(OTHER, other("first"));
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
                boolean isBadFirst = pairs.size() % 2 == 0;
                long early = isBadFirst ? bad(folder, environments, engine, clock) : 0;
                long good = good(folder.toString(), environments, engine, clock);
                long bad = isBadFirst ? early : bad(folder, environments, engine, clock);
                pairs.add(new Pair(folder.getFileName().toString(), good, bad));
            }
        }
    }

    private static long good(String remark, Path environments, Engine engine, TestClock clock) throws IOException {
        clear(environments);
        new Yaml(environments).with(OTHER, other(remark));
        return pass(engine, clock);
    }

    private static long bad(Path folder, Path environments, Engine engine, TestClock clock) throws IOException {
        clear(environments);
        copy(folder, environments);
        return pass(engine, clock);
    }

    /** Only looked at. */
    private static String other(String remark) {
        return "# " + remark + "\n" + Yaml.ENVIRONMENT.formatted(OTHER).replace("enforce", "observe");
    }

    private static double ratio(List<Pair> pairs, double share) {
        return (double) at(share, pairs, Pair::bad) / at(share, pairs, Pair::good);
    }

    private static long at(double share, List<Pair> pairs, ToLongFunction<Pair> side) {
        long[] sorted = pairs.stream().mapToLong(side).sorted().toArray();
        return sorted[(int) (share * (sorted.length - 1))];
    }

    private static double percent(double ratio) {
        return 100 * (ratio - 1);
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

    private static double middle(List<Double> measured) {
        List<Double> sorted = measured.stream().sorted().toList();
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
