package io.holdfast.aws;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.holdfast.aws.Wire.Said;
import io.holdfast.model.AwsTarget;
import io.holdfast.model.Fault;
import io.holdfast.model.Outcome;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import software.amazon.awssdk.auth.credentials.AwsCredentialsProviderChain;
import software.amazon.awssdk.core.exception.SdkClientException;

class AwsAccessTest {
    private static final String IDENTITY =
            "<GetCallerIdentityResponse xmlns=\"https://sts.amazonaws.com/doc/2011-06-15/\">"
                    + "<GetCallerIdentityResult><Arn>arn:aws:iam::%1$s:user/u</Arn><UserId>U</UserId><Account>%1$s</Account>"
                    + "</GetCallerIdentityResult></GetCallerIdentityResponse>";
    private static final String ASSUMED = "<AssumeRoleResponse xmlns=\"https://sts.amazonaws.com/doc/2011-06-15/\">"
            + "<AssumeRoleResult><Credentials><AccessKeyId>AKIDASSUMED</AccessKeyId><SecretAccessKey>s</SecretAccessKey>"
            + "<SessionToken>t</SessionToken><Expiration>2099-01-01T00:00:00Z</Expiration></Credentials>"
            + "<AssumedRoleUser><Arn>arn:aws:sts::123456789012:assumed-role/holdfast/holdfast</Arn>"
            + "<AssumedRoleId>R</AssumedRoleId></AssumedRoleUser></AssumeRoleResult></AssumeRoleResponse>";

    static List<Said> trouble() {
        return List.of(
                Said.nothing(),
                Said.ok("{\"cluster\": {\"clusterArn\": \"arn:a"),
                Said.ok(""),
                Said.ok("{}"),
                Said.ok("<html>please log in</html>"),
                new Said(500, "<html>bad gateway</html>"),
                Said.error(500, "ServerException", "oops"),
                Said.error(503, "ServiceUnavailableException", "later"));
    }

    @ParameterizedTest
    @MethodSource("trouble")
    void aWriteIsOneAttemptAndItsOutcomeStaysUnknown(Said said) {
        // Given
        Wire wire = new Wire(asked -> said);
        AwsAccess access = wire.access();
        // When
        Outcome outcome = createCluster(access);
        // Then
        assertThat(wire.operations()).containsExactly("CreateCluster");
        assertThat(fault(outcome).kind()).isEqualTo(Fault.Kind.UNKNOWN_OUTCOME);
        assertThat(fault(outcome).operation()).isEqualTo("ecs:CreateCluster");
    }

    @ParameterizedTest
    @MethodSource("trouble")
    void aReadThatStaysUnansweredSaysNothingAboutTheThing(Said said) {
        // Given
        AwsAccess access = new Wire(asked -> said).access();
        // When
        var answer = access.ecs().clusters().load("main");
        // Then
        assertThat(answer.trouble()).map(Fault::kind).contains(Fault.Kind.TRANSIENT);
    }

    private static final String INSTANCES =
            "<DescribeDBInstancesResponse xmlns=\"http://rds.amazonaws.com/doc/2014-10-31/\">"
                    + "<DescribeDBInstancesResult><DBInstances><DBInstance><DBInstanceIdentifier>%s</DBInstanceIdentifier>"
                    + "</DBInstance></DBInstances></DescribeDBInstancesResult></DescribeDBInstancesResponse>";

    /** What no AWS says, and somebody in between could: entities of a file and without end, and nesting without end. */
    static List<Said> hostile() {
        String laughs = IntStream.range(1, 12)
                .mapToObj(i -> "<!ENTITY e" + i + " \"" + ("&e" + (i - 1) + ";").repeat(10) + "\">")
                .collect(Collectors.joining());
        return List.of(
                Said.ok("<!DOCTYPE x [<!ENTITY e SYSTEM \"file:///etc/passwd\">]>" + INSTANCES.formatted("&e;")),
                Said.ok("<!DOCTYPE x [<!ENTITY e0 \"ha\">" + laughs + "]>" + INSTANCES.formatted("&e11;")),
                Said.ok("<x>".repeat(100_000)));
    }

    @ParameterizedTest
    @MethodSource("hostile")
    void anAnswerThatIsMeantToHarmIsAReadThatFailed(Said said) {
        // Given
        AwsAccess access = new Wire(asked -> said).access();
        // When
        var answer = access.databases().instances().load("main");
        // Then
        assertThat(answer.trouble()).map(Fault::kind).contains(Fault.Kind.TRANSIENT);
        assertThat(answer.toString()).doesNotContain("root:");
    }

    @Test
    void aWriteWhoseAnswerIsMeantToHarmHasAnUnknownOutcome() {
        // Given
        AwsAccess access = new Wire(asked -> Said.ok("<x>".repeat(100_000))).access();
        // When
        Outcome outcome = Call.act("rds:StopDBInstance", () -> {
            access.writing().rds().stopDBInstance(it -> it.dbInstanceIdentifier("main"));
            return Outcome.done();
        });
        // Then
        assertThat(fault(outcome).kind()).isEqualTo(Fault.Kind.UNKNOWN_OUTCOME);
    }

