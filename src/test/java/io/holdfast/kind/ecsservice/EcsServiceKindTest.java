package io.holdfast.kind.ecsservice;

import static org.assertj.core.api.Assertions.assertThat;

import io.holdfast.kind.Declaration;
import io.holdfast.kind.Stage;
import io.holdfast.model.Excuse;
import io.holdfast.model.Expectation;
import io.holdfast.model.Handler;
import io.holdfast.model.Health;
import io.holdfast.model.Observed;
import io.holdfast.model.Outcome;
import io.holdfast.model.Ownership;
import io.holdfast.model.ResourceId;
import io.holdfast.model.Rollout;
import io.holdfast.model.Step;
import io.holdfast.sandbox.fault.Api;
import io.holdfast.sandbox.fault.Fault;
import io.holdfast.sandbox.fault.Selector;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import software.amazon.awssdk.services.ecs.EcsClient;
import software.amazon.awssdk.services.ecs.model.Compatibility;
import software.amazon.awssdk.services.ecs.model.ContainerDefinition;
import software.amazon.awssdk.services.ecs.model.NetworkMode;

class EcsServiceKindTest {
    private static final ResourceId ID = new ResourceId("production", EcsServiceKind.NAME, "backend");
    private static final Duration LONG_ENOUGH = Duration.ofMinutes(20);

    private final Stage stage = new Stage();
    private final Handler<EcsServiceState> services = EcsServiceKind.over(stage.access());
    private final EcsClient ecs = stage.sandbox().ecs();

    @BeforeEach
    void aClusterAndTwoRevisions() {
        ecs.createCluster(request -> request.clusterName("prod").capacityProviders("FARGATE", "FARGATE_SPOT"));
        register("api:1");
        register("api:2");
        // The sandbox cannot start what is called broken.
        register("api:broken");
        stage.sandbox().advance(Duration.ofMinutes(1));
        stage.sandbox().sandbox().log().clear();
    }

    @Test
    void whatWasCreatedIsObservedAsDeclaredAndOurs() {
        // Given
        EcsServiceState desired = full("api:1");
        Outcome outcome = stage.create(services, ID, desired);
        Observed.Present<EcsServiceState> atFirst = stage.present(services, ID, desired);
        stage.sandbox().advance(LONG_ENOUGH);
        // When
        Observed.Present<EcsServiceState> live = stage.observe(services, ID, desired, stage.expectation(outcome))
                .present()
                .orElseThrow();
        // Then
        assertThat(stage.writes()).containsExactly("CreateService");
        assertThat(atFirst.facts().underway())
                .hasValueSatisfying(it -> assertThat(it).contains("api:1"));
        assertThat(stage.differences(services, ID, desired)).isEmpty();
        assertThat(live.facts().ownership()).isEqualTo(Ownership.ours());
        assertThat(live.facts().health()).isEqualTo(Health.healthy());
        assertThat(live.facts().underway()).isEmpty();
        assertThat(live.facts().rollout()).map(Rollout::status).contains(Rollout.Status.COMPLETED);
    }

    @Test
    void aDaemonIsMadeWithoutACount() {
        // Given
        EcsServiceState desired = service("""
                taskDefinition: "api:1"
                schedulingStrategy: DAEMON
                launchType: EC2
                networkConfiguration: {subnets: [subnet-1], securityGroups: [sg-1]}
                """);
        // When
        Outcome outcome = stage.create(services, ID, desired);
        // Then
        assertThat(outcome).isInstanceOf(Outcome.Underway.class);
        assertThat(stage.writes()).containsExactly("CreateService");
        assertThat(stage.differences(services, ID, desired)).isEmpty();
    }

    @Test
    void aNewRevisionIsFollowedToItsEndByOurOwnDeployment() {
        // Given
        EcsServiceState desired = runningThen("api:2");
        Outcome outcome = stage.repair(services, ID, desired);
        Optional<Expectation> expectation = stage.expectation(outcome, "taskDefinition");
        // When
        Optional<Rollout> atFirst = rollout(desired, expectation);
        stage.sandbox().advance(LONG_ENOUGH);
        Optional<Rollout> inTheEnd = rollout(desired, expectation);
        // Then
        assertThat(atFirst).map(Rollout::status).contains(Rollout.Status.UNDERWAY);
        assertThat(inTheEnd).map(Rollout::status).contains(Rollout.Status.COMPLETED);
        assertThat(inTheEnd)
                .map(Rollout::token)
                .contains(expectation.orElseThrow().token());
    }

