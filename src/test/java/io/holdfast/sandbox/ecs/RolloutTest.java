package io.holdfast.sandbox.ecs;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Test;
import software.amazon.awssdk.services.ecs.model.DeploymentRolloutState;
import software.amazon.awssdk.services.ecs.model.ServiceDeploymentStatus;
import software.amazon.awssdk.services.ecs.model.ServiceEvent;

/** What becomes of a deployment over time. */
class RolloutTest {

    @Test
    void aNewServiceRunsItsTasksOnlyAfterAWhile() {
        // Given
        var shop = Shop.withCluster();
        shop.ecs.createService(shop.creation(shop.register("shop:1.0")).build());

        // When
        var atOnce = shop.service();
        shop.sandbox.advance(Duration.ofSeconds(20));
        var starting = shop.service();
        shop.sandbox.advance(Shop.LONG_ENOUGH);
        var settled = shop.service();

        // Then
        assertThat(List.of(atOnce.runningCount(), atOnce.pendingCount())).containsExactly(0, 0);
        assertThat(List.of(starting.runningCount(), starting.pendingCount())).containsExactly(0, 2);
        assertThat(starting.deployments().get(0).rolloutState()).isEqualTo(DeploymentRolloutState.IN_PROGRESS);
        assertThat(List.of(settled.runningCount(), settled.pendingCount())).containsExactly(2, 0);
        assertThat(settled.deployments().get(0).rolloutState()).isEqualTo(DeploymentRolloutState.COMPLETED);
    }

    @Test
    void aCompletedRolloutLeavesOneDeploymentAndSaysSteadyState() {
        // Given
        var shop = Shop.running();

        // When
        shop.deploy("shop:2.0");
        shop.sandbox.advance(Shop.LONG_ENOUGH);

        // Then
        var service = shop.service();
        assertThat(service.deployments()).hasSize(1);
        assertThat(service.deployments().get(0).taskDefinition()).endsWith("shop:2");
        assertThat(service.runningCount()).isEqualTo(2);
        assertThat(service.events().get(0).message()).isEqualTo("(service shop) has reached a steady state.");
        assertThat(shop.newest().status()).isEqualTo(ServiceDeploymentStatus.SUCCESSFUL);
    }

    @Test
    void aRolloutNeverRunsFewerHealthyTasksThanTheMinimum() {
        // Given
        var shop = Shop.running();
        shop.deploy("shop:2.0");

        // When
        var running = new java.util.ArrayList<Integer>();
        for (int second = 0; second < 300; second++) {
            shop.sandbox.advance(Duration.ofSeconds(1));
            running.add(shop.service().runningCount());
        }

        // Then
        assertThat(running).allMatch(count -> count >= 2 && count <= 4).contains(4);
    }

    @Test
    void aBadImageIsRolledBackToTheRevisionBefore() {
        // Given
        var shop = Shop.running();
        var good = shop.primary();

        // When
        shop.deploy("shop:broken");
        var failing = shop.primary();
        shop.sandbox.advance(Shop.LONG_ENOUGH);

        // Then
        var service = shop.service();
        assertThat(failing.id()).isNotEqualTo(good.id());
        assertThat(service.taskDefinition()).endsWith("shop:1");
        assertThat(service.deployments()).extracting("id").containsExactly(good.id());
        assertThat(shop.newest().status()).isEqualTo(ServiceDeploymentStatus.ROLLBACK_SUCCESSFUL);
        assertThat(shop.newest().deploymentCircuitBreaker().failureCount()).isGreaterThanOrEqualTo(3);
        assertThat(service.events()).extracting(ServiceEvent::message).anyMatch(text -> text.contains("rolling back"));
    }

    @Test
    void theFailedDeploymentIsSeenBesideThePrimaryWhileItIsRolledBack() {
        // Given
        var shop = Shop.running();
        shop.deploy("shop:broken");

        // When
        var states = new java.util.LinkedHashSet<ServiceDeploymentStatus>();
        for (int second = 0; second < 300; second++) {
            shop.sandbox.advance(Duration.ofSeconds(1));
            states.add(shop.newest().status());
        }

        // Then
        assertThat(states)
                .containsExactly(
                        ServiceDeploymentStatus.PENDING,
                        ServiceDeploymentStatus.IN_PROGRESS,
                        ServiceDeploymentStatus.ROLLBACK_IN_PROGRESS,
                        ServiceDeploymentStatus.ROLLBACK_SUCCESSFUL);
    }

