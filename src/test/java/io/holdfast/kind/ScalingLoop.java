package io.holdfast.kind;

import io.holdfast.apply.Applier;
import io.holdfast.aws.AwsAccess;
import io.holdfast.aws.AwsAccessPool;
import io.holdfast.aws.AwsSettings;
import io.holdfast.aws.Ticker;
import io.holdfast.kind.scalabletarget.ScalableTargetKind;
import io.holdfast.kind.scheduledaction.ScheduledActionKind;
import io.holdfast.kind.steppolicy.StepPolicyKind;
import io.holdfast.kind.trackingpolicy.TrackingPolicyKind;
import io.holdfast.ledger.InMemoryLedger;
import io.holdfast.model.AwsTarget;
import io.holdfast.model.Caller;
import io.holdfast.model.Cloud;
import io.holdfast.model.Declared;
import io.holdfast.model.DesiredState;
import io.holdfast.model.Flaws;
import io.holdfast.model.Handlers;
import io.holdfast.model.Kind;
import io.holdfast.model.Location;
import io.holdfast.model.Mode;
import io.holdfast.model.Origin;
import io.holdfast.model.Plan;
import io.holdfast.model.ResourceDrift;
import io.holdfast.model.ResourceId;
import io.holdfast.model.Revision;
import io.holdfast.model.Terms;
import io.holdfast.model.policy.ApprovalRules;
import io.holdfast.model.policy.Limits;
import io.holdfast.model.policy.Policy;
import io.holdfast.model.policy.Prune;
import io.holdfast.model.policy.Windows;
import io.holdfast.reconcile.Pass;
import io.holdfast.report.Reporter;
import io.holdfast.report.StatusBoard;
import io.holdfast.sandbox.TestSandbox;
import io.holdfast.sandbox.autoscaling.AutoScaling;
import io.holdfast.sandbox.cloudwatch.CloudWatch;
import io.holdfast.sandbox.ecs.Ecs;
import io.holdfast.sandbox.sts.Sts;
import java.net.URI;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import software.amazon.awssdk.auth.credentials.AwsBasicCredentials;
import software.amazon.awssdk.auth.credentials.StaticCredentialsProvider;
import software.amazon.awssdk.services.applicationautoscaling.ApplicationAutoScalingClient;
import software.amazon.awssdk.services.cloudwatch.CloudWatchClient;
import software.amazon.awssdk.services.ecs.EcsClient;
import software.amazon.awssdk.services.ecs.model.Compatibility;
import software.amazon.awssdk.services.ecs.model.ContainerDefinition;
import software.amazon.awssdk.services.ecs.model.LaunchType;
import software.amazon.awssdk.services.ecs.model.NetworkMode;

/**
 * Real passes over the scaling kinds, real SDK clients, a sandbox: the service {@code main/backend} runs three tasks and is declared
 * as {@code test/service/backend}.
 */
public final class ScalingLoop {
    public static final String RESOURCE_ID = "service/main/backend";

    private static final String ACCOUNT = "123456789012";
    private static final Location HERE = new Location("environments/test.yaml", 1, 1);

    /** What is declared no longer goes after a minute, however much it is. */
    private static final Policy POLICY = new Policy(
            Mode.ENFORCE,
            List.of(),
            List.of(),
            Windows.none(),
            new Limits(Optional.empty(), 100, 100, Optional.empty(), 3),
            new Prune(true, Duration.ofMinutes(1)),
            ApprovalRules.DEFAULT);

    public final TestSandbox sandbox = new TestSandbox(Map.of(
            Ecs.NAME,
            new Ecs(),
            Sts.NAME,
            new Sts(),
            AutoScaling.NAME,
            new AutoScaling(),
            CloudWatch.NAME,
            new CloudWatch()));
    public final ApplicationAutoScalingClient scaling = sandbox.client(ApplicationAutoScalingClient.builder(), "other");
    public final CloudWatchClient alarms = sandbox.client(CloudWatchClient.builder(), "other");

    private final InMemoryLedger ledger = new InMemoryLedger();
    private final AwsTarget target = new AwsTarget(ACCOUNT, TestSandbox.REGION, Optional.empty());
    private final AwsAccess access = new AwsAccessPool(settings()).of(target);
    private final Cloud cloud = new ScalingCloud();
    private final List<Declared<?>> declared = new ArrayList<>();

    public ScalingLoop() {
        startService();
        var service = new ServiceStandIn.Service("main/backend");
        declare(new ServiceStandIn(), "backend", service, false);
    }