    @Test
    void aRolloutThatEcsTookBackIsNeverTakenForSuccess() {
        // Given
        EcsServiceState desired = runningThen("api:3");
        Outcome outcome = stage.repair(services, ID, desired);
        Optional<Expectation> expectation = stage.expectation(outcome, "taskDefinition");
        // When
        stage.sandbox().advance(Duration.ofHours(1));
        Observed.Present<EcsServiceState> live =
                stage.observe(services, ID, desired, expectation).present().orElseThrow();
        // Then
        assertThat(live.facts().rollout()).map(Rollout::status).contains(Rollout.Status.ROLLED_BACK);
        assertThat(live.facts().underway()).isEmpty();
        assertThat(live.state().taskDefinition())
                .hasValueSatisfying(it -> assertThat(it).endsWith("api:1"));
    }

    @Test
    void withoutServiceDeploymentsTheServiceItselfTellsOfTheRollout() {
        // Given
        EcsServiceState desired = runningThen("api:2");
        stage.inject(
                io.holdfast.sandbox.fault.Fault.refuse(400, "AccessDeniedException"),
                Api.of("ecs", "ListServiceDeployments"),
                Selector.always());
        Optional<Expectation> expectation = stage.expectation(stage.repair(services, ID, desired), "taskDefinition");
        // When
        Optional<Rollout> atFirst = rollout(desired, expectation);
        stage.sandbox().advance(LONG_ENOUGH);
        Optional<Rollout> inTheEnd = rollout(desired, expectation);
        // Then
        assertThat(atFirst).map(Rollout::status).contains(Rollout.Status.UNDERWAY);
        assertThat(inTheEnd).map(Rollout::status).contains(Rollout.Status.COMPLETED);
    }

    @Test
    void aChangeThatStartsNoDeploymentIsDoneAtOnceAndSendsNothingElse() {
        // Given
        EcsServiceState first = running(full("api:1"));
        EcsServiceState desired = service("""
                taskDefinition: "api:1"
                deploymentConfiguration: {minimumHealthyPercent: 50}
                enableExecuteCommand: true
                """);
        // When
        Outcome outcome = stage.repair(services, ID, desired);
        // Then
        assertThat(outcome).isInstanceOf(Outcome.Done.class);
        Observed.Present<EcsServiceState> live = stage.present(services, ID, desired);
        assertThat(live.facts().underway()).isEmpty();
        assertThat(live.state().deploymentConfiguration().orElseThrow().deploymentCircuitBreaker())
                .isEqualTo(first.deploymentConfiguration().orElseThrow().deploymentCircuitBreaker());
        assertThat(live.state().desiredCount()).contains(2);
        assertThat(stage.differences(services, ID, desired)).isEmpty();
    }

    @Test
    void aTagIsTaggedAndTouchesNothingElse() {
        // Given
        running(full("api:1"));
        EcsServiceState desired = service("taskDefinition: \"api:1\"\ntags: {team: payments}");
        // When
        stage.repair(services, ID, desired);
        // Then
        assertThat(stage.writes()).containsExactly("CreateService", "TagResource");
        assertThat(stage.differences(services, ID, desired)).isEmpty();
        assertThat(stage.present(services, ID, desired).facts().ownership()).isEqualTo(Ownership.ours());
    }

    @Test
    void aCountThatAnAutoscalerOwnsIsItsOwn() {
        // Given
        EcsServiceState desired = running(full("api:1"));
        stage.access()
                .writing()
                .scaling()
                .registerScalableTarget(request -> request.serviceNamespace("ecs")
                        .scalableDimension("ecs:service:DesiredCount")
                        .resourceId("service/prod/api")
                        .minCapacity(3)
                        .maxCapacity(10));
        // When
        Observed.Present<EcsServiceState> live = stage.present(services, ID, desired);
        // Then
        assertThat(live.facts().excuses()).singleElement().satisfies(it -> {
            assertThat(it.path()).isEqualTo("desiredCount");
            assertThat(it.reason()).isEqualTo(Excuse.Reason.DELEGATED);
            assertThat(it.sentence()).contains("min 3, max 10");
        });
    }

