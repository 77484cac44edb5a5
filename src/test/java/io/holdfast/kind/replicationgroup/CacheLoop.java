package io.holdfast.kind.replicationgroup;

import io.holdfast.apply.Applier;
import io.holdfast.aws.AwsAccess;
import io.holdfast.aws.AwsAccessPool;
import io.holdfast.aws.AwsSettings;
import io.holdfast.aws.Ticker;
import io.holdfast.desired.bind.Binder;
import io.holdfast.desired.bind.Bound;
import io.holdfast.desired.yaml.Limits;
import io.holdfast.desired.yaml.Parsed;
import io.holdfast.desired.yaml.YamlReader;
import io.holdfast.ledger.InMemoryLedger;
import io.holdfast.model.AwsTarget;
import io.holdfast.model.Caller;
import io.holdfast.model.Change;
import io.holdfast.model.Cloud;
import io.holdfast.model.Declared;
import io.holdfast.model.DesiredState;
import io.holdfast.model.Difference;
import io.holdfast.model.FieldDrift;
import io.holdfast.model.Flaws;
import io.holdfast.model.Handlers;
import io.holdfast.model.Location;
import io.holdfast.model.Mode;
import io.holdfast.model.Origin;
import io.holdfast.model.Plan;
import io.holdfast.model.ResourceDrift;
import io.holdfast.model.ResourceId;
import io.holdfast.model.Revision;
import io.holdfast.model.Suppressed;
import io.holdfast.model.Terms;
import io.holdfast.model.policy.Policy;
import io.holdfast.reconcile.Pass;
import io.holdfast.report.Reporter;
import io.holdfast.report.StatusBoard;
import io.holdfast.sandbox.Accounts;
import io.holdfast.sandbox.CallLog;
import io.holdfast.sandbox.InProcessHttpClient;
import io.holdfast.sandbox.Pace;
import io.holdfast.sandbox.Sandbox;
import io.holdfast.sandbox.TestClock;
import io.holdfast.sandbox.elasticache.ElastiCache;
import io.holdfast.sandbox.elasticache.ElastiCacheBackstage;
import io.holdfast.sandbox.sts.Sts;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import software.amazon.awssdk.auth.credentials.AwsBasicCredentials;
import software.amazon.awssdk.auth.credentials.StaticCredentialsProvider;
import software.amazon.awssdk.services.elasticache.ElastiCacheClient;
import software.amazon.awssdk.services.elasticache.model.CacheCluster;
import software.amazon.awssdk.services.elasticache.model.ReplicationGroup;

/** Real passes over one declared replication group, through the real SDK, in a sandbox on a clock of its own. */
final class CacheLoop {
    static final String REGION = "us-east-1";
    static final ResourceId ID = new ResourceId("test", ReplicationGroupKind.NAME, "main");

    /** Longer than anything ElastiCache does to one group here. */
    static final Duration LONG_ENOUGH = Duration.ofHours(1);

    private static final Duration BETWEEN_PASSES = Duration.ofMinutes(1);
    private static final Location HERE = new Location("environments/test.yaml", 1, 1);

    final AwsAccess access;
    final ElastiCacheBackstage backstage;

    private final TestClock clock = new TestClock();
    private final Sandbox sandbox =
            new Sandbox(clock, Pace.realistic(), 42, Map.of(ElastiCache.NAME, new ElastiCache(), Sts.NAME, new Sts()));
    private final InMemoryLedger ledger = new InMemoryLedger();
    private final AwsTarget target = new AwsTarget(Accounts.DEFAULT, REGION, Optional.empty());
    private final Handlers handlers;
    private Declared<ReplicationGroupState> declared;

    CacheLoop(String yaml) {
        var credentials = StaticCredentialsProvider.create(AwsBasicCredentials.create("test", "not-a-secret"));
        AwsSettings settings = AwsSettings.of(new InProcessHttpClient(sandbox), credentials, "holdfast-1")
                .at(URI.create("http://sandbox"))
                .gatheringFor(Duration.ZERO)
                .timedBy(clock, new Unhurried());
        access = new AwsAccessPool(settings).of(target);
        handlers = new Handlers(List.of(ReplicationGroupKind.over(access)));
        backstage = new ElastiCacheBackstage(sandbox.world(Accounts.DEFAULT, REGION));
        declare(yaml);
    }

    /** A loop whose group has been made and is as declared. */
    static CacheLoop settled(String yaml) {
        var loop = new CacheLoop(yaml);
        loop.converge();
        return loop;
    }

