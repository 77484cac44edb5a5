package io.holdfast.sandbox.ecs;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import software.amazon.awssdk.services.ecs.model.LoadBalancer;
import software.amazon.awssdk.services.ecs.model.ServiceDeploymentStatus;

/** Rollouts that run both sides until the new one has proved itself. */
class BlueGreenTest {

    private static final LoadBalancer BALANCER = LoadBalancer.builder()
            .targetGroupArn("arn:blue")
            .containerName("web")
            .containerPort(8080)
            .advancedConfiguration(advanced -> advanced.alternateTargetGroupArn("arn:green")
                    .productionListenerRule("arn:rule")
                    .roleArn("arn:role"))
            .build();

    @Test
    void theOldSideRunsInFullUntilTheBakeTimeIsOver() {
        // Given
        var shop = blueGreen(10);
        shop.deploy("shop:2.0");

        // When
        shop.sandbox.advance(Duration.ofMinutes(8));
        var baking = shop.service();
        var stage = shop.newest().lifecycleStageAsString();
        shop.sandbox.advance(Duration.ofMinutes(20));

        // Then
        assertThat(baking.runningCount()).isEqualTo(4);
        assertThat(stage).isEqualTo("BAKE_TIME");
        assertThat(shop.service().runningCount()).isEqualTo(2);
        assertThat(shop.newest().status()).isEqualTo(ServiceDeploymentStatus.SUCCESSFUL);
    }

    @Test
    void theStagesComeInTheirOrder() {
        // Given
        var shop = blueGreen(2);
        shop.deploy("shop:2.0");

        // When
        var stages = new LinkedHashSet<String>();
        IntStream.range(0, 600).forEach(second -> {
            shop.sandbox.advance(Duration.ofSeconds(1));
            stages.add(String.valueOf(shop.newest().lifecycleStageAsString()));
        });

        // Then
        assertThat(new ArrayList<>(stages))
                .containsExactly("SCALE_UP", "PRODUCTION_TRAFFIC_SHIFT", "BAKE_TIME", "CLEAN_UP", "null");
    }

    @Test
    void theTargetGroupsChangeRolesWithEachRollout() {
        // Given
        var shop = blueGreen(0);
        var before = shop.service().loadBalancers().get(0);

        // When
        shop.deploy("shop:2.0");
        shop.sandbox.advance(Duration.ofMinutes(20));

        // Then
        var after = shop.service().loadBalancers().get(0);
        assertThat(after.targetGroupArn())
                .isEqualTo(before.advancedConfiguration().alternateTargetGroupArn());
        assertThat(after.advancedConfiguration().alternateTargetGroupArn()).isEqualTo(before.targetGroupArn());
    }

    private static Shop blueGreen(int bakeMinutes) {
        var shop = Shop.withCluster();
        shop.ecs.createService(shop.creation(shop.register("shop:1.0"))
                .loadBalancers(BALANCER)
                .deploymentConfiguration(
                        configuration -> configuration.strategy("BLUE_GREEN").bakeTimeInMinutes(bakeMinutes))
                .build());
        shop.sandbox.advance(Duration.ofMinutes(30));
        return shop;
    }
}