    /** Declares a resource, or declares it anew. */
    public <S extends Record> ResourceId declare(Kind<S> kind, String name, String yaml) {
        return declare(kind, name, Yaml.read(kind.stateType(), yaml), false);
    }

    /** Declares a resource that may be taken over. */
    public <S extends Record> ResourceId adopt(Kind<S> kind, String name, String yaml) {
        return declare(kind, name, Yaml.read(kind.stateType(), yaml), true);
    }

    /** Declares a resource no longer. */
    public void undeclare(ResourceId id) {
        declared.removeIf(it -> it.id().equals(id));
    }

    private <S> ResourceId declare(Kind<S> kind, String name, S state, boolean adopt) {
        ResourceId id = new ResourceId("test", kind.name(), name);
        declared.removeIf(it -> it.id().equals(id));
        Terms terms = adopt ? Terms.none(id).adopting() : Terms.none(id);
        declared.add(new Declared<>(id, kind, state, new Origin(HERE, Map.of()), terms));
        return id;
    }

    /** One pass; the answer is the plan it acted on. */
    public Plan pass() {
        var applier = new Applier(ledger, sandbox.clock(), Optional::empty, access.marks()::of);
        var reporter = new Reporter(ledger, new StatusBoard(), sandbox.clock());
        var pass = new Pass(ledger, applier, reporter, sandbox.clock());
        Plan plan = pass.run(desired(), Flaws.none(), cloud, false).plan().orElseThrow();
        advance(Duration.ofMinutes(1));
        return plan;
    }

    /** Passes until nothing is left to do. */
    public void converge() {
        for (int passes = 0; passes < 8; passes++) {
            if (pass().isEmpty()) {
                return;
            }
        }
        throw new AssertionError("not converged: " + pass().changes());
    }

    /** One resource of a plan's report. */
    public static ResourceDrift drift(Plan plan, ResourceId id) {
        return plan.report().resources().stream()
                .filter(it -> it.id().equals(id))
                .findFirst()
                .orElseThrow();
    }

    /** The paths in which it differs. */
    public static List<String> paths(Plan plan, ResourceId id) {
        return drift(plan, id).fields().stream().map(it -> it.path()).toList();
    }

    /** The writing operations AWS saw from here on are told by {@link #writes}. */
    public void forgetCalls() {
        sandbox.sandbox().log().clear();
    }

    public List<String> writes() {
        return sandbox.sandbox().log().writes().stream()
                .map(it -> it.operation())
                .toList();
    }

    public void advance(Duration time) {
        sandbox.advance(time);
        sandbox.sandbox().settle();
    }

    public void advanceTo(String instant) {
        advance(Duration.between(sandbox.clock().instant(), Instant.parse(instant)));
    }

    private DesiredState desired() {
        var revision = Revision.of("9f2c1e7");
        return new DesiredState("test", target, POLICY, HERE.file(), revision, false, declared);
    }

    private AwsSettings settings() {
        var credentials = StaticCredentialsProvider.create(AwsBasicCredentials.create("test", "secret"));
        return AwsSettings.of(sandbox.http(), credentials, "us")
                .at(URI.create("http://sandbox"))
                .gatheringFor(Duration.ZERO)
                .timedBy(sandbox.clock(), new Unhurried());
    }

    private void startService() {
        EcsClient ecs = sandbox.ecs();
        ecs.createCluster(cluster -> cluster.clusterName("main"));
        var container = ContainerDefinition.builder().name("web").image("web").build();
        ecs.registerTaskDefinition(definition -> definition
                .family("backend")
                .networkMode(NetworkMode.AWSVPC)
                .requiresCompatibilities(Compatibility.FARGATE)
                .cpu("256")
                .memory("512")
                .containerDefinitions(container));
        ecs.createService(service -> service.cluster("main")
                .serviceName("backend")
                .taskDefinition("backend")
                .launchType(LaunchType.FARGATE)
                .desiredCount(3)
                .networkConfiguration(network -> network.awsvpcConfiguration(
                        vpc -> vpc.subnets("subnet-a").securityGroups("sg-1"))));
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

    private final class ScalingCloud implements Cloud {
        private final Handlers handlers = new Handlers(List.of(
                ServiceStandIn.handler(),
                ScalableTargetKind.over(access),
                StepPolicyKind.over(access),
                TrackingPolicyKind.over(access),
                ScheduledActionKind.over(access)));

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
            return new Caller(access.callerAccount().toOptional(), Optional.empty());
        }
    }
}
