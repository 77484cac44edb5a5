package io.holdfast.sandbox.ecs;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import java.util.function.UnaryOperator;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import software.amazon.awssdk.services.ecs.model.AwsVpcConfiguration;
import software.amazon.awssdk.services.ecs.model.ClientException;
import software.amazon.awssdk.services.ecs.model.InvalidParameterException;
import software.amazon.awssdk.services.ecs.model.LoadBalancer;
import software.amazon.awssdk.services.ecs.model.NetworkConfiguration;
import software.amazon.awssdk.services.ecs.model.ServiceNotActiveException;
import software.amazon.awssdk.services.ecs.model.ServiceNotFoundException;
import software.amazon.awssdk.services.ecs.model.ServiceRegistry;
import software.amazon.awssdk.services.ecs.model.UpdateServiceRequest;

/** UpdateService: what starts a deployment, what does not, and what null and empty mean. */
class ServiceUpdateTest {

    private static final LoadBalancer BALANCER = LoadBalancer.builder()
            .targetGroupArn("arn:tg")
            .containerName("web")
            .containerPort(8080)
            .build();

    private static final ServiceRegistry REGISTRY =
            ServiceRegistry.builder().registryArn("arn:registry").build();

    private final Shop shop = Shop.running();

    @ParameterizedTest
    @MethodSource("rolledOut")
    void theseMembersStartADeployment(UnaryOperator<UpdateServiceRequest.Builder> change) {
        // Given
        var before = shop.primary().id();

        // When
        update(change);

        // Then
        assertThat(shop.service().deployments()).hasSize(2);
        assertThat(shop.primary().id()).isNotEqualTo(before);
    }

    static List<UnaryOperator<UpdateServiceRequest.Builder>> rolledOut() {
        return List.of(
                request -> request.forceNewDeployment(true),
                request -> request.platformVersion("1.4.0"),
                request -> request.loadBalancers(BALANCER),
                request -> request.serviceRegistries(REGISTRY),
                request -> request.serviceConnectConfiguration(connect -> connect.enabled(false)),
                request -> request.networkConfiguration(network("subnet-c")));
    }

    @ParameterizedTest
    @MethodSource("inPlace")
    void theseMembersChangeInPlace(UnaryOperator<UpdateServiceRequest.Builder> change) {
        // Given
        var before = shop.service();

        // When
        update(change);

        // Then
        assertThat(shop.service().deployments()).hasSize(1);
        assertThat(shop.primary().id()).isEqualTo(before.deployments().get(0).id());
        assertThat(shop.service()).isNotEqualTo(before);
    }

    static List<UnaryOperator<UpdateServiceRequest.Builder>> inPlace() {
        return List.of(
                request -> request.desiredCount(0),
                request -> request.healthCheckGracePeriodSeconds(30),
                request -> request.enableExecuteCommand(true),
                request -> request.enableECSManagedTags(true),
                request -> request.propagateTags("SERVICE"),
                request -> request.availabilityZoneRebalancing("DISABLED"),
                request -> request.deploymentConfiguration(configuration -> configuration.maximumPercent(150)));
    }

    @Test
    void whatIsNotSentStays() {
        // Given
        var before = shop.service();

        // When
        update(request -> request.enableExecuteCommand(false));

        // Then
        assertThat(shop.service()).isEqualTo(before);
    }

    @Test
    void theSameValuesStartNoDeployment() {
        // Given
        var service = shop.service();

        // When
        update(request -> request.taskDefinition(service.taskDefinition())
                .networkConfiguration(service.networkConfiguration())
                .platformVersion("LATEST"));

        // Then
        assertThat(shop.service().deployments()).hasSize(1);
    }

    @Test
    void blocksOfTheDeploymentConfigurationThatAreNotSentStay() {
        // Given
        var breaker = shop.service().deploymentConfiguration().deploymentCircuitBreaker();

        // When
        update(request -> request.deploymentConfiguration(configuration -> configuration.minimumHealthyPercent(50)));

        // Then
        var configuration = shop.service().deploymentConfiguration();
        assertThat(configuration.minimumHealthyPercent()).isEqualTo(50);
        assertThat(configuration.maximumPercent()).isEqualTo(200);
        assertThat(configuration.deploymentCircuitBreaker()).isEqualTo(breaker);
        assertThat(breaker.enable()).isTrue();
    }

