package io.holdfast.sandbox.ecs;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import java.util.function.UnaryOperator;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import software.amazon.awssdk.services.ecs.model.AvailabilityZoneRebalancing;
import software.amazon.awssdk.services.ecs.model.ClientException;
import software.amazon.awssdk.services.ecs.model.ClusterNotFoundException;
import software.amazon.awssdk.services.ecs.model.CreateServiceRequest;
import software.amazon.awssdk.services.ecs.model.DeploymentConfiguration;
import software.amazon.awssdk.services.ecs.model.InvalidParameterException;
import software.amazon.awssdk.services.ecs.model.LoadBalancer;
import software.amazon.awssdk.services.ecs.model.NetworkConfiguration;
import software.amazon.awssdk.services.ecs.model.PlacementStrategy;

/** CreateService as AWS-SEMANTICS, section 3 c, has it. */
class ServiceCreationTest {

    private static final LoadBalancer BALANCER = LoadBalancer.builder()
            .targetGroupArn("arn:tg")
            .containerName("web")
            .containerPort(8080)
            .build();

    private static final PlacementStrategy SPREAD =
            PlacementStrategy.builder().type("spread").build();

    private final Shop shop = Shop.withCluster();

    @Test
    void theDefaultsAreEchoed() {
        // Given
        var request = shop.creation(shop.register("shop:1.0")).build();

        // When
        var service = shop.ecs.createService(request).service();

        // Then
        var deployment = service.deploymentConfiguration();
        assertThat(service.schedulingStrategyAsString()).isEqualTo("REPLICA");
        assertThat(service.deploymentController().typeAsString()).isEqualTo("ECS");
        assertThat(List.of(
                        deployment.maximumPercent(),
                        deployment.minimumHealthyPercent(),
                        deployment.bakeTimeInMinutes()))
                .containsExactly(200, 100, 0);
        assertThat(deployment.strategyAsString()).isEqualTo("ROLLING");
        assertThat(deployment.deploymentCircuitBreaker().enable()).isFalse();
        assertThat(deployment.alarms().hasAlarmNames()).isTrue();
        assertThat(service.healthCheckGracePeriodSeconds()).isZero();
        assertThat(List.of(service.enableExecuteCommand(), service.enableECSManagedTags()))
                .containsOnly(false);
        assertThat(service.propagateTagsAsString()).isEqualTo("NONE");
        assertThat(service.platformVersion()).isEqualTo("LATEST");
        assertThat(service.deployments().get(0).platformVersion()).isEqualTo("1.4.0");
        assertThat(service.availabilityZoneRebalancing()).isEqualTo(AvailabilityZoneRebalancing.ENABLED);
        assertThat(service.roleArn()).contains("AWSServiceRoleForECS");
    }

    @Test
    void withoutSecurityGroupsTheDefaultOfTheVpcIsEchoed() {
        // Given
        var request = shop.creation(shop.register("shop:1.0"))
                .networkConfiguration(network -> network.awsvpcConfiguration(vpc -> vpc.subnets("subnet-a")))
                .build();

        // When
        var vpc =
                shop.ecs.createService(request).service().networkConfiguration().awsvpcConfiguration();

        // Then
        assertThat(vpc.securityGroups()).hasSize(1);
        assertThat(vpc.assignPublicIpAsString()).isEqualTo("DISABLED");
    }

    @Test
    void theSameTokenWithTheSameRequestIsTheSameService() {
        // Given
        var request =
                shop.creation(shop.register("shop:1.0")).clientToken("t-1").build();
        var first = shop.ecs.createService(request).service();

        // When
        var second = shop.ecs.createService(request).service();

        // Then
        assertThat(second.deployments().get(0).id())
                .isEqualTo(first.deployments().get(0).id());
        assertThat(shop.ecs.listServices(list -> list.cluster(Shop.CLUSTER)).serviceArns())
                .hasSize(1);
    }

    @ParameterizedTest
    @MethodSource("repetitions")
    void anyOtherRepetitionIsNotIdempotent(UnaryOperator<CreateServiceRequest.Builder> change) {
        // Given
        var request = shop.creation(shop.register("shop:1.0")).clientToken("t-1");
        shop.ecs.createService(request.build());

        // When
        var repeating = assertThatThrownBy(
                () -> shop.ecs.createService(change.apply(request.copy()).build()));

        // Then
        repeating.isInstanceOf(InvalidParameterException.class).hasMessageContaining("not idempotent");
    }

    static List<UnaryOperator<CreateServiceRequest.Builder>> repetitions() {
        return List.of(
                request -> request.desiredCount(3),
                request -> request.clientToken("t-2"),
                request -> request.clientToken(null));
    }

