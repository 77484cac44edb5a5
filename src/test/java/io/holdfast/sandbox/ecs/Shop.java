package io.holdfast.sandbox.ecs;

import io.holdfast.sandbox.TestSandbox;
import java.time.Duration;
import software.amazon.awssdk.services.ecs.EcsClient;
import software.amazon.awssdk.services.ecs.model.AssignPublicIp;
import software.amazon.awssdk.services.ecs.model.CapacityProviderStrategyItem;
import software.amazon.awssdk.services.ecs.model.ClusterSetting;
import software.amazon.awssdk.services.ecs.model.Compatibility;
import software.amazon.awssdk.services.ecs.model.ContainerDefinition;
import software.amazon.awssdk.services.ecs.model.CreateServiceRequest;
import software.amazon.awssdk.services.ecs.model.Deployment;
import software.amazon.awssdk.services.ecs.model.NetworkMode;
import software.amazon.awssdk.services.ecs.model.PortMapping;
import software.amazon.awssdk.services.ecs.model.RegisterTaskDefinitionRequest;
import software.amazon.awssdk.services.ecs.model.Service;
import software.amazon.awssdk.services.ecs.model.ServiceDeployment;
import software.amazon.awssdk.services.ecs.model.Tag;

/** A small estate to try things on: the cluster {@code main} and the service {@code shop} in it. */
final class Shop {

    static final String CLUSTER = "main";
    static final String SERVICE = "shop";
    static final Duration LONG_ENOUGH = Duration.ofMinutes(10);

    final TestSandbox sandbox = new TestSandbox();
    final EcsClient ecs = sandbox.ecs();

    /** The cluster only. */
    static Shop withCluster() {
        var shop = new Shop();
        shop.ecs.createCluster(request -> request.clusterName(CLUSTER));
        return shop;
    }

    /** The cluster and two running tasks of the first revision. */
    static Shop running() {
        return running(2, true);
    }

    static Shop running(int desiredCount, boolean circuitBreaker) {
        var shop = withCluster();
        var definition = shop.register("shop:1.0");
        shop.ecs.createService(shop.creation(definition)
                .desiredCount(desiredCount)
                .deploymentConfiguration(configuration -> configuration.deploymentCircuitBreaker(
                        breaker -> breaker.enable(circuitBreaker).rollback(circuitBreaker)))
                .build());
        shop.sandbox.advance(LONG_ENOUGH);
        return shop;
    }

    /** Registers a revision that runs the image, and answers its ARN. */
    String register(String image) {
        return ecs.registerTaskDefinition(definition(image).build())
                .taskDefinition()
                .taskDefinitionArn();
    }

    static RegisterTaskDefinitionRequest.Builder definition(String image) {
        return RegisterTaskDefinitionRequest.builder()
                .family("shop")
                .networkMode(NetworkMode.AWSVPC)
                .requiresCompatibilities(Compatibility.FARGATE)
                .cpu("256")
                .memory("512")
                .containerDefinitions(container(image).build());
    }

    static ContainerDefinition.Builder container(String image) {
        var port = PortMapping.builder().containerPort(8080).build();
        return ContainerDefinition.builder().name("web").image(image).portMappings(port);
    }

    CreateServiceRequest.Builder creation(String definition) {
        return CreateServiceRequest.builder()
                .cluster(CLUSTER)
                .serviceName(SERVICE)
                .taskDefinition(definition)
                .desiredCount(2)
                .launchType("FARGATE")
                .networkConfiguration(network -> network.awsvpcConfiguration(vpc -> vpc.subnets("subnet-a", "subnet-b")
                        .securityGroups("sg-1")
                        .assignPublicIp(AssignPublicIp.DISABLED)));
    }

    static Tag tag(String key, String value) {
        return Tag.builder().key(key).value(value).build();
    }

    static ClusterSetting insights(String value) {
        return ClusterSetting.builder().name("containerInsights").value(value).build();
    }

    static CapacityProviderStrategyItem provider(String name) {
        return CapacityProviderStrategyItem.builder().capacityProvider(name).build();
    }

    void deploy(String image) {
        var definition = register(image);
        ecs.updateService(request -> request.cluster(CLUSTER).service(SERVICE).taskDefinition(definition));
    }

    Service service() {
        return ecs.describeServices(request -> request.cluster(CLUSTER).services(SERVICE))
                .services()
                .get(0);
    }

    Deployment primary() {
        return service().deployments().get(0);
    }

    /** The newest service deployment. */
    ServiceDeployment newest() {
        var arn = ecs.listServiceDeployments(request -> request.cluster(CLUSTER).service(SERVICE))
                .serviceDeployments()
                .get(0)
                .serviceDeploymentArn();
        return ecs.describeServiceDeployments(request -> request.serviceDeploymentArns(arn))
                .serviceDeployments()
                .get(0);
    }
}
