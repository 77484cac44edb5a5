package io.holdfast.app;

import io.holdfast.aws.Ticker;
import io.holdfast.desired.DesiredSource;
import io.holdfast.desired.LastGood;
import io.holdfast.model.Sync;
import io.holdfast.sandbox.TestClock;
import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.lang.management.MemoryPoolMXBean;
import java.lang.management.MemoryType;
import java.lang.management.MemoryUsage;
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
import java.util.Set;
import java.util.TreeSet;
import java.util.concurrent.atomic.AtomicLong;
import java.util.concurrent.locks.LockSupport;
import java.util.function.Function;
import java.util.function.LongSupplier;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
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

    private static final int SHOWN = 5;
    private static final Duration STEP = Duration.ofMillis(10);
    private static final Duration OVER_AN_INTERVAL = Duration.ofMinutes(70);
    private static final long LOOK_NANOS = 100_000;
    private static final List<String> NEIGHBOURS =
            IntStream.rangeClosed(1, 19).mapToObj(it -> "neighbour" + it).toList();
    private static final String OTHER = "staging";

    private record Cost(String folder, long nanos) {}

    /** Passes that are due anyway, or one that somebody asks for. */
    private enum Occasion {
        DUE,
        ASKED
    }

    /** What the other environment has been through right before. */
    private enum Beside {
        NOTHING,
        A_GOOD_EDIT,
        A_BAD_EDIT,
        WHAT_STAYS_BAD
    }

    /** How long each pass of a neighbour took. */
    private record Taken(String folder, Beside beside, List<Long> nanos) {}

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
        for (Occasion occasion : Occasion.values()) {
            neighbours(temporary, folders, occasion);
        }
        System.gc();
        System.out.printf(
                "heap: %d MiB in use after the last collection, %d MiB at most before one, of %d MiB%n",
                heap(MemoryPoolMXBean::getCollectionUsage) >> 20,
                heap(MemoryPoolMXBean::getPeakUsage) >> 20,
                Runtime.getRuntime().maxMemory() >> 20);
        System.exit(0);
    }

    private static long reading(Path environments) {
        long before = System.nanoTime();
        new DesiredSource(environments, Kinds.all(), LastGood.inMemory()).load();
        return System.nanoTime() - before;
    }

    /**
     * Passes of neighbours beside another environment. What that one goes through takes turns, so that what else the machine
     * does falls on all; and what is told is the middle of many rounds, because a single one is as good as its moment.
     */
    private static void neighbours(Path temporary, List<Path> folders, Occasion occasion) throws IOException {
        List<List<Taken>> rounds = new ArrayList<>();
        for (int round = -WARMING; round < ROUNDS; round++) {
            List<Taken> taken = round(temporary.resolve(occasion + "" + round), folders, round, occasion);
            if (round >= 0) {
                rounds.add(taken);
            }
        }
        System.out.printf(
                "passes of a neighbour that are %s, middle of %d rounds (least to most):%n", occasion, ROUNDS);
        for (Beside beside : Beside.values()) {
            System.out.printf(
                    "  beside %-15s median %s, 95th percentile %s%n",
                    beside, told(rounds, beside, MEDIAN), told(rounds, beside, TAIL));
        }
        System.out.printf("  bad edits that weigh most, median of %d passes each:%n", ROUNDS);
        long usual = at(MEDIAN, nanos(rounds.stream().flatMap(List::stream), Beside.NOTHING));
        Map<String, List<Taken>> byFolder = rounds.stream()
                .flatMap(List::stream)
                .filter(it -> it.beside() == Beside.A_BAD_EDIT)
                .collect(Collectors.groupingBy(Taken::folder));
        byFolder.entrySet().stream()
                .map(it -> new Cost(it.getKey(), at(MEDIAN, nanos(it.getValue().stream(), Beside.A_BAD_EDIT))))
                .sorted(Comparator.comparing(Cost::nanos).reversed())
                .limit(SHOWN)
                .forEach(it -> System.out.printf(
                        "  %-40s %6.2f ms, %+.1f %%%n",
                        it.folder(), millis(it.nanos()), percent((double) it.nanos() / usual)));
    }

    private static String told(List<List<Taken>> rounds, Beside beside, double share) {
        List<Double> millis = rounds.stream()
                .map(it -> millis(at(share, nanos(it.stream(), beside))))
                .toList();
        List<Double> percents = rounds.stream()
                .map(it -> percent(
                        (double) at(share, nanos(it.stream(), beside)) / at(share, nanos(it.stream(), Beside.NOTHING))))
                .toList();
        return String.format(
                "%7.2f ms, %+5.1f %% (%+.1f to %+.1f)",
                middle(millis), middle(percents), Collections.min(percents), Collections.max(percents));
    }

    private static List<Taken> round(Path place, List<Path> folders, int round, Occasion occasion) throws IOException {
        List<Path> shuffled = new ArrayList<>(folders);
        Collections.shuffle(shuffled, new Random(round));
        Path environments = Files.createDirectories(place.resolve("environments"));
        Yaml yaml = new Yaml(environments).with(OTHER, other("first"));
        NEIGHBOURS.forEach(yaml::with);
        TestClock clock = new TestClock();
        HoldfastConfig config =
                Configs.sandbox("holdfast.source.path", environments.toString(), "holdfast.interval", "1h");
        List<Taken> taken = new ArrayList<>();
        try (SandboxAws sandbox = SandboxAws.start(config.sandbox(), clock);
                Engine engine = Engine.over(sandbox.http(), config, clock, new Unhurried())) {
            while (!NEIGHBOURS.stream().allMatch(it -> isWell(engine, it))) {
                passes(engine, clock, Occasion.DUE);
            }
            for (Path folder : shuffled) {
                String name = folder.getFileName().toString();
                for (Beside beside : Beside.values()) {
                    prepare(beside, folder, environments);
                    taken.add(new Taken(name, beside, passes(engine, clock, occasion)));
                }
                prepare(Beside.A_GOOD_EDIT, folder, environments);
                passes(engine, clock, occasion);
            }
        }
        return taken;
    }

    private static void prepare(Beside beside, Path folder, Path environments) throws IOException {
        if (beside == Beside.A_GOOD_EDIT) {
            clear(environments);
            new Yaml(environments).with(OTHER, other(folder + " " + System.nanoTime()));
        } else if (beside == Beside.A_BAD_EDIT) {
            clear(environments);
            copy(folder, environments);
        }
    }

    private static boolean isWell(Engine engine, String environment) {
        return engine.board().find(environment).stream().anyMatch(it -> it.sync() == Sync.SYNCED);
    }

    /** Only looked at. */
    private static String other(String remark) {
        return "# " + remark + "\n" + Yaml.ENVIRONMENT.formatted(OTHER).replace("enforce", "observe");
    }

    private static List<Long> nanos(Stream<Taken> taken, Beside beside) {
        return taken.filter(it -> it.beside() == beside)
                .flatMap(it -> it.nanos().stream())
                .toList();
    }

    private static long at(double share, List<Long> measured) {
        List<Long> sorted = measured.stream().sorted().toList();
        return sorted.get((int) (share * (sorted.size() - 1)));
    }

    private static double percent(double ratio) {
        return 100 * (ratio - 1);
    }

    /** How long it is to the reports of the neighbours: of all when they are due, of one when somebody asks for it. */
    private static List<Long> passes(Engine engine, TestClock clock, Occasion occasion) {
        Set<String> awaited = new TreeSet<>(occasion == Occasion.DUE ? NEIGHBOURS : NEIGHBOURS.subList(0, 1));
        if (occasion == Occasion.DUE) {
            clock.advance(OVER_AN_INTERVAL);
        }
        Instant before = clock.instant();
        clock.advance(STEP);
        long begun = System.nanoTime();
        if (occasion == Occasion.ASKED) {
            awaited.forEach(engine.reconciler()::request);
        }
        List<Long> taken = new ArrayList<>();
        engine.tick();
        while (!awaited.isEmpty()) {
            LockSupport.parkNanos(LOOK_NANOS);
            clock.advance(STEP);
            long now = System.nanoTime();
            awaited.removeIf(it -> {
                boolean isDone = engine.board()
                        .find(it)
                        .filter(status -> status.lastPassAt().isAfter(before))
                        .isPresent();
                if (isDone) {
                    taken.add(now - begun);
                }
                return isDone;
            });
        }
        while (engine.reconciler().isBusy()) {
            LockSupport.parkNanos(LOOK_NANOS);
            clock.advance(STEP);
        }
        return taken;
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

    private static long heap(Function<MemoryPoolMXBean, MemoryUsage> usage) {
        return ManagementFactory.getMemoryPoolMXBeans().stream()
                .filter(it -> it.getType() == MemoryType.HEAP)
                .mapToLong(it -> usage.apply(it).getUsed())
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
                if (!file.equals(environments) && !file.getFileName().toString().startsWith("neighbour")) {
                    Files.delete(file);
                }
            }
        }
    }

    /** Real time, but that a wait is over at once: what AWS allows us a second is not what is measured. */
    private static final class Unhurried implements Ticker {
        private final AtomicLong skipped = new AtomicLong();

        @Override
        public long nanos() {
            return System.nanoTime() + skipped.get();
        }

        @Override
        public void pause(Duration wait) {
            skipped.addAndGet(wait.toNanos());
        }
    }
}
