package io.holdfast.estate;

import io.holdfast.app.AwsCloud;
import io.holdfast.app.Kinds;
import io.holdfast.apply.Applier;
import io.holdfast.aws.AwsAccessPool;
import io.holdfast.aws.AwsSettings;
import io.holdfast.aws.Marks;
import io.holdfast.aws.Ticker;
import io.holdfast.desired.DesiredSource;
import io.holdfast.desired.EnvironmentLoad;
import io.holdfast.desired.LastGood;
import io.holdfast.desired.Load;
import io.holdfast.export.Exported;
import io.holdfast.export.Exporter;
import io.holdfast.ledger.InMemoryLedger;
import io.holdfast.model.AwsTarget;
import io.holdfast.model.Cloud;
import io.holdfast.model.Decision;
import io.holdfast.model.DesiredState;
import io.holdfast.model.DriftReport;
import io.holdfast.model.Flaws;
import io.holdfast.model.Health;
import io.holdfast.model.Plan;
import io.holdfast.model.Scope;
import io.holdfast.model.Sync;
import io.holdfast.reconcile.Pass;
import io.holdfast.report.EnvironmentStatus;
import io.holdfast.report.Operation;
import io.holdfast.report.Reporter;
import io.holdfast.report.StatusBoard;
import io.holdfast.sandbox.CallLog;
import io.holdfast.sandbox.Pace;
import io.holdfast.sandbox.Sandbox;
import io.holdfast.sandbox.TestClock;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Predicate;
import java.util.function.UnaryOperator;
import java.util.stream.Stream;
import software.amazon.awssdk.auth.credentials.AwsBasicCredentials;
import software.amazon.awssdk.auth.credentials.StaticCredentialsProvider;
import software.amazon.awssdk.http.SdkHttpClient;

/**
 * A whole Holdfast without a process around it: files, AWS in the sandbox, a ledger, and passes started by hand. Passes
 * share clients until {@link #restart}.
 */
public final class Estate {
    private static final String OWNER = "test";
    private static final AwsTarget HERE = new AwsTarget("123456789012", "us-east-1", Optional.empty());

    private final Place place;
    private final Calls calls = new Calls();
    private InMemoryLedger ledger = new InMemoryLedger();
    private final StatusBoard board = new StatusBoard();
    private final LastGood lastGood = LastGood.inMemory();
    private final Path folder;
    private UnaryOperator<SdkHttpClient> wire = it -> it;
    private Reach reach;
    private Map<Path, String> texts = Map.of();
    private Load load;

    /** An estate whose files are kept in a folder, in a sandbox of its own where all takes as long as in AWS. */
    public Estate(Path folder) {
        this(folder, Place.sandbox(Pace.realistic()));
    }

    /** An estate whose files are kept in a folder. */
    public Estate(Path folder, Place place) {
        this.folder = folder;
        this.place = place;
    }

    /** Somebody else with files and a ledger of their own, at the same time in the same account. */
    public Estate rival(Path otherFolder) {
        return new Estate(otherFolder, place);
    }

    /** Commits a file. */
    public Estate declare(String file, String yaml) {
        try {
            Files.writeString(Files.createDirectories(folder).resolve(file), yaml);
            return this;
        } catch (IOException broken) {
            throw new UncheckedIOException(broken);
        }
    }

    /** Starts a new process whose way to AWS is another one. */
    public void restartThrough(UnaryOperator<SdkHttpClient> other) {
        wire = other;
        restart();
    }

    /** Starts a new process: nothing but ledger, files and AWS carries over. */
    public void restart() {
        if (reach != null) {
            reach.close();
        }
        reach = null;
    }

    /** Starts a new process that remembers nothing. */
    public void loseLedger() {
        ledger = new InMemoryLedger();
        restart();
    }

    public TestClock clock() {
        return place.clock();
    }

    public Sandbox sandbox() {
        return place.sandbox();
    }

    /** What this Holdfast asked of AWS, and nobody else. */
    public Calls calls() {
        return calls;
    }

    public InMemoryLedger ledger() {
        return ledger;
    }

