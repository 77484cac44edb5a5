package io.holdfast.kind.rdsinstance;

import io.holdfast.apply.Applied;
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
import io.holdfast.model.Ask;
import io.holdfast.model.AwsTarget;
import io.holdfast.model.Caller;
import io.holdfast.model.Cloud;
import io.holdfast.model.Decision;
import io.holdfast.model.Declared;
import io.holdfast.model.DesiredState;
import io.holdfast.model.Handler;
import io.holdfast.model.Handlers;
import io.holdfast.model.Location;
import io.holdfast.model.Mode;
import io.holdfast.model.Observed;
import io.holdfast.model.Origin;
import io.holdfast.model.Outcome;
import io.holdfast.model.Plan;
import io.holdfast.model.Removal;
import io.holdfast.model.ResourceDrift;
import io.holdfast.model.ResourceId;
import io.holdfast.model.Revision;
import io.holdfast.model.Step;
import io.holdfast.model.Terms;
import io.holdfast.model.policy.Policy;
import io.holdfast.reconcile.Pass;
import io.holdfast.report.Reporter;
import io.holdfast.report.StatusBoard;
import io.holdfast.sandbox.Accounts;
import io.holdfast.sandbox.InProcessHttpClient;
import io.holdfast.sandbox.Pace;
import io.holdfast.sandbox.Sandbox;
import io.holdfast.sandbox.TestClock;
import io.holdfast.sandbox.rds.Rds;
import io.holdfast.sandbox.rds.RdsBackstage;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;
import software.amazon.awssdk.auth.credentials.AwsBasicCredentials;
import software.amazon.awssdk.auth.credentials.StaticCredentialsProvider;
import software.amazon.awssdk.regions.Region;
import software.amazon.awssdk.services.rds.RdsClient;
import software.amazon.awssdk.services.rds.model.DBInstance;
import software.amazon.awssdk.services.rds.model.ModifyDbInstanceRequest;

/** One declared database, whole passes over it, and somebody else with a console. It is a Sunday, 10:00 UTC. */
final class DatabaseScene {
    static final String ID = "rupaya-prod";
    static final ResourceId RESOURCE = new ResourceId("production", RdsInstanceKind.NAME, "main");

    /** As in the example environment, with a window that is a good while off. */
    static final String YAML = """
            identifier: rupaya-prod
            engine: postgres
            engineVersion: "15.12"
            autoMinorVersionUpgrade: false
            instanceClass: db.r6g.large
            allocatedStorage: 500
            maxAllocatedStorage: 1000
            storageType: io2
            iops: 3000
            storageEncrypted: true
            multiAZ: true
            backupRetentionPeriod: 30
            preferredBackupWindow: "03:00-04:00"
            preferredMaintenanceWindow: Sun:04:30-Sun:05:30
            monitoringInterval: 60
            monitoringRoleArn: arn:aws:iam::123456789012:role/rds-monitoring-role
            performanceInsights: {enabled: true, retentionPeriod: 7}
            databaseInsightsMode: standard
            enabledCloudwatchLogsExports: [upgrade, postgresql]
            vpcSecurityGroupIds: [sg-0a1b2c3d4e5f60020]
            dbSubnetGroup: default
            publiclyAccessible: false
            port: 5432
            parameterGroup: default.postgres15
            optionGroup: default:postgres-15
            iamDatabaseAuthentication: true
            caCertificateIdentifier: rds-ca-rsa2048-g1
            deletionProtection: true
            copyTagsToSnapshot: true
            masterUsername: rupaya
            manageMasterUserPassword: true
            dbName: rupaya
            networkType: IPV4
            licenseModel: postgresql-license
            backupTarget: region
            tags: {team: platform}
            """;

    /** Longer than any one thing RDS does but optimizing storage. */
    private static final Duration LONG_ENOUGH = Duration.ofMinutes(50);

    private static final int MOST_PASSES = 40;

    final TestClock clock = new TestClock();
    final Sandbox sandbox = new Sandbox(clock, Pace.realistic(), 42, Map.of(Rds.NAME, new Rds()));
    final RdsClient console;
    final RdsBackstage backstage;
    final AwsAccess access;
    private final InMemoryLedger ledger = new InMemoryLedger();
    private final Handler<RdsInstanceState> handler;
    private String commit = "9f2c1e7";

    DatabaseScene() {
        var credentials = StaticCredentialsProvider.create(AwsBasicCredentials.create("test", "not-a-secret"));
        var http = new InProcessHttpClient(sandbox);
        var here = new AwsTarget(Accounts.DEFAULT, "eu-central-1", Optional.empty());
        access = new AwsAccessPool(AwsSettings.of(http, credentials, "holdfast-1")
                        .at(URI.create("http://sandbox"))
                        .gatheringFor(Duration.ZERO)
                        .timedBy(clock, new NoWaiting()))
                .of(here);
        console = RdsClient.builder()
                .region(Region.of(here.region()))
                .endpointOverride(URI.create("http://sandbox"))
                .httpClient(http)
                .credentialsProvider(credentials)
                .build();
        backstage = new RdsBackstage(sandbox.world(here.account(), here.region()));
        handler = RdsInstanceKind.over(access);
    }

    /** A scene in which the database is there, as declared, and known to us. */
    static DatabaseScene settled(RdsInstanceState desired) {
        var scene = new DatabaseScene();
        scene.settle(desired);
        return scene;
    }