    @Test
    void theFirstDeploymentHasNothingToGoBackTo() {
        // Given
        var shop = Shop.withCluster();
        shop.ecs.createService(shop.creation(shop.register("shop:broken"))
                .deploymentConfiguration(configuration -> configuration.deploymentCircuitBreaker(
                        breaker -> breaker.enable(true).rollback(true)))
                .build());

        // When
        shop.sandbox.advance(Shop.LONG_ENOUGH);

        // Then
        assertThat(shop.primary().rolloutState()).isEqualTo(DeploymentRolloutState.FAILED);
        assertThat(shop.service().runningCount()).isZero();
        assertThat(shop.newest().status()).isEqualTo(ServiceDeploymentStatus.STOPPED);
        assertThat(shop.newest().rollback()).isNull();
    }

    @Test
    void withoutCircuitBreakerABadDeploymentGoesOnForEver() {
        // Given
        var shop = Shop.running(2, false);
        shop.deploy("shop:broken");

        // When
        shop.sandbox.advance(Duration.ofHours(5));

        // Then
        assertThat(shop.primary().rolloutState()).isEqualTo(DeploymentRolloutState.IN_PROGRESS);
        assertThat(shop.primary().failedTasks()).isGreaterThan(10);
        assertThat(shop.service().runningCount()).isEqualTo(2);
    }

    @Test
    void aStoppedDeploymentGoesBackByHand() {
        // Given
        var shop = Shop.running(2, false);
        shop.deploy("shop:broken");
        shop.sandbox.advance(Duration.ofMinutes(2));
        var arn = shop.newest().serviceDeploymentArn();

        // When
        shop.ecs.stopServiceDeployment(
                request -> request.serviceDeploymentArn(arn).stopType("ROLLBACK"));
        var asked = shop.newest().status();
        shop.sandbox.advance(Shop.LONG_ENOUGH);

        // Then
        assertThat(asked).isEqualTo(ServiceDeploymentStatus.ROLLBACK_REQUESTED);
        assertThat(shop.newest().status()).isEqualTo(ServiceDeploymentStatus.ROLLBACK_SUCCESSFUL);
        assertThat(shop.service().taskDefinition()).endsWith("shop:1");
    }

    @Test
    void aSecondUpdateSupersedesTheRunningDeployment() {
        // Given
        var shop = Shop.running();
        shop.deploy("shop:2.0");
        shop.sandbox.advance(Duration.ofSeconds(20));
        var first = shop.newest().serviceDeploymentArn();

        // When
        shop.deploy("shop:3.0");
        shop.sandbox.advance(Shop.LONG_ENOUGH);

        // Then
        var superseded = shop.ecs
                .describeServiceDeployments(request -> request.serviceDeploymentArns(first))
                .serviceDeployments()
                .get(0);
        assertThat(superseded.status()).isEqualTo(ServiceDeploymentStatus.STOPPED);
        assertThat(shop.newest().status()).isEqualTo(ServiceDeploymentStatus.SUCCESSFUL);
        assertThat(shop.service().taskDefinition()).endsWith("shop:3");
    }

    @Test
    void scalingStartsNoDeployment() {
        // Given
        var shop = Shop.running();
        var before = shop.primary().id();

        // When
        EcsState.of(shop.sandbox.world()).setDesiredCount(Shop.CLUSTER, Shop.SERVICE, 5);
        shop.sandbox.advance(Shop.LONG_ENOUGH);
        var grown = shop.service();
        shop.ecs.updateService(
                request -> request.cluster(Shop.CLUSTER).service(Shop.SERVICE).desiredCount(0));
        shop.sandbox.advance(Shop.LONG_ENOUGH);

        // Then
        assertThat(grown.runningCount()).isEqualTo(5);
        assertThat(grown.desiredCount()).isEqualTo(5);
        assertThat(shop.service().runningCount()).isZero();
        assertThat(shop.primary().id()).isEqualTo(before);
    }

    @Test
    void aTaskStoppedByHandIsReplaced() {
        // Given
        var shop = Shop.running();
        var tasks = shop.ecs
                .listTasks(request -> request.cluster(Shop.CLUSTER).serviceName(Shop.SERVICE))
                .taskArns();

        // When
        shop.ecs.stopTask(
                request -> request.cluster(Shop.CLUSTER).task(tasks.get(0)).reason("curious"));
        shop.sandbox.advance(Shop.LONG_ENOUGH);

        // Then
        var now = shop.ecs
                .listTasks(request -> request.cluster(Shop.CLUSTER).serviceName(Shop.SERVICE))
                .taskArns();
        var stopped = shop.ecs
                .describeTasks(request -> request.cluster(Shop.CLUSTER).tasks(tasks.get(0)))
                .tasks()
                .get(0);
        assertThat(now).hasSize(2).doesNotContain(tasks.get(0));
        assertThat(stopped.stoppedReason()).isEqualTo("curious");
        assertThat(stopped.lastStatus()).isEqualTo("STOPPED");
    }
}