    /** What the files ask of an environment; the findings are the failure's message when they do not load. */
    public DesiredState desired(String environment) {
        EnvironmentLoad load = load(environment)
                .orElseThrow(() -> new AssertionError("no environment " + environment + " in " + folder));
        if (!load.findings().isEmpty()) {
            throw new AssertionError(String.join("\n", load.lines()));
        }
        return load.inForce().orElseThrow();
    }

    /** What is made of an environment's files, whether they load or not; empty when there are none. */
    public Optional<EnvironmentLoad> load(String environment) {
        return load().of(environment);
    }

    /** Parses files only when they have changed: passes are many, commits are few. */
    private Load load() {
        Map<Path, String> now = texts();
        if (!now.equals(texts)) {
            load = new DesiredSource(folder, Kinds.all(), lastGood).load();
            texts = now;
        }
        return load;
    }

    private Map<Path, String> texts() {
        try (Stream<Path> files = Files.walk(folder)) {
            Map<Path, String> found = new HashMap<>();
            for (Path file : (Iterable<Path>) files.filter(Files::isRegularFile)::iterator) {
                found.put(file, Files.readString(file));
            }
            return found;
        } catch (IOException broken) {
            throw new UncheckedIOException(broken);
        }
    }

    /** One pass. */
    public EnvironmentStatus pass(String environment) {
        return reach().pass(desired(environment));
    }

    /** One pass with what is in force, although the files may not load. */
    public EnvironmentStatus passInForce(String environment) {
        return reach().pass(load(environment).orElseThrow().inForce().orElseThrow());
    }

    /** One pass that a person has asked for. */
    public EnvironmentStatus passAsked(String environment) {
        DesiredState desired = desired(environment);
        return reach().pass(desired, reach().cloud(desired).look(), true);
    }

    /** So many passes with time going on before each; the last one's status. */
    public EnvironmentStatus passes(String environment, int number, Duration between) {
        EnvironmentStatus status = null;
        for (int i = 0; i < number; i++) {
            clock().advance(between);
            status = pass(environment);
        }
        return status;
    }

    /** Says yes, as a person who has read the plan: to these resources by name, or to all without naming any. */
    public void approve(String environment, String actor, String... names) {
        Plan plan = plan(environment);
        List<String> named = List.of(names);
        List<Decision.Item> items = plan.changes().stream()
                .filter(it -> named.isEmpty() || named.contains(it.id().toString()))
                .map(it -> Decision.Item.of(it, !named.isEmpty()))
                .toList();
        Instant now = clock().instant();
        ledger.decide(new Decision(
                actor + " " + now,
                environment,
                plan.id(),
                plan.report().desired().revision().commit(),
                true,
                actor,
                Optional.empty(),
                now,
                now.plus(Duration.ofHours(24)),
                items));
    }

    /** What a pass would do. */
    public Plan plan(String environment) {
        return reach().plan(desired(environment));
    }

    public DriftReport drift(String environment) {
        return plan(environment).report();
    }

    /** Passes, with time going on between them, until all is as declared and well; fails when that takes too many. */
    public EnvironmentStatus converge(String environment, int mostPasses, Duration between) {
        return converge(environment, mostPasses, between, Estate::isSettled);
    }

    /** The same, where something else tells that all is well. */
    public EnvironmentStatus converge(
            String environment, int mostPasses, Duration between, Predicate<EnvironmentStatus> settled) {
        EnvironmentStatus status = pass(environment);
        for (int i = 1; i < mostPasses && !settled.test(status); i++) {
            clock().advance(between);
            status = pass(environment);
        }
        if (!settled.test(status)) {
            throw new AssertionError("not settled after " + mostPasses + " passes: " + describe(status));
        }
        return status;
    }

    /** With the usual patience: an hour and a half in steps of a minute. */
    public EnvironmentStatus converge(String environment) {
        return converge(environment, 90, Duration.ofMinutes(1));
    }

