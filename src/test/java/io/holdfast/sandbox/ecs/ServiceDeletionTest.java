package io.holdfast.sandbox.ecs;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import org.junit.jupiter.api.Test;
import software.amazon.awssdk.services.ecs.model.InvalidParameterException;
import software.amazon.awssdk.services.ecs.model.ServiceDeploymentStatus;

/** The way of a service out of the world. */
class ServiceDeletionTest {

    private final Shop shop = Shop.running();

    @Test
    void aScaledServiceIsNotDeletedWithoutForce() {
        // Given
        var service = shop.service();

        // When
        var deleting = assertThatThrownBy(() -> delete(false));

        // Then
        deleting.isInstanceOf(InvalidParameterException.class);
        assertThat(shop.service()).isEqualTo(service);
    }

    @Test
    void aServiceWithARolloutUnderwayIsNotDeletedWithoutForce() {
        // Given
        shop.deploy("shop:2.0");
        shop.ecs.updateService(
                request -> request.cluster(Shop.CLUSTER).service(Shop.SERVICE).desiredCount(0));

        // When
        var deleting = assertThatThrownBy(() -> delete(false));

        // Then
        deleting.isInstanceOf(InvalidParameterException.class).hasMessageContaining("deployments are active");
    }

    @Test
    void aDeletedServiceDrainsThenIsInactiveThenForgotten() {
        // Given
        delete(true);

        // When
        var draining = shop.service();
        shop.sandbox.advance(Duration.ofMinutes(5));
        var inactive = shop.service();
        shop.sandbox.advance(Duration.ofHours(2));
        var forgotten = shop.ecs.describeServices(
                request -> request.cluster(Shop.CLUSTER).services(Shop.SERVICE));

        // Then
        assertThat(draining.status()).isEqualTo("DRAINING");
        assertThat(inactive.status()).isEqualTo("INACTIVE");
        assertThat(inactive.runningCount()).isZero();
        assertThat(forgotten.failures()).extracting("reason").containsExactly("MISSING");
    }

    @Test
    void aDrainingNameIsNotFreeAndAnInactiveOneIs() {
        // Given
        var creation = shop.creation(shop.service().taskDefinition()).build();
        delete(true);

        // When
        var tooEarly = assertThatThrownBy(() -> shop.ecs.createService(creation));
        shop.sandbox.advance(Duration.ofMinutes(5));
        shop.ecs.createService(creation);
        shop.sandbox.advance(Duration.ofHours(2));

        // Then
        tooEarly.isInstanceOf(InvalidParameterException.class).hasMessageContaining("still Draining");
        assertThat(shop.service().status()).isEqualTo("ACTIVE");
        assertThat(shop.service().runningCount()).isEqualTo(2);
    }

    @Test
    void deletingEndsAnOpenDeployment() {
        // Given
        shop.deploy("shop:2.0");

        // When
        delete(true);

        // Then
        assertThat(shop.newest().status()).isEqualTo(ServiceDeploymentStatus.STOPPED);
    }

    @Test
    void drainingServicesAreNotListed() {
        // Given
        delete(true);

        // When
        var arns =
                shop.ecs.listServices(request -> request.cluster(Shop.CLUSTER)).serviceArns();

        // Then
        assertThat(arns).isEmpty();
    }

    private void delete(boolean force) {
        shop.ecs.deleteService(
                request -> request.cluster(Shop.CLUSTER).service(Shop.SERVICE).force(force));
    }
}
