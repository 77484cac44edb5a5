package io.holdfast.estate;

import static org.assertj.core.api.Assertions.assertThat;

import io.holdfast.ledger.EventQuery;
import io.holdfast.model.Condition;
import io.holdfast.model.Health;
import io.holdfast.model.Sync;
import io.holdfast.report.EnvironmentStatus;
import io.holdfast.report.Operation;
import io.holdfast.sandbox.CallLog;
import io.holdfast.sandbox.fault.Answer;
import io.holdfast.sandbox.fault.Api;
import io.holdfast.sandbox.fault.Attempt;
import io.holdfast.sandbox.fault.Fault;
import io.holdfast.sandbox.fault.Rule;
import io.holdfast.sandbox.fault.Selector;
import io.holdfast.sandbox.wire.AwsError;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/**
 * What may become of a call for reasons of its own: refusals that mean something, states that last, others who get in between.
 * What may become of any call is tried by {@link FaultCampaignTest}.
 */
class SetbackTest {
    private static final String ENVIRONMENT = "whole";
    private static final Duration MINUTE = Duration.ofMinutes(1);
    private static final int BAD_REQUEST = 400;

    @TempDir
    Path folder;

    private Estate estate;
    private Console console;

    @BeforeEach
    void settle() {
        estate = new Estate(folder);
        console = new Console(estate.sandbox());
        commit(Samples.SERVICE);
        estate.converge(ENVIRONMENT, 60, Duration.ofSeconds(150));
        estate.sandbox().log().clear();
    }

    private void commit(String yaml) {
        estate.declare("whole.yaml", yaml);
    }

    private Rule inject(Fault fault, Api api) {
        return estate.sandbox().faults().inject(fault, api, Selector.always());
    }

    private long count(String operation) {
        return estate.writes().stream()
                .filter(it -> it.operation().equals(operation))
                .count();
    }

    private static Condition stalled(EnvironmentStatus status) {
        return status.conditions().stream()
                .filter(it -> it.type() == Condition.Type.STALLED)
                .findFirst()
                .orElseThrow();
    }

    /** A change of the cluster alone and one of the service alone. */
    private static String both() {
        return Samples.SERVICE
                .replace("containerInsights: enabled", "containerInsights: disabled")
                .replace("maximumPercent: 200", "maximumPercent: 150");
    }

    @ParameterizedTest
    @CsvSource({"LimitExceededException", "AccessDeniedException", "InvalidParameterException"})
    void whatOnlyAPersonCanMendHoldsItsOwnResourceAndNoOther(String code) {
        // Given
        Rule rule = inject(Fault.refuse(BAD_REQUEST, code), Api.of("ecs", "UpdateCluster"));
        commit(both());
        // When
        EnvironmentStatus status = estate.passes(ENVIRONMENT, 10, Duration.ofMinutes(5));
        // Then
        assertThat(console.maximum()).isEqualTo(150);
        assertThat(rule.fired()).as("in the first hour").isEqualTo(1);
        assertThat(stalled(status).reason()).isEqualTo("Stalled");
        assertThat(stalled(status).message()).contains("whole/cluster/main", "ecs:UpdateCluster", code);
        estate.sandbox().faults().clear();
        assertThat(estate.passAsked(ENVIRONMENT)).isNotNull();
        assertThat(estate.passes(ENVIRONMENT, 1, MINUTE).sync()).isEqualTo(Sync.SYNCED);
    }

    @ParameterizedTest
    @CsvSource({
        "403, RequestTimeTooSkewed",
        "403, SignatureDoesNotMatch",
        "400, ExpiredTokenException",
        "400, UnrecognizedClientException",
        "503, ServiceUnavailableException"
    })
    void whereNobodyCanLookNothingIsSaidAndNothingDone(int httpStatus, String code) {
        // Given
        inject(Fault.refuse(httpStatus, code), Api.service("ecs"));
        commit(both());
        // When
        EnvironmentStatus status = estate.passes(ENVIRONMENT, 4, MINUTE);
        // Then
        assertThat(status.sync()).isEqualTo(Sync.UNKNOWN);
        assertThat(status.health()).isEqualTo(Health.Status.UNKNOWN);
        assertThat(estate.writes()).isEmpty();
        estate.sandbox().faults().clear();
        assertThat(estate.converge(ENVIRONMENT).sync()).isEqualTo(Sync.SYNCED);
        assertThat(count("UpdateCluster")).isEqualTo(1);
        assertThat(count("UpdateService")).isEqualTo(1);
    }