    static ReplicationGroupState state(String yaml) {
        Parsed parsed = new YamlReader(Limits.DEFAULT)
                .read("test.yaml", ("it:\n" + yaml.indent(2)).getBytes(StandardCharsets.UTF_8));
        if (!parsed.findings().isEmpty()) {
            throw new IllegalArgumentException(parsed.findings().toString());
        }
        Bound<ReplicationGroupState> bound = Binder.of(ReplicationGroupState.class)
                .bind(parsed.root().orElseThrow().entries().get("it"), "it", List.of());
        return bound.value()
                .orElseThrow(() -> new IllegalArgumentException(bound.findings().toString()));
    }

    void declare(String yaml) {
        declared =
                new Declared<>(ID, new ReplicationGroupKind(), state(yaml), new Origin(HERE, Map.of()), Terms.none(ID));
    }

    void declareForAdoption(String yaml) {
        declared = new Declared<>(
                ID,
                new ReplicationGroupKind(),
                state(yaml),
                new Origin(HERE, Map.of()),
                Terms.none(ID).adopting());
    }

    /** One pass; the answer is the plan it acted on. The next one comes a minute later. */
    Plan pass() {
        var applier = new Applier(ledger, clock, Optional::empty, access.marks()::of);
        var reporter = new Reporter(ledger, new StatusBoard(), clock);
        Plan plan = new Pass(ledger, applier, reporter, clock)
                .run(desired(), Flaws.none(), new OneKind(), false)
                .plan()
                .orElseThrow();
        advance(BETWEEN_PASSES);
        return plan;
    }

    /** Passes until the group is as declared and nothing goes on; the changes that were sent, in order. */
    List<String> converge() {
        List<String> sent = new ArrayList<>();
        for (int passes = 0; passes < 240; passes++) {
            int before = writes().size();
            Plan plan = pass();
            sent.addAll(writes().subList(before, writes().size()));
            if (plan.isEmpty() && isQuiet(drift(plan))) {
                return sent;
            }
        }
        throw new AssertionError("not converged: " + drift(pass()));
    }

    private static boolean isQuiet(ResourceDrift drift) {
        return drift.memory().expectation().isEmpty()
                && drift.suppressed().isEmpty()
                && drift.facts().filter(it -> it.underway().isEmpty()).isPresent();
    }

    static ResourceDrift drift(Plan plan) {
        return plan.report().resources().get(0);
    }

    static List<String> paths(Plan plan) {
        return drift(plan).fields().stream().map(FieldDrift::path).toList();
    }

    static List<String> suppressed(Plan plan) {
        return drift(plan).suppressed().stream().map(Suppressed::path).toList();
    }

    static List<String> calls(Plan plan) {
        return plan.changes().stream().map(Change::calls).flatMap(List::stream).toList();
    }

    static Difference difference(Plan plan, String path) {
        return drift(plan).fields().stream()
                .map(FieldDrift::difference)
                .filter(it -> it.path().equals(path))
                .findFirst()
                .orElseThrow();
    }

    /** The writing operations so far. */
    List<String> writes() {
        return sandbox.log().writes().stream().map(CallLog.Entry::operation).toList();
    }

    long asked(String operation) {
        return sandbox.log().of(ElastiCache.NAME, operation).size();
    }

    /** Somebody else's hand. */
    ElastiCacheClient cache() {
        return access.writing().cache();
    }

    ReplicationGroup group() {
        return cache().describeReplicationGroups(query -> query.replicationGroupId("sessions"))
                .replicationGroups()
                .get(0);
    }

    CacheCluster node() {
        return cache().describeCacheClusters().cacheClusters().get(0);
    }

    Sandbox sandbox() {
        return sandbox;
    }

    void advance(Duration time) {
        clock.advance(time);
        sandbox.settle();
    }

    private DesiredState desired() {
        var revision = Revision.of("9f2c1e7");
        return new DesiredState(
                "test", target, Policy.of(Mode.ENFORCE), HERE.file(), revision, false, List.of(declared));
    }

    /** Never waits: no budget is meant to be tested here. */
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

    private final class OneKind implements Cloud {
        @Override
        public Handlers handlers() {
            return handlers;
        }

        @Override
        public Look look() {
            var gathered = access.look();
            return new Look() {
                @Override
                public Handlers handlers() {
                    return handlers;
                }

                @Override
                public void close() {
                    gathered.close();
                }
            };
        }

        @Override
        public Caller caller() {
            return Caller.of(Accounts.DEFAULT);
        }
    }
}