    @Test
    void anEmptyListClears() {
        // Given
        update(request -> request.loadBalancers(BALANCER));

        // When
        update(request -> request.loadBalancers(List.of()));

        // Then
        assertThat(shop.service().loadBalancers()).isEmpty();
    }

    @Test
    void anEmptyStrategyGoesBackToTheLaunchType() {
        // Given
        shop.ecs.putClusterCapacityProviders(request -> request.cluster(Shop.CLUSTER)
                .capacityProviders("FARGATE_SPOT")
                .defaultCapacityProviderStrategy(List.of()));
        update(request -> request.capacityProviderStrategy(Shop.provider("FARGATE_SPOT")));
        var moved = shop.service();

        // When
        update(request -> request.capacityProviderStrategy(List.of()));

        // Then
        assertThat(moved.launchType()).isNull();
        assertThat(moved.deployments()).hasSize(1);
        assertThat(shop.service().launchTypeAsString()).isEqualTo("FARGATE");
        assertThat(shop.service().capacityProviderStrategy()).isEmpty();
    }

    @Test
    void aFamilyMeansItsNewestRevisionAtTheTimeOfTheCall() {
        // Given
        shop.register("shop:2.0");

        // When
        update(request -> request.taskDefinition("shop"));
        shop.register("shop:3.0");

        // Then
        assertThat(shop.service().taskDefinition()).endsWith("task-definition/shop:2");
    }

    @Test
    void aServiceKeepsRunningAndScalingAnInactiveRevision() {
        // Given
        var definition = shop.service().taskDefinition();
        shop.ecs.deregisterTaskDefinition(request -> request.taskDefinition(definition));

        // When
        update(request -> request.desiredCount(3));
        shop.sandbox.advance(Shop.LONG_ENOUGH);

        // Then
        assertThat(shop.service().runningCount()).isEqualTo(3);
    }

    @Test
    void aServiceCannotBePointedAtAnInactiveRevision() {
        // Given
        var second = shop.register("shop:2.0");
        shop.ecs.deregisterTaskDefinition(request -> request.taskDefinition(second));

        // When
        var updating = assertThatThrownBy(() -> update(request -> request.taskDefinition(second)));

        // Then
        updating.isInstanceOf(ClientException.class);
        assertThat(shop.service().deployments()).hasSize(1);
    }

    @Test
    void aRefusedUpdateChangesNothing() {
        // Given
        var before = shop.service();

        // When
        var updating = assertThatThrownBy(() -> update(
                request -> request.desiredCount(7).loadBalancers(BALANCER.copy(copy -> copy.containerName("other")))));

        // Then
        updating.isInstanceOf(InvalidParameterException.class);
        assertThat(shop.service()).isEqualTo(before);
    }

    @Test
    void anotherDeploymentControllerTakesFewMembers() {
        // Given
        shop.ecs.createService(shop.creation(shop.service().taskDefinition())
                .serviceName("blue")
                .deploymentController(controller -> controller.type("CODE_DEPLOY"))
                .build());

        // When
        var refused = assertThatThrownBy(
                () -> update(request -> request.service("blue").forceNewDeployment(true)));
        update(request -> request.service("blue").desiredCount(1));

        // Then
        refused.isInstanceOf(InvalidParameterException.class);
    }

    @Test
    void aServiceThatIsGoneAndOneThatNeverWasAreToldApart() {
        // Given
        shop.ecs.deleteService(
                request -> request.cluster(Shop.CLUSTER).service(Shop.SERVICE).force(true));

        // When
        var gone = assertThatThrownBy(() -> update(request -> request.desiredCount(1)));
        var never = assertThatThrownBy(
                () -> update(request -> request.service("other").desiredCount(1)));

        // Then
        gone.isInstanceOf(ServiceNotActiveException.class);
        never.isInstanceOf(ServiceNotFoundException.class);
    }

    private void update(UnaryOperator<UpdateServiceRequest.Builder> change) {
        var request = UpdateServiceRequest.builder().cluster(Shop.CLUSTER).service(Shop.SERVICE);
        shop.ecs.updateService(change.apply(request).build());
    }

    private static NetworkConfiguration network(String subnet) {
        return NetworkConfiguration.builder()
                .awsvpcConfiguration(
                        AwsVpcConfiguration.builder().subnets(subnet).build())
                .build();
    }
}