    @ParameterizedTest
    @MethodSource("mistakes")
    void whatEcsRefusesLeavesNothingBehind(UnaryOperator<CreateServiceRequest.Builder> mistake) {
        // Given
        var request = mistake.apply(shop.creation(shop.register("shop:1.0"))).build();

        // When
        var creating = assertThatThrownBy(() -> shop.ecs.createService(request));

        // Then
        creating.isInstanceOf(InvalidParameterException.class);
        assertThat(shop.ecs.listServices(list -> list.cluster(Shop.CLUSTER)).serviceArns())
                .isEmpty();
    }

    static List<UnaryOperator<CreateServiceRequest.Builder>> mistakes() {
        var spot = Shop.provider("FARGATE_SPOT");
        return List.of(
                request -> request.serviceName("no spaces"),
                request -> request.desiredCount(-1),
                request -> request.desiredCount(null),
                request -> request.schedulingStrategy("DAEMON"),
                request -> request.capacityProviderStrategy(spot),
                request -> request.launchType((String) null).capacityProviderStrategy(spot),
                request -> request.networkConfiguration(
                        network -> network.awsvpcConfiguration(vpc -> vpc.subnets(List.of()))),
                request -> request.networkConfiguration((NetworkConfiguration) null),
                request -> request.deploymentConfiguration(percents(200, 100)),
                request -> request.deploymentConfiguration(percents(100, 100)),
                request -> request.deploymentConfiguration(percents(0, 300)),
                request -> request.placementStrategy(SPREAD),
                request -> request.loadBalancers(BALANCER.copy(copy -> copy.containerName("other"))),
                request -> request.loadBalancers(BALANCER.copy(copy -> copy.containerPort(9))));
    }

    @Test
    void aMissingClusterOrRevisionIsToldApart() {
        // Given
        var request = shop.creation(shop.register("shop:1.0"));

        // When
        var noCluster = assertThatThrownBy(
                () -> shop.ecs.createService(request.copy().cluster("gone").build()));
        var noRevision = assertThatThrownBy(() ->
                shop.ecs.createService(request.copy().taskDefinition("shop:9").build()));

        // Then
        noCluster.isInstanceOf(ClusterNotFoundException.class);
        noRevision.isInstanceOf(ClientException.class);
    }

    @Test
    void anInactiveRevisionCannotBeUsed() {
        // Given
        var definition = shop.register("shop:1.0");
        shop.ecs.deregisterTaskDefinition(request -> request.taskDefinition(definition));

        // When
        var creating = assertThatThrownBy(
                () -> shop.ecs.createService(shop.creation(definition).build()));

        // Then
        creating.isInstanceOf(ClientException.class);
    }

    @Test
    void withoutLaunchTypeTheClustersDefaultStrategyHolds() {
        // Given
        shop.ecs.putClusterCapacityProviders(request -> request.cluster(Shop.CLUSTER)
                .capacityProviders("FARGATE_SPOT")
                .defaultCapacityProviderStrategy(Shop.provider("FARGATE_SPOT")));
        var request = shop.creation(shop.register("shop:1.0"))
                .launchType((String) null)
                .build();

        // When
        var service = shop.ecs.createService(request).service();

        // Then
        assertThat(service.launchType()).isNull();
        assertThat(service.capacityProviderStrategy())
                .extracting("capacityProvider")
                .containsExactly("FARGATE_SPOT");
    }

    @Test
    void serviceConnectIsShownOnTheDeploymentOnly() {
        // Given
        var request = shop.creation(shop.register("shop:1.0"))
                .serviceConnectConfiguration(connect -> connect.enabled(true).namespace("shop.local"))
                .build();

        // When
        shop.ecs.createService(request);

        // Then
        assertThat(shop.primary().serviceConnectConfiguration().namespace()).isEqualTo("shop.local");
    }

    @Test
    void aServiceOnInstancesThatAreNotThereNeverStarts() {
        // Given
        var definition = shop.register("shop:1.0");

        // When
        shop.ecs.createService(shop.creation(definition).launchType("EC2").build());
        shop.sandbox.advance(Shop.LONG_ENOUGH);

        // Then
        assertThat(shop.service().runningCount()).isZero();
        assertThat(shop.service().events().get(0).message()).contains("unable to place a task");
    }

    private static DeploymentConfiguration percents(int least, int most) {
        return DeploymentConfiguration.builder()
                .minimumHealthyPercent(least)
                .maximumPercent(most)
                .build();
    }
}