    @Test
    void credentialsThatExpireInTheMiddleOfAPlanParkTheRestOfIt() {
        // Given
        Rule rule = estate.sandbox()
                .faults()
                .inject(
                        Fault.refuse(BAD_REQUEST, "ExpiredTokenException"),
                        Api.of("ecs", "UpdateService"),
                        Selector.first(2));
        commit(both().replace("backend:1.0", "backend:1.1"));
        // When
        estate.pass(ENVIRONMENT);
        EnvironmentStatus meanwhile = estate.passes(ENVIRONMENT, 1, MINUTE);
        estate.passes(ENVIRONMENT, 1, MINUTE);
        // Then
        assertThat(stalled(meanwhile).status()).isEqualTo(Condition.Status.FALSE);
        assertThat(rule.fired()).isEqualTo(2);
        assertThat(console.maximum()).as("gone on by itself").isEqualTo(150);
        assertThat(estate.converge(ENVIRONMENT).sync()).isEqualTo(Sync.SYNCED);
        assertThat(count("RegisterTaskDefinition")).isEqualTo(1);
        assertThat(count("UpdateCluster")).isEqualTo(1);
    }

    @Test
    void aRevisionThatNoServiceTurnsToYetIsNotTakenForOneThatAwsDoesNotShow() {
        // Given
        estate.sandbox()
                .faults()
                .inject(
                        Fault.refuse(BAD_REQUEST, "ThrottlingException"),
                        Api.of("ecs", "UpdateService"),
                        Selector.first(9));
        commit(Samples.SERVICE.replace("backend:1.0", "backend:1.1"));
        // When
        for (int i = 0; i < 9; i++) {
            EnvironmentStatus status = estate.passes(ENVIRONMENT, 1, Duration.ofMinutes(11));
            // Then
            assertThat(status.sync()).isEqualTo(Sync.OUT_OF_SYNC);
        }
        assertThat(estate.converge(ENVIRONMENT).sync()).isEqualTo(Sync.SYNCED);
        assertThat(count("RegisterTaskDefinition")).isEqualTo(1);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "ECS was unable to assume the role 'arn:aws:iam::123456789012:role/execution'.",
                "The target group arn:x does not have an associated load balancer."
            })
    void whatAwsHasNotHeardOfEverywhereIsTriedAgainAndNobodyIsCalled(String message) {
        // Given
        Rule rule = estate.sandbox()
                .faults()
                .inject(
                        new Says("InvalidParameterException", message),
                        Api.of("ecs", "UpdateService"),
                        Selector.first(3));
        commit(both());
        // When
        for (int i = 0; i < 3; i++) {
            EnvironmentStatus status = estate.passes(ENVIRONMENT, 1, MINUTE);
            // Then
            assertThat(stalled(status).status()).isEqualTo(Condition.Status.FALSE);
        }
        assertThat(estate.converge(ENVIRONMENT).sync()).isEqualTo(Sync.SYNCED);
        assertThat(rule.fired()).isEqualTo(3);
    }

    @ParameterizedTest
    @CsvSource({"InvalidParameterException, 12", "ThrottlingException, 80", "ServerException, 80"})
    void whatShouldPassByItselfAndDoesNotIsToldAndTriedAgain(String code, int minutes) {
        // Given
        Rule rule = inject(new Says(code, "ECS was unable to assume the role."), Api.of("ecs", "UpdateService"));
        commit(both());
        // When
        EnvironmentStatus status = estate.passes(ENVIRONMENT, minutes, MINUTE);
        // Then
        assertThat(stalled(status).reason()).isEqualTo("Stalled");
        assertThat(stalled(status).message()).contains("whole/service/backend", code, "next attempt at");
        long soFar = rule.fired();
        estate.passes(ENVIRONMENT, 11, MINUTE);
        assertThat(rule.fired()).isGreaterThan(soFar);
        assertThat(estate.ledger().events(EventQuery.newest(ENVIRONMENT, 1000)))
                .extracting(it -> it.event().reason())
                .filteredOn(it -> it.startsWith("Stalled"))
                .as("told once")
                .containsExactly("StalledTrue");
        estate.sandbox().faults().clear();
        assertThat(estate.converge(ENVIRONMENT).sync()).isEqualTo(Sync.SYNCED);
    }

    @ParameterizedTest
    @ValueSource(strings = {"UpdateInProgressException", "ResourceInUseException"})
    void whatIsBusyIsAskedAgain(String code) {
        // Given
        Rule rule = estate.sandbox()
                .faults()
                .inject(
                        Fault.refuse(BAD_REQUEST, code),
                        Api.of("ecs", "PutClusterCapacityProviders"),
                        Selector.first(2));
        commit(Samples.SERVICE.replace("[FARGATE, FARGATE_SPOT]", "[FARGATE]"));
        // When
        EnvironmentStatus status = estate.converge(ENVIRONMENT);
        // Then
        assertThat(status.sync()).isEqualTo(Sync.SYNCED);
        assertThat(rule.fired()).isEqualTo(2);
    }

    @ParameterizedTest
    @ValueSource(strings = {"DescribeClusters", "DescribeServices"})
    void aStatusNobodyKnowsMeansWait(String look) {
        // Given
        inject(Fault.stayIn("status", "zzz", Duration.ofMinutes(30)), Api.of("ecs", look));
        commit(
                look.equals("DescribeClusters")
                        ? Samples.SERVICE.replace("containerInsights: enabled", "containerInsights: disabled")
                        : Samples.SERVICE.replace("maximumPercent: 200", "maximumPercent: 150"));
        // When
        EnvironmentStatus status = estate.passes(ENVIRONMENT, 5, Duration.ofMinutes(4));
        // Then
        assertThat(Estate.isSettled(status)).isFalse();
        assertThat(estate.writes()).isEmpty();
        assertThat(estate.converge(ENVIRONMENT).sync()).isEqualTo(Sync.SYNCED);
        assertThat(estate.writes()).hasSize(1);
    }

    @Test
    void whatSomebodyElseMadeOfTheSameNameIsNeitherMadeAgainNorTouched() {
        // Given
        inject(
                Fault.byOther(
                        "ecs",
                        "CreateService",
                        Map.of(
                                "cluster", "whole",
                                "serviceName", "second",
                                "taskDefinition", "backend",
                                "desiredCount", 1,
                                "launchType", "FARGATE",
                                "networkConfiguration",
                                        Map.of("awsvpcConfiguration", Map.of("subnets", List.of("subnet-9"))))),
                Api.of("ecs", "CreateService")
                        .where(it -> it.string("serviceName")
                                .filter("second"::equals)
                                .isPresent()));
        commit(Samples.SERVICE
                + Samples.SERVICE
                        .substring(Samples.SERVICE.indexOf("    backend:"))
                        .replace("backend", "second"));
        // When
        EnvironmentStatus status = estate.passes(ENVIRONMENT, 10, Duration.ofMinutes(4));
        // Then
        assertThat(count("CreateService")).as("of ours").isEqualTo(1);
        assertThat(count("UpdateService")).isZero();
        assertThat(status.plan().orElseThrow().changes())
                .filteredOn(it -> it.id().toString().equals("whole/service/second"))
                .singleElement()
                .satisfies(it -> assertThat(it.verdict().reason()).isEqualTo("Unowned"));
        assertThat(stalled(status).status()).isEqualTo(Condition.Status.TRUE);
    }

    /** Tasks go on with it, so that a rollout for its sake alone would disturb them for nothing. */
    @Test
    void aRevisionThatSomebodyDeregistersIsToldAndTheNextOneTakesItsPlace() {
        // Given
        String running = console.service(ENVIRONMENT, "backend").orElseThrow().taskDefinition();
        console.ecs.deregisterTaskDefinition(it -> it.taskDefinition(running));
        estate.sandbox().log().clear();
        // When
        EnvironmentStatus told = estate.passes(ENVIRONMENT, 2, Duration.ofMinutes(61));
        boolean isLeft = estate.writes().isEmpty();
        commit(Samples.SERVICE.replace("backend:1.0", "backend:1.1"));
        EnvironmentStatus status = estate.converge(ENVIRONMENT);
        // Then
        assertThat(told.health()).isEqualTo(Health.Status.DEGRADED);
        assertThat(isLeft).isTrue();
        assertThat(status.sync()).isEqualTo(Sync.SYNCED);
        assertThat(count("RegisterTaskDefinition")).isEqualTo(1);
        assertThat(count("UpdateService")).isEqualTo(1);
    }

    @Test
    void aDeploymentThatNeverEndsBlocksNothingAndIsToldAfterItsDeadline() {
        // Given
        inject(Fault.stayIn("status", "IN_PROGRESS", Duration.ofDays(9)), Api.of("ecs", "DescribeServiceDeployments"));
        commit(Samples.SERVICE.replace("backend:1.0", "backend:1.1"));
        // When
        EnvironmentStatus soon = estate.passes(ENVIRONMENT, 5, MINUTE);
        EnvironmentStatus late = estate.passes(ENVIRONMENT, 5, Duration.ofMinutes(50));
        // Then
        assertThat(soon.operation()).isEqualTo(Operation.VERIFYING);
        assertThat(stalled(soon).status()).isEqualTo(Condition.Status.FALSE);
        assertThat(stalled(late).reason()).isEqualTo("DeadlineExceeded");
        assertThat(count("UpdateService")).isEqualTo(1);
    }

    @Test
    void whatSomebodyDeletesIsMadeAgainOnceItsNameIsFree() {
        // Given
        console.ecs.deleteService(
                it -> it.cluster(ENVIRONMENT).service("backend").force(true));
        estate.sandbox().log().clear();
        // When
        EnvironmentStatus atFirst = estate.pass(ENVIRONMENT);
        boolean waits = estate.writes().isEmpty();
        EnvironmentStatus status = estate.converge(ENVIRONMENT);
        // Then
        assertThat(Estate.isSettled(atFirst)).isFalse();
        assertThat(waits).as("while it drains").isTrue();
        assertThat(status.sync()).isEqualTo(Sync.SYNCED);
        assertThat(estate.writes()).extracting(CallLog.Entry::operation).containsExactly("CreateService");
    }

    @Test
    void aClusterThatIsOnlyDescribedStillIsMadeAgain() {
        // Given
        console.ecs.deleteService(
                it -> it.cluster(ENVIRONMENT).service("backend").force(true));
        estate.clock().advance(Duration.ofMinutes(20));
        estate.sandbox().settle();
        console.ecs.deleteCluster(it -> it.cluster(ENVIRONMENT));
        estate.sandbox().log().clear();
        // When
        EnvironmentStatus status = estate.converge(ENVIRONMENT);
        // Then
        assertThat(status.sync()).isEqualTo(Sync.SYNCED);
        assertThat(estate.writes())
                .extracting(CallLog.Entry::operation)
                .containsExactly("CreateCluster", "CreateService");
    }

    @Test
    void looksThatDoNotKnowOfADeploymentYetStartNoOther() {
        // Given
        commit(Samples.SERVICE.replace("backend:1.0", "backend:1.1"));
        estate.pass(ENVIRONMENT);
        Rule rule =
                estate.sandbox().faults().inject(Fault.stale(1), Api.of("ecs", "DescribeService*"), Selector.first(6));
        // When
        estate.passes(ENVIRONMENT, 3, Duration.ofSeconds(10));
        EnvironmentStatus status = estate.converge(ENVIRONMENT);
        // Then
        assertThat(rule.fired()).isPositive();
        assertThat(status.sync()).isEqualTo(Sync.SYNCED);
        assertThat(count("UpdateService")).isEqualTo(1);
        assertThat(count("RegisterTaskDefinition")).isEqualTo(1);
    }

    @Test
    void aDeploymentOfSomebodyElseDuringOursIsNotFought() {
        // Given
        commit(Samples.SERVICE.replace("backend:1.0", "backend:1.1"));
        estate.pass(ENVIRONMENT);
        // When
        console.ecs.updateService(
                it -> it.cluster(ENVIRONMENT).service("backend").forceNewDeployment(true));
        EnvironmentStatus status = estate.converge(ENVIRONMENT);
        // Then
        assertThat(status.sync()).isEqualTo(Sync.SYNCED);
        assertThat(count("UpdateService")).as("ours, theirs").isEqualTo(2);
    }

    /** AWS refuses, in these words. */
    private record Says(String code, String message) implements Fault {
        @Override
        public String name() {
            return "says";
        }

        @Override
        public Answer strike(Attempt attempt) {
            return Answer.refusal(new AwsError(BAD_REQUEST, code, message));
        }
    }
}