    @Test
    void aCountWhoseOwnerCannotBeReadIsNotCompared() {
        // Given
        EcsServiceState desired = running(full("api:1"));
        stage.sandbox()
                .sandbox()
                .faults()
                .inject(
                        Fault.refuse(400, "AccessDeniedException"),
                        Api.of("application-autoscaling", "DescribeScalableTargets"),
                        Selector.always());
        // When
        Observed.Present<EcsServiceState> live = stage.present(services, ID, desired);
        // Then
        assertThat(live.facts().excuses()).singleElement().satisfies(it -> {
            assertThat(it.path()).isEqualTo("desiredCount");
            assertThat(it.reason()).isEqualTo(Excuse.Reason.DELEGATED);
            assertThat(it.sentence()).contains("could not be read", "AccessDeniedException");
        });
    }

    @Test
    void aServiceBeingDeletedIsBusyAndThenAbsent() {
        // Given
        EcsServiceState desired = running(full("api:1"));
        ecs.deleteService(request -> request.cluster("prod").service("api").force(true));
        Optional<String> underway = stage.present(services, ID, desired).facts().underway();
        // When
        stage.sandbox().advance(LONG_ENOUGH);
        Observed<EcsServiceState> live = stage.observe(services, ID, desired);
        // Then
        assertThat(underway).contains("the service is DRAINING");
        assertThat(live.isAbsent()).isTrue();
    }

    @Test
    void aServiceThatWasThereBeforeIsNotOursUntilItIsAdopted() {
        // Given
        EcsServiceState desired = service("taskDefinition: \"api:1\"");
        ecs.createService(request -> request.cluster("prod")
                .serviceName("api")
                .taskDefinition("api:1")
                .desiredCount(1)
                .launchType("FARGATE")
                .networkConfiguration(it -> it.awsvpcConfiguration(vpc -> vpc.subnets("subnet-1"))));
        Ownership before = stage.present(services, ID, desired).facts().ownership();
        // When
        stage.adopt(services, ID, desired);
        // Then
        assertThat(before).isEqualTo(Ownership.unowned());
        assertThat(stage.present(services, ID, desired).facts().ownership()).isEqualTo(Ownership.ours());
    }

    @Test
    void anUpdateNamesTheExactRevision() {
        // Given
        running(full("api:1"));
        EcsServiceState desired = full("api:2");
        // When
        stage.update(services, ID, desired, new Step("ecs:UpdateService", List.of("taskDefinition")));
        // Then
        assertThat(ecs.describeServices(request -> request.cluster("prod").services("api"))
                        .services())
                .singleElement()
                .satisfies(it -> assertThat(it.taskDefinition()).endsWith("api:2"));
    }

    private Optional<Rollout> rollout(EcsServiceState desired, Optional<Expectation> expectation) {
        return stage.observe(services, ID, desired, expectation)
                .present()
                .orElseThrow()
                .facts()
                .rollout();
    }

    private EcsServiceState running(EcsServiceState desired) {
        stage.create(services, ID, desired);
        stage.sandbox().advance(LONG_ENOUGH);
        return desired;
    }

    private EcsServiceState runningThen(String revision) {
        running(full("api:1"));
        return full(revision);
    }

    private void register(String image) {
        var container = ContainerDefinition.builder().name("app").image(image).build();
        ecs.registerTaskDefinition(request -> request.family("api")
                .cpu("256")
                .memory("512")
                .networkMode(NetworkMode.AWSVPC)
                .requiresCompatibilities(Compatibility.FARGATE)
                .containerDefinitions(container));
    }

    private static EcsServiceState full(String revision) {
        return service("""
                taskDefinition: "%s"
                desiredCount: 2
                capacityProviderStrategy: [{capacityProvider: FARGATE, base: 1, weight: 1}, {capacityProvider: FARGATE_SPOT, weight: 1}]
                networkConfiguration: {subnets: [subnet-2, subnet-1], securityGroups: [sg-1], assignPublicIp: DISABLED}
                deploymentConfiguration:
                  maximumPercent: 150
                  minimumHealthyPercent: 100
                  deploymentCircuitBreaker: {enable: true, rollback: true}
                enableECSManagedTags: true
                propagateTags: SERVICE
                tags: {team: platform}
                """.formatted(revision));
    }

    private static EcsServiceState service(String fields) {
        return Declaration.state(EcsServiceState.class, "name: api\ncluster: prod\n" + fields);
    }
}