    /** The declaration above with other lines in place of its own. */
    static RdsInstanceState declared(String... lines) {
        StringBuilder yaml = new StringBuilder();
        YAML.lines()
                .filter(line -> List.of(lines).stream().noneMatch(it -> key(it).equals(key(line))))
                .forEach(line -> yaml.append(line).append('\n'));
        List.of(lines).stream()
                .filter(it -> !it.endsWith(":"))
                .forEach(it -> yaml.append(it).append('\n'));
        return read(yaml.toString());
    }

    static RdsInstanceState read(String yaml) {
        byte[] bytes = ("it:\n" + yaml.indent(2)).getBytes(StandardCharsets.UTF_8);
        Parsed parsed = new YamlReader(Limits.DEFAULT).read("test.yaml", bytes);
        Bound<RdsInstanceState> bound = Binder.of(RdsInstanceState.class)
                .bind(parsed.root().orElseThrow().entries().get("it"), "it", List.of());
        return bound.value()
                .orElseThrow(() -> new IllegalArgumentException(bound.findings().toString()));
    }

    private static String key(String line) {
        return line.substring(0, line.indexOf(':'));
    }

    /** A new commit: what failed may be tried again. */
    void commit(String other) {
        commit = other;
    }

    /** Looks and compares; sends nothing. */
    ResourceDrift look(RdsInstanceState desired) {
        return plan(desired).report().resources().get(0);
    }

    Plan plan(RdsInstanceState desired) {
        sandbox.settle();
        return new Pass(ledger, applier(), new Reporter(ledger, new StatusBoard(), clock), clock)
                .plan(environment(desired), cloud(), false);
    }

    List<Applied> pass(RdsInstanceState desired) {
        return apply(plan(desired));
    }

    List<Applied> apply(Plan plan) {
        return applier().apply(plan, cloud());
    }

    /** Passes with much time in between, until nothing is left to do. */
    void settle(RdsInstanceState desired) {
        for (int passes = 0; passes < MOST_PASSES; passes++) {
            pass(desired);
            advance(LONG_ENOUGH);
            ResourceDrift drift = look(desired);
            if (drift.fields().isEmpty()
                    && drift.facts().filter(it -> it.underway().isEmpty()).isPresent()) {
                return;
            }
        }
        throw new AssertionError(
                "not settled: " + look(desired).fields() + " " + look(desired).health());
    }

    void advance(Duration time) {
        clock.advance(time);
        sandbox.settle();
    }

    void modify(Consumer<ModifyDbInstanceRequest.Builder> change) {
        console.modifyDBInstance(request -> change.accept(request.dbInstanceIdentifier(ID)));
    }

    /** Somebody else's change, made at once and finished. */
    void modifyNow(Consumer<ModifyDbInstanceRequest.Builder> change) {
        modify(request -> change.accept(request.applyImmediately(true)));
        advance(LONG_ENOUGH);
    }

    DBInstance instance() {
        sandbox.settle();
        return console.describeDBInstances(request -> request.dbInstanceIdentifier(ID))
                .dbInstances()
                .get(0);
    }

    /** Says yes to all that a plan asks, as a person would who has read it. */
    void approve(Plan plan) {
        ledger.decide(new Decision(
                "1",
                RESOURCE.environment(),
                plan.id(),
                commit,
                true,
                "ana",
                Optional.empty(),
                clock.instant(),
                clock.instant().plus(Duration.ofHours(24)),
                plan.changes().stream().map(it -> Decision.Item.of(it, true)).toList()));
    }

    /** What a look finds of the database if nothing declares it. */
    Observed<RdsInstanceState> undeclared() {
        var ask = new Ask<RdsInstanceState>(RESOURCE, ID, Optional.empty(), Optional.empty());
        sandbox.settle();
        return handler.observer().observe(List.of(ask)).get(RESOURCE);
    }

    /** Makes each call of its deletion, although no plan asks for it; the last outcome. */
    Outcome delete(String token) {
        return delete(undeclared().present().orElseThrow(), token);
    }

    /** The same for what an earlier look found. */
    Outcome delete(Observed.Present<RdsInstanceState> live, String token) {
        Outcome outcome = Outcome.done();
        for (Step step : handler.kind().deletion(live.state())) {
            outcome = handler.actuator().delete(new Removal<>(RESOURCE, ID, live, token), step);
        }
        return outcome;
    }

    /** The names of the operations asked so far that change something. */
    List<String> writes() {
        return sandbox.log().writes().stream().map(it -> it.operation()).toList();
    }

    private Applier applier() {
        return new Applier(ledger, clock, Optional::empty, access.marks()::of);
    }

    private DesiredState environment(RdsInstanceState desired) {
        var origin = new Origin(new Location("environments/production.yaml", 1, 1), Map.of());
        var declared = new Declared<>(
                RESOURCE, handler.kind(), desired, origin, Terms.none(RESOURCE).adopting());
        return new DesiredState(
                RESOURCE.environment(),
                access.target(),
                Policy.of(Mode.ENFORCE),
                "environments/production.yaml",
                Revision.of(commit),
                false,
                List.of(declared));
    }

    private Cloud cloud() {
        Handlers handlers = new Handlers(List.of(handler));
        return new Cloud() {
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

            @Override
            public Handlers handlers() {
                return handlers;
            }
        };
    }

    /** Time that passes only by being waited for. */
    private static final class NoWaiting implements Ticker {
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
