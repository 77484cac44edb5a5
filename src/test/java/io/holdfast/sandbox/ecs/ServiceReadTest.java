package io.holdfast.sandbox.ecs;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.Collections;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import software.amazon.awssdk.services.ecs.model.ClusterNotFoundException;
import software.amazon.awssdk.services.ecs.model.InvalidParameterException;
import software.amazon.awssdk.services.ecs.model.ServiceDeploymentBrief;
import software.amazon.awssdk.services.ecs.model.ServiceDeploymentStatus;
import software.amazon.awssdk.services.ecs.model.ServiceField;

/** Looking at services, their deployments and revisions. */
class ServiceReadTest {

    private final Shop shop = Shop.running();

    @Test
    void aMissingServiceIsAFailureNotAnError() {
        // Given
        var names = new String[] {Shop.SERVICE, "gone"};

        // When
        var answer = shop.ecs.describeServices(
                request -> request.cluster(Shop.CLUSTER).services(names));

        // Then
        assertThat(answer.services()).hasSize(1);
        assertThat(answer.failures()).extracting("reason").containsExactly("MISSING");
        assertThat(answer.failures().get(0).arn()).endsWith("service/main/gone");
    }

    @Test
    void moreThanTenNamesAreRefused() {
        // Given
        var names = Collections.nCopies(11, Shop.SERVICE);

        // When
        var describing = assertThatThrownBy(() -> shop.ecs.describeServices(
                request -> request.cluster(Shop.CLUSTER).services(names)));

        // Then
        describing.isInstanceOf(InvalidParameterException.class);
    }

    @Test
    void aMissingClusterIsAnError() {
        // Given
        var cluster = "gone";

        // When
        var describing = assertThatThrownBy(() ->
                shop.ecs.describeServices(request -> request.cluster(cluster).services("s")));

        // Then
        describing.isInstanceOf(ClusterNotFoundException.class);
    }

    @Test
    void tagsAreShownOnRequestOnly() {
        // Given
        var arn = shop.service().serviceArn();
        shop.ecs.tagResource(request -> request.resourceArn(arn).tags(Shop.tag("k", "v")));

        // When
        var tagged = shop.ecs.describeServices(
                request -> request.cluster(Shop.CLUSTER).services(arn).include(ServiceField.TAGS));

        // Then
        assertThat(tagged.services().get(0).tags()).extracting("value").containsExactly("v");
        assertThat(shop.service().hasTags()).isFalse();
    }

    @Test
    void aListingHasTenServicesAPageUnlessAskedOtherwise() {
        // Given
        var definition = shop.service().taskDefinition();
        IntStream.range(0, 11)
                .forEach(number -> shop.ecs.createService(
                        shop.creation(definition).serviceName("s" + number).build()));

        // When
        var pages = shop.ecs.listServicesPaginator(request -> request.cluster(Shop.CLUSTER)).stream()
                .map(page -> page.serviceArns().size())
                .toList();

        // Then
        assertThat(pages).containsExactly(10, 2);
    }

    @Test
    void aTokenNobodyGaveIsRefused() {
        // Given
        var token = "made-up";

        // When
        var listing = assertThatThrownBy(() ->
                shop.ecs.listServices(request -> request.cluster(Shop.CLUSTER).nextToken(token)));

        // Then
        listing.isInstanceOf(InvalidParameterException.class);
    }

    @Test
    void aDeploymentIsFoundByTheTimeItWasAskedFor() {
        // Given
        var note = shop.newest().createdAt().plusSeconds(1);

        // When
        shop.deploy("shop:2.0");
        var since = shop.ecs.listServiceDeployments(
                request -> request.cluster(Shop.CLUSTER).service(Shop.SERVICE).createdAt(window -> window.after(note)));

        // Then
        assertThat(since.serviceDeployments())
                .extracting(ServiceDeploymentBrief::status)
                .containsExactly(ServiceDeploymentStatus.PENDING);
    }

    @Test
    void deploymentsAreFilteredByStatus() {
        // Given
        shop.deploy("shop:2.0");

        // When
        var successful = shop.ecs.listServiceDeployments(request ->
                request.cluster(Shop.CLUSTER).service(Shop.SERVICE).status(ServiceDeploymentStatus.SUCCESSFUL));

        // Then
        assertThat(successful.serviceDeployments()).hasSize(1);
    }

    @Test
    void aRevisionPinsWhatItsDeploymentRollsOut() {
        // Given
        var arn = shop.newest().targetServiceRevision().arn();
        shop.deploy("shop:2.0");

        // When
        var revision = shop.ecs
                .describeServiceRevisions(request -> request.serviceRevisionArns(arn))
                .serviceRevisions()
                .get(0);

        // Then
        assertThat(revision.taskDefinition()).endsWith("shop:1");
        assertThat(revision.platformVersion()).isEqualTo("1.4.0");
        assertThat(revision.containerImages().get(0).imageDigest()).startsWith("sha256:");
        assertThat(revision.networkConfiguration().awsvpcConfiguration().subnets())
                .hasSize(2);
    }

    @Test
    void unknownDeploymentsAndRevisionsAreFailures() {
        // Given
        var arn = shop.service().serviceArn() + "/x/y";

        // When
        var deployments = shop.ecs.describeServiceDeployments(request -> request.serviceDeploymentArns(arn));
        var revisions = shop.ecs.describeServiceRevisions(request -> request.serviceRevisionArns(arn));

        // Then
        assertThat(deployments.failures()).extracting("reason").containsExactly("MISSING");
        assertThat(revisions.failures()).extracting("reason").containsExactly("MISSING");
    }
}
