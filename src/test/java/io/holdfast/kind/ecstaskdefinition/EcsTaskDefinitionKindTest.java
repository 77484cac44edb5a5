package io.holdfast.kind.ecstaskdefinition;

import static org.assertj.core.api.Assertions.assertThat;

import io.holdfast.kind.Declaration;
import io.holdfast.kind.Stage;
import io.holdfast.model.Fault;
import io.holdfast.model.Handler;
import io.holdfast.model.Health;
import io.holdfast.model.Observed;
import io.holdfast.model.Outcome;
import io.holdfast.model.Ownership;
import io.holdfast.model.ResourceId;
import io.holdfast.sandbox.fault.Api;
import io.holdfast.sandbox.fault.Selector;
import org.junit.jupiter.api.Test;

class EcsTaskDefinitionKindTest {
    private static final ResourceId ID = new ResourceId("production", EcsTaskDefinitionKind.NAME, "backend");
    private static final String FULL = """
            family: backend
            cpu: 1024
            memory: 2048
            networkMode: awsvpc
            requiresCompatibilities: [FARGATE]
            executionRoleArn: "arn:aws:iam::123456789012:role/exec"
            taskRoleArn: "arn:aws:iam::123456789012:role/task"
            runtimePlatform: {operatingSystemFamily: LINUX, cpuArchitecture: ARM64}
            ephemeralStorage: {sizeInGiB: 30}
            volumes: {data: {efsVolumeConfiguration: {fileSystemId: fs-1234, transitEncryption: ENABLED}}}
            tags: {team: platform}
            containers:
              app:
                image: backend:1
                portMappings: [{containerPort: 3000}]
                environment: {PORT: "3000", AWS_REGION: us-east-1}
                secrets: {KEY: "arn:aws:secretsmanager:us-east-1:123456789012:secret:s:key::"}
                healthCheck: {command: [CMD-SHELL, "curl -f localhost"], startPeriod: 60}
                mountPoints: [{sourceVolume: data, containerPath: /data}]
                logConfiguration: {logDriver: awslogs, options: {awslogs-group: /ecs/backend}}
                stopTimeout: 30
              sidecar:
                image: envoy:1
                essential: false
                dependsOn: [{containerName: app, condition: START}]
            """;

    private final Stage stage = new Stage();
    private final Handler<EcsTaskDefinitionState> definitions = EcsTaskDefinitionKind.over(stage.access());

    @Test
    void whatWasRegisteredIsObservedAsDeclaredAndOurs() {
        // Given
        EcsTaskDefinitionState desired = state(FULL);
        stage.create(definitions, ID, desired);
        // When
        Observed.Present<EcsTaskDefinitionState> live = stage.present(definitions, ID, desired);
        // Then
        assertThat(stage.differences(definitions, ID, desired)).isEmpty();
        assertThat(live.facts().ownership()).isEqualTo(Ownership.ours());
        assertThat(live.facts().arn()).endsWith(":task-definition/backend:1");
        assertThat(live.facts().health()).isEqualTo(Health.healthy());
        assertThat(live.state().tags().orElseThrow()).containsKey(EcsTaskDefinitionActuator.SPEC_HASH);
    }

    @Test
    void aFamilyNobodyRegisteredIsAbsent() {
        // Given
        EcsTaskDefinitionState desired = state(FULL);
        // When
        Observed<EcsTaskDefinitionState> live = stage.observe(definitions, ID, desired);
        // Then
        assertThat(live.isAbsent()).isTrue();
    }

    @Test
    void aDifferenceIsOneNewRevisionThatKeepsWhatIsNotDeclared() {
        // Given
        stage.create(definitions, ID, state(FULL));
        EcsTaskDefinitionState desired = state("""
                family: backend
                containers: {app: {image: "backend:2", environment: {PORT: "4000"}}}
                """);
        // When
        Outcome outcome = stage.repair(definitions, ID, desired);
        // Then
        assertThat(arn(outcome)).endsWith("backend:2");
        assertThat(stage.writes()).containsExactly("RegisterTaskDefinition", "RegisterTaskDefinition");
        EcsTaskDefinitionState live = stage.present(definitions, ID, desired).state();
        assertThat(live.cpu()).contains(1024);
        assertThat(live.tags().orElseThrow()).containsEntry("team", "platform");
        assertThat(live.containers().orElseThrow()).containsOnlyKeys("app").hasEntrySatisfying("app", app -> {
            assertThat(app.image()).isEqualTo("backend:2");
            assertThat(app.environment().orElseThrow()).containsOnlyKeys("PORT");
            assertThat(app.stopTimeout()).contains(30);
            assertThat(app.secrets().orElseThrow()).containsOnlyKeys("KEY");
        });
    }

    @Test
    void aLostAnswerLeavesOneRevisionBehindHoweverOftenWeTry() {
        // Given
        EcsTaskDefinitionState desired = state(FULL);
        stage.inject(
                io.holdfast.sandbox.fault.Fault.loseReply(), Api.of("ecs", "RegisterTaskDefinition"), Selector.nth(1));
        Outcome lost = stage.create(definitions, ID, desired);
        // When
        Outcome again = stage.create(definitions, ID, desired);
        // Then
        assertThat(lost)
                .isInstanceOfSatisfying(
                        Outcome.Failed.class,
                        it -> assertThat(it.fault().kind()).isEqualTo(Fault.Kind.UNKNOWN_OUTCOME));
        assertThat(arn(again)).endsWith("backend:1");
        assertThat(stage.writes()).containsExactly("RegisterTaskDefinition");
    }

    @Test
    void aForgottenTagIsPutBackWithoutANewRevision() {
        // Given
        EcsTaskDefinitionState first = state(FULL);
        stage.create(definitions, ID, first);
        EcsTaskDefinitionState desired = state("family: backend\ntags: {team: payments}");
        // When
        stage.repair(definitions, ID, desired);
        // Then
        assertThat(stage.writes()).containsExactly("RegisterTaskDefinition", "TagResource");
        assertThat(stage.differences(definitions, ID, desired)).isEmpty();
    }

    @Test
    void aDeniedLookIsUnseenAndNeverAbsent() {
        // Given
        EcsTaskDefinitionState desired = state(FULL);
        stage.inject(
                io.holdfast.sandbox.fault.Fault.refuse(400, "AccessDeniedException"),
                Api.of("ecs", "DescribeTaskDefinition"),
                Selector.always());
        // When
        Observed<EcsTaskDefinitionState> live = stage.observe(definitions, ID, desired);
        // Then
        assertThat(live.trouble()).map(Fault::kind).contains(Fault.Kind.DENIED);
    }

    private static String arn(Outcome outcome) {
        return ((Outcome.Done) outcome).arn().orElseThrow();
    }

    private static EcsTaskDefinitionState state(String yaml) {
        return Declaration.state(EcsTaskDefinitionState.class, yaml);
    }
}
