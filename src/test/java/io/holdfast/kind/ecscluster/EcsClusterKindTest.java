package io.holdfast.kind.ecscluster;

import static org.assertj.core.api.Assertions.assertThat;

import io.holdfast.kind.Declaration;
import io.holdfast.kind.Stage;
import io.holdfast.model.Handler;
import io.holdfast.model.Observed;
import io.holdfast.model.Outcome;
import io.holdfast.model.Ownership;
import io.holdfast.model.ResourceId;
import java.time.Duration;
import org.junit.jupiter.api.Test;

class EcsClusterKindTest {
    private static final ResourceId ID = new ResourceId("production", EcsClusterKind.NAME, "main");
    private static final String FULL = """
            name: prod
            containerInsights: enabled
            configuration:
              executeCommandConfiguration:
                logging: OVERRIDE
                logConfiguration: {cloudWatchLogGroupName: /ecs/exec, cloudWatchEncryptionEnabled: false}
            capacityProviders: [FARGATE_SPOT, FARGATE]
            defaultCapacityProviderStrategy: [{capacityProvider: FARGATE, weight: 1}]
            tags: {team: platform}
            """;

    private final Stage stage = new Stage();
    private final Handler<EcsClusterState> clusters = EcsClusterKind.over(stage.access());

    @Test
    void whatWasCreatedIsObservedAsDeclaredAndOurs() {
        // Given
        EcsClusterState desired = Declaration.state(EcsClusterState.class, FULL);
        stage.create(clusters, ID, desired);
        stage.sandbox().advance(Duration.ofMinutes(5));
        // When
        Observed.Present<EcsClusterState> live = stage.present(clusters, ID, desired);
        // Then
        assertThat(stage.differences(clusters, ID, desired)).isEmpty();
        assertThat(live.facts().ownership()).isEqualTo(Ownership.ours());
        assertThat(live.facts().underway()).isEmpty();
    }

    @Test
    void whatWasNeverMadeIsAbsent() {
        // Given
        EcsClusterState desired = state("");
        // When
        Observed<EcsClusterState> live = stage.observe(clusters, ID, desired);
        // Then
        assertThat(live.isAbsent()).isTrue();
    }

    @Test
    void aDriftIsRepairedByItsOwnCallAndNothingUndeclaredIsTouched() {
        // Given
        EcsClusterState first = Declaration.state(EcsClusterState.class, FULL);
        stage.create(clusters, ID, first);
        stage.sandbox().advance(Duration.ofMinutes(5));
        EcsClusterState desired = state("""
                containerInsights: enhanced
                configuration: {executeCommandConfiguration: {logConfiguration: {s3BucketName: b}}}
                defaultCapacityProviderStrategy: [{capacityProvider: FARGATE_SPOT, weight: 1}]
                tags: {team: payments}
                """);
        // When
        stage.repair(clusters, ID, desired);
        stage.sandbox().advance(Duration.ofMinutes(5));
        // Then
        assertThat(stage.writes())
                .containsExactly("CreateCluster", "UpdateCluster", "PutClusterCapacityProviders", "TagResource");
        assertThat(stage.differences(clusters, ID, desired)).isEmpty();
        EcsClusterState live = stage.present(clusters, ID, desired).state();
        assertThat(live.capacityProviders().orElseThrow()).containsExactlyInAnyOrder("FARGATE", "FARGATE_SPOT");
        assertThat(live.configuration()
                        .orElseThrow()
                        .executeCommandConfiguration()
                        .orElseThrow())
                .satisfies(it -> {
                    assertThat(it.logging()).contains("OVERRIDE");
                    assertThat(it.logConfiguration().orElseThrow().cloudWatchLogGroupName())
                            .contains("/ecs/exec");
                });
    }

    @Test
    void aClusterThatWasThereBeforeIsNotOursUntilItIsAdopted() {
        // Given
        EcsClusterState desired = state("");
        stage.sandbox().ecs().createCluster(request -> request.clusterName("prod"));
        Ownership before = stage.present(clusters, ID, desired).facts().ownership();
        // When
        Outcome outcome = stage.adopt(clusters, ID, desired);
        // Then
        assertThat(before).isEqualTo(Ownership.unowned());
        assertThat(outcome).isEqualTo(Outcome.done());
        assertThat(stage.present(clusters, ID, desired).facts().ownership()).isEqualTo(Ownership.ours());
    }

    @Test
    void aDeletedClusterIsAbsentWhileAwsStillDescribesIt() {
        // Given
        EcsClusterState desired = state("");
        stage.create(clusters, ID, desired);
        stage.sandbox().ecs().deleteCluster(request -> request.cluster("prod"));
        stage.sandbox().advance(Duration.ofMinutes(1));
        // When
        Observed<EcsClusterState> live = stage.observe(clusters, ID, desired);
        // Then
        assertThat(live.isAbsent()).isTrue();
    }

    private static EcsClusterState state(String fields) {
        return Declaration.state(EcsClusterState.class, "name: prod\n" + fields);
    }
}