    /** Whether all is as declared and nothing is underway; what is to have no tasks is well without any. */
    public static boolean isSettled(EnvironmentStatus status) {
        return status.sync() == Sync.SYNCED
                && Set.of(Health.Status.HEALTHY, Health.Status.SUSPENDED).contains(status.health())
                && status.operation() == Operation.IDLE;
    }

    /** What is live here, as an environment of this name. */
    public Exported export(String environment, Scope scope) {
        return export(environment, HERE, scope);
    }

    /** What is live in an account and region. */
    Exported export(String environment, AwsTarget aws, Scope scope) {
        return new Exporter(
                        Kinds.all(),
                        "http://localhost:8080/schema/environment-v1.json",
                        new Marks(OWNER)::name,
                        clock())
                .found(environment, aws, scope, reach().cloud(aws));
    }

    /** The calls of Holdfast and of others that changed something. */
    public List<CallLog.Entry> writes() {
        return sandbox().log().writes();
    }

    /** The process that runs now. */
    public Reach reach() {
        if (reach == null) {
            reach = new Reach();
        }
        return reach;
    }

    /** Says in a few lines why an environment is not as it should be. */
    public static String describe(EnvironmentStatus status) {
        StringBuilder text = new StringBuilder(
                status.sync() + " " + status.health() + " " + status.operation() + " " + status.problems());
        status.plan()
                .map(Plan::report)
                .ifPresent(report -> report.resources().stream()
                        .filter(it -> it.sync() != Sync.SYNCED || it.health().status() != Health.Status.HEALTHY)
                        .forEach(it -> text.append('\n')
                                .append(it.id())
                                .append(' ')
                                .append(it.sync())
                                .append(' ')
                                .append(it.health())
                                .append(' ')
                                .append(it.observed().trouble())
                                .append(it.fields().stream()
                                        .map(f -> "\n    " + f)
                                        .toList())
                                .append(it.memory().attempt())));
        status.plan()
                .ifPresent(plan -> plan.changes()
                        .forEach(it -> text.append("\n  ")
                                .append(it.action())
                                .append(' ')
                                .append(it.id())
                                .append(' ')
                                .append(it.verdict())));
        return text.toString();
    }

    /** One process's way to AWS. */
    public final class Reach implements AutoCloseable {
        private final AwsAccessPool pool = new AwsAccessPool(new AwsSettings(
                Optional.of(place.endpoint()),
                wire.apply(place.http()),
                StaticCredentialsProvider.create(AwsBasicCredentials.create("test", "secret")),
                OWNER,
                Duration.ofSeconds(10),
                Optional::empty,
                calls,
                clock(),
                new Unhurried()));

        private final Map<AwsTarget, AwsCloud> clouds = new ConcurrentHashMap<>();
        private final Pass loop = new Pass(
                ledger,
                new Applier(ledger, clock(), Optional::empty, new Marks(OWNER)::of),
                new Reporter(ledger, board, clock()),
                clock());

        public EnvironmentStatus pass(DesiredState desired) {
            return pass(desired, cloud(desired).look());
        }

        /** A pass whose look was announced before. */
        EnvironmentStatus pass(DesiredState desired, Cloud.Look announced) {
            return pass(desired, announced, false);
        }

        private EnvironmentStatus pass(DesiredState desired, Cloud.Look announced, boolean asked) {
            EnvironmentStatus status = loop.run(desired, Flaws.none(), cloud(desired), announced, asked);
            board.post(status);
            return status;
        }

        Plan plan(DesiredState desired) {
            return loop.plan(desired, cloud(desired), false);
        }

        AwsCloud cloud(DesiredState desired) {
            return cloud(desired.aws());
        }

        AwsCloud cloud(AwsTarget aws) {
            return clouds.computeIfAbsent(aws, it -> new AwsCloud(pool.of(it)));
        }

        @Override
        public void close() {
            pool.close();
        }
    }

    /** Time in which nobody has to wait: a pause is over at once. */
    private static final class Unhurried implements Ticker {
        private long nanos;

        @Override
        public synchronized long nanos() {
            return nanos;
        }

        @Override
        public synchronized void pause(Duration wait) {
            nanos += wait.toNanos();
        }
    }
}