    @Test
    void nestingWithoutEndIsAReadThatFailed() {
        // Given
        AwsAccess access = new Wire(asked -> Said.ok("{\"clusters\":" + "[".repeat(100_000))).access();
        // When
        var answer = access.ecs().clusters().load("main");
        // Then
        assertThat(answer.trouble()).map(Fault::kind).contains(Fault.Kind.TRANSIENT);
    }

    @Test
    void aReadIsRepeatedWhenAwsHasABadMoment() {
        // Given
        List<Said> script =
                new ArrayList<>(List.of(Said.error(500, "ServerException", "oops"), Said.nothing(), cluster("main")));
        Wire wire = new Wire(asked -> script.remove(0));
        // When
        var answer = wire.access().ecs().clusters().load("main");
        // Then
        assertThat(answer.toOptional()).isPresent();
        assertThat(wire.operations()).hasSize(3);
    }

    @Test
    void aClientThatRepeatsItsCallsRefusesToWrite() {
        // Given
        Wire wire = new Wire(asked -> cluster("main"));
        AwsAccess access = wire.access();
        // When
        assertThatThrownBy(() -> access.reading().ecs().createCluster(request -> request.clusterName("main")))
                .isInstanceOf(IllegalStateException.class);
        // Then
        assertThat(wire.asked()).isEmpty();
    }

    @Test
    void aClosedGateStopsWritesBeforeAnyCallAndLetsReadsThrough() {
        // Given
        Wire wire = new Wire(asked -> cluster("main"));
        AwsSettings settings = wire.settings().gatedBy(() -> Optional.of("shutting down"));
        AwsAccess access = new AwsAccessPool(settings).of(Wire.TARGET);
        // When
        Outcome outcome = createCluster(access);
        var answer = access.ecs().clusters().load("main");
        // Then
        assertThat(fault(outcome))
                .isEqualTo(new Fault(Fault.Kind.TRANSIENT, "ecs:CreateCluster", "WritesStopped", "shutting down"));
        assertThat(answer.toOptional()).isPresent();
        assertThat(wire.operations()).containsExactly("DescribeClusters");
    }

    @Test
    void nothingIsWrittenIntoAnotherAccount() {
        // Given
        Wire wire = new Wire(asked -> asked.operation().equals("GetCallerIdentity")
                ? Said.ok(IDENTITY.formatted("999999999999"))
                : cluster("main"));
        AwsAccess access = wire.access();
        // When
        Answer<String> account = access.callerAccount();
        Outcome outcome = createCluster(access);
        // Then
        assertThat(account).isEqualTo(Answer.found("999999999999"));
        assertThat(fault(outcome).message()).contains("999999999999", "123456789012");
        assertThat(wire.operations()).containsExactly("GetCallerIdentity");
    }

    @Test
    void writingGoesOnOnceTheAccountIsRight() {
        // Given
        List<String> accounts = new ArrayList<>(List.of("999999999999", "123456789012"));
        AwsAccess access = new Wire(asked -> asked.operation().equals("GetCallerIdentity")
                        ? Said.ok(IDENTITY.formatted(accounts.remove(0)))
                        : cluster("main"))
                .access();
        access.callerAccount();
        // When
        access.callerAccount();
        // Then
        assertThat(createCluster(access)).isEqualTo(Outcome.done("arn:main"));
    }

    @Test
    void aRoleIsAssumedOnceAndUsedForEveryCall() {
        // Given
        Wire wire = new Wire(asked -> asked.operation().equals("AssumeRole") ? Said.ok(ASSUMED) : cluster("main"));
        AwsTarget target =
                new AwsTarget("123456789012", "us-east-1", Optional.of("arn:aws:iam::123456789012:role/holdfast"));
        AwsAccess access = new AwsAccessPool(wire.settings()).of(target);
        // When
        access.ecs().clusters().load("main");
        createCluster(access);
        // Then
        assertThat(wire.operations()).containsExactly("AssumeRole", "DescribeClusters", "CreateCluster");
        assertThat(wire.asked())
                .first()
                .satisfies(it -> assertThat(it.authorization()).contains("AKIDEXAMPLE"));
        assertThat(wire.asked().subList(1, 3))
                .allSatisfy(it -> assertThat(it.authorization()).contains("AKIDASSUMED"));
    }

