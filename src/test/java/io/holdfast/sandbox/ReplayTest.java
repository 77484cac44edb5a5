package io.holdfast.sandbox;

import static org.assertj.core.api.Assertions.assertThat;

import io.holdfast.sandbox.fault.Api;
import io.holdfast.sandbox.fault.Fault;
import io.holdfast.sandbox.fault.Selector;
import java.time.Duration;
import org.junit.jupiter.api.Test;
import software.amazon.awssdk.services.ecs.EcsClient;
import software.amazon.awssdk.services.ecs.model.ContainerDefinition;
import software.amazon.awssdk.services.ecs.model.Service;

/** A past that is replayed is the past that was: same ids, same times. */
class ReplayTest {

    private final TestSandbox sandbox = new TestSandbox();
    private final EcsClient ecs = sandbox.ecs();

    @Test
    void aStaleReadRepeatsWhatWasReadBeforeTheWriteToTheLastId() {
        // Given
        createService("shop");
        sandbox.advance(Duration.ofMinutes(3));
        var before = read("shop");
        ecs.updateService(request ->
                request.cluster("main").service("shop").desiredCount(5).forceNewDeployment(true));
        sandbox.advance(Duration.ofMinutes(3));
        sandbox.sandbox().faults().inject(Fault.stale(1), Api.any(), Selector.nth(1));

        // When
        var stale = read("shop");
        var truth = read("shop");

        // Then
        assertThat(stale).isEqualTo(before);
        assertThat(truth.runningCount()).isEqualTo(5);
    }

    @Test
    void leavingOneObjectOutChangesNoIdOfTheOthers() {
        // Given
        createService("first");
        createService("second");
        createService("third");
        sandbox.advance(Duration.ofMinutes(3));
        var before = read("third");
        var second = Api.of("ecs", "CreateService")
                .where(input ->
                        input.string("serviceName").filter("second"::equals).isPresent());
        sandbox.sandbox().faults().inject(Fault.hide(second, Duration.ofHours(1)), Api.any(), Selector.always());

        // When
        var third = read("third");
        var names = ecs.listServices(request -> request.cluster("main")).serviceArns();

        // Then
        assertThat(third).isEqualTo(before);
        assertThat(names).hasSize(2).noneMatch(arn -> arn.endsWith("second"));
    }

    private void createService(String name) {
        ecs.createCluster(request -> request.clusterName("main").capacityProviders("FARGATE"));
        var container = ContainerDefinition.builder().name("c").image("i").build();
        ecs.registerTaskDefinition(request -> request.family("f")
                .networkMode("awsvpc")
                .requiresCompatibilitiesWithStrings("FARGATE")
                .cpu("256")
                .memory("512")
                .containerDefinitions(container));
        ecs.createService(request -> request.cluster("main")
                .serviceName(name)
                .taskDefinition("f")
                .desiredCount(1)
                .launchType("FARGATE")
                .networkConfiguration(network -> network.awsvpcConfiguration(vpc -> vpc.subnets("subnet-a"))));
    }

    private Service read(String name) {
        return ecs.describeServices(request -> request.cluster("main").services(name))
                .services()
                .get(0);
    }
}