    @Test
    void aRoleThatMayNotBeAssumedIsAMissingPermissionWithoutAnyFurtherCall() {
        // Given
        String denied = "<ErrorResponse><Error><Type>Sender</Type><Code>AccessDenied</Code>"
                + "<Message>not authorized to perform: sts:AssumeRole</Message></Error></ErrorResponse>";
        Wire wire = new Wire(asked -> new Said(403, denied));
        AwsTarget target =
                new AwsTarget("123456789012", "us-east-1", Optional.of("arn:aws:iam::123456789012:role/holdfast"));
        // When
        var answer =
                new AwsAccessPool(wire.settings()).of(target).ecs().clusters().load("main");
        // Then
        assertThat(answer.trouble()).hasValueSatisfying(fault -> {
            assertThat(fault.kind()).isEqualTo(Fault.Kind.DENIED);
            assertThat(fault.operation()).isEqualTo("sts:AssumeRole");
        });
        assertThat(wire.operations()).containsOnly("AssumeRole");
    }

    @Test
    void missingCredentialsAreToldApartFromATransientFailure() {
        // Given
        Wire wire = new Wire(asked -> cluster("main"));
        var none = AwsCredentialsProviderChain.builder()
                .addCredentialsProvider(() -> {
                    throw SdkClientException.create("no key in the environment");
                })
                .build();
        AwsSettings settings =
                AwsSettings.of(wire, none, "holdfast-1").timedBy(wire.settings().clock(), new StillTicker());
        AwsAccess access = new AwsAccessPool(settings).of(Wire.TARGET);
        // When
        var read = access.ecs().clusters().load("main");
        Outcome write = createCluster(access);
        // Then
        assertThat(read.trouble()).hasValueSatisfying(it -> {
            assertThat(it.kind()).isEqualTo(Fault.Kind.CREDENTIALS);
            assertThat(it)
                    .hasToString("credentials of the process: NoCredentials: there are none that work in the"
                            + " environment or a profile, and no role of a container or an instance gives any");
        });
        assertThat(fault(write).kind()).isEqualTo(Fault.Kind.CREDENTIALS);
        assertThat(wire.asked()).isEmpty();
    }

    @Test
    void everyCallIsCountedWithItsOutcome() {
        // Given
        List<String> counted = new ArrayList<>();
        List<Said> script = new ArrayList<>(
                List.of(cluster("main"), Said.error(400, "AccessDeniedException", "no"), Said.error(400, "X", "no")));
        Wire wire = new Wire(asked -> script.remove(0));
        AwsMeter meter = new AwsMeter() {
            @Override
            public void answered(String service, String operation, String outcome) {
                counted.add(service + " " + operation + " " + outcome);
            }

            @Override
            public void waited(String family, Duration wait) {}
        };
        AwsAccess access = new AwsAccessPool(wire.settings().countedBy(meter)).of(Wire.TARGET);
        // When
        access.ecs().clusters().load("main");
        access.ecs().clusters().load("main");
        createCluster(access);
        // Then
        assertThat(counted)
                .containsExactly("ecs DescribeClusters ok", "ecs DescribeClusters denied", "ecs CreateCluster invalid");
    }

    @Test
    void environmentsOfOneAccountRegionAndRoleShareOneAccess() {
        // Given
        AwsAccessPool pool = new AwsAccessPool(new Wire(asked -> cluster("main")).settings());
        AwsTarget elsewhere = new AwsTarget("123456789012", "eu-west-1", Optional.empty());
        // When
        AwsAccess first = pool.of(Wire.TARGET);
        AwsAccess again = pool.of(new AwsTarget("123456789012", "us-east-1", Optional.empty()));
        AwsAccess other = pool.of(elsewhere);
        // Then
        assertThat(again).isSameAs(first);
        assertThat(other).isNotSameAs(first);
    }

    @Test
    void clientsKeepNoThreadsOfTheirOwnAndCloseNobodyElses() {
        // Given
        AwsSettings settings = new Wire(asked -> cluster("main")).settings();
        AwsAccessPool closed = new AwsAccessPool(settings);
        closed.of(Wire.TARGET).ecs().clusters().load("main");
        // When
        closed.close();
        var answer =
                new AwsAccessPool(settings).of(Wire.TARGET).ecs().clusters().load("main");
        // Then
        assertThat(answer.toOptional()).isPresent();
        assertThat(Thread.getAllStackTraces().keySet())
                .extracting(Thread::getName)
                .noneMatch(it -> it.startsWith("sdk-ScheduledExecutor"));
    }

    private static Outcome createCluster(AwsAccess access) {
        return Call.act("ecs:CreateCluster", () -> {
            var response = access.writing().ecs().createCluster(request -> request.clusterName("main"));
            var cluster = BrokenPromise.unless(response.cluster(), "cluster");
            return Outcome.done(BrokenPromise.unless(cluster.clusterArn(), "cluster.clusterArn"));
        });
    }

    private static Fault fault(Outcome outcome) {
        return ((Outcome.Failed) outcome).fault();
    }

    /** Good for DescribeClusters and for CreateCluster. */
    private static Said cluster(String name) {
        String cluster = "{\"clusterName\":\"" + name + "\",\"clusterArn\":\"arn:" + name + "\"}";
        return Said.ok("{\"clusters\":[" + cluster + "],\"cluster\":" + cluster + "}");
    }
}
