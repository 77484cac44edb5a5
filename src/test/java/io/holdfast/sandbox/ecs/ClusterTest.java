package io.holdfast.sandbox.ecs;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import software.amazon.awssdk.services.ecs.model.Cluster;
import software.amazon.awssdk.services.ecs.model.ClusterContainsServicesException;
import software.amazon.awssdk.services.ecs.model.ClusterField;
import software.amazon.awssdk.services.ecs.model.InvalidParameterException;
import software.amazon.awssdk.services.ecs.model.ResourceInUseException;
import software.amazon.awssdk.services.ecs.model.UpdateInProgressException;

/** Clusters as AWS-SEMANTICS, section 1, has them. */
class ClusterTest {

    private final Shop shop = new Shop();

    @Test
    void creatingANameThatIsThereAppliesNothing() {
        // Given
        shop.ecs.createCluster(request -> request.clusterName("main").tags(Shop.tag("owner", "a")));

        // When
        shop.ecs.createCluster(request ->
                request.clusterName("main").tags(Shop.tag("owner", "b")).settings(Shop.insights("enhanced")));

        // Then
        var cluster = cluster(ClusterField.TAGS, ClusterField.SETTINGS);
        assertThat(cluster.tags()).extracting("value").containsExactly("a");
        assertThat(cluster.settings()).extracting("value").containsExactly("disabled");
    }

    @Test
    void whatIsNotIncludedIsNotAnswered() {
        // Given
        shop.ecs.createCluster(request -> request.clusterName("main")
                .tags(Shop.tag("k", "v"))
                .configuration(
                        configuration -> configuration.executeCommandConfiguration(exec -> exec.logging("NONE"))));

        // When
        var bare = cluster();
        var whole = cluster(ClusterField.TAGS, ClusterField.SETTINGS, ClusterField.CONFIGURATIONS);

        // Then
        assertThat(bare.tags()).isEmpty();
        assertThat(bare.settings()).isEmpty();
        assertThat(bare.configuration()).isNull();
        assertThat(whole.tags()).hasSize(1);
        assertThat(whole.configuration().executeCommandConfiguration().loggingAsString())
                .isEqualTo("NONE");
    }

    @Test
    void aMissingClusterIsAFailureNotAnError() {
        // Given
        shop.ecs.createCluster(request -> request.clusterName("main"));

        // When
        var answer = shop.ecs.describeClusters(request -> request.clusters("main", "gone"));

        // Then
        assertThat(answer.clusters()).hasSize(1);
        assertThat(answer.failures()).extracting("reason").containsExactly("MISSING");
    }

    @Test
    void capacityProvidersAreReplacedAsAWholeAndTakeTheirTime() {
        // Given
        shop.ecs.createCluster(request -> request.clusterName("main"));
        put("FARGATE_SPOT", "FARGATE");

        // When
        var busy = assertThatThrownBy(() -> put("FARGATE"));
        var during = cluster(ClusterField.ATTACHMENTS);
        shop.sandbox.advance(Duration.ofSeconds(10));
        put("FARGATE");
        shop.sandbox.advance(Duration.ofSeconds(10));

        // Then
        busy.isInstanceOf(UpdateInProgressException.class);
        assertThat(during.capacityProviders()).containsExactly("FARGATE", "FARGATE_SPOT");
        assertThat(during.attachmentsStatus()).isEqualTo("UPDATE_IN_PROGRESS");
        assertThat(cluster(ClusterField.ATTACHMENTS).capacityProviders()).containsExactly("FARGATE");
        assertThat(cluster(ClusterField.ATTACHMENTS).attachmentsStatus()).isEqualTo("UPDATE_COMPLETE");
    }

    @Test
    void aStrategyIsEchoedWithWeightAndBase() {
        // Given
        shop.ecs.createCluster(request -> request.clusterName("main"));

        // When
        put("FARGATE");

        // Then
        var item = cluster().defaultCapacityProviderStrategy().get(0);
        assertThat(List.of(item.weight(), item.base())).containsExactly(0, 0);
    }

    @Test
    void aProviderInUseCannotBeDetached() {
        // Given
        shop.ecs.createCluster(request -> request.clusterName("main").capacityProviders("FARGATE", "FARGATE_SPOT"));
        shop.sandbox.advance(Duration.ofSeconds(10));
        var definition = shop.register("shop:1.0");
        shop.ecs.createService(shop.creation(definition)
                .launchType((String) null)
                .capacityProviderStrategy(Shop.provider("FARGATE_SPOT"))
                .build());

        // When
        var detaching = assertThatThrownBy(() -> put("FARGATE"));

        // Then
        detaching.isInstanceOf(ResourceInUseException.class);
    }

    @Test
    void anUnknownProviderIsRefused() {
        // Given
        shop.ecs.createCluster(request -> request.clusterName("main"));

        // When
        var putting = assertThatThrownBy(() -> put("nobodys"));

        // Then
        putting.isInstanceOf(InvalidParameterException.class);
    }

    @Test
    void aNewClusterTakesInsightsFromTheAccount() {
        // Given
        shop.ecs.putAccountSettingDefault(
                request -> request.name("containerInsights").value("enhanced"));

        // When
        shop.ecs.createCluster(request -> request.clusterName("main"));

        // Then
        var effective = shop.ecs.listAccountSettings(
                request -> request.name("containerInsights").effectiveSettings(true));
        assertThat(cluster(ClusterField.SETTINGS).settings())
                .extracting("value")
                .containsExactly("enhanced");
        assertThat(effective.settings()).extracting("value").containsExactly("enhanced");
    }

    @Test
    void anUpdateChangesOnlyWhatIsSentAndAnEmptyNamespaceClears() {
        // Given
        shop.ecs.createCluster(request -> request.clusterName("main")
                .settings(Shop.insights("enabled"))
                .serviceConnectDefaults(defaults -> defaults.namespace("shop.local")));

        // When
        shop.ecs.updateCluster(
                request -> request.cluster("main").serviceConnectDefaults(defaults -> defaults.namespace("")));

        // Then
        assertThat(cluster(ClusterField.SETTINGS).settings())
                .extracting("value")
                .containsExactly("enabled");
        assertThat(cluster().serviceConnectDefaults()).isNull();
    }

    @Test
    void aClusterWithServicesCannotBeDeleted() {
        // Given
        var running = Shop.running();

        // When
        var deleting = assertThatThrownBy(() -> running.ecs.deleteCluster(request -> request.cluster(Shop.CLUSTER)));

        // Then
        deleting.isInstanceOf(ClusterContainsServicesException.class);
    }

    @Test
    void aDeletedClusterIsInactiveForAWhileAndItsNameIsFree() {
        // Given
        shop.ecs.createCluster(request -> request.clusterName("main").tags(Shop.tag("k", "v")));
        shop.ecs.deleteCluster(request -> request.cluster("main"));

        // When
        var deleted = cluster();
        var listed = shop.ecs.listClusters().clusterArns();
        shop.ecs.createCluster(request -> request.clusterName("main"));
        shop.sandbox.advance(Duration.ofHours(2));

        // Then
        assertThat(deleted.status()).isEqualTo("INACTIVE");
        assertThat(listed).isEmpty();
        assertThat(cluster(ClusterField.TAGS).status()).isEqualTo("ACTIVE");
        assertThat(cluster(ClusterField.TAGS).tags()).isEmpty();
    }

    @Test
    void aListingComesInPages() {
        // Given
        IntStream.range(0, 5).forEach(number -> shop.ecs.createCluster(request -> request.clusterName("c" + number)));

        // When
        var pages = shop.ecs.listClustersPaginator(request -> request.maxResults(2)).stream()
                .map(page -> page.clusterArns().size())
                .toList();

        // Then
        assertThat(pages).containsExactly(2, 2, 1);
    }

    private void put(String... providers) {
        shop.ecs.putClusterCapacityProviders(request -> request.cluster("main")
                .capacityProviders(providers)
                .defaultCapacityProviderStrategy(Shop.provider(providers[0])));
    }

    private Cluster cluster(ClusterField... include) {
        return shop.ecs
                .describeClusters(request -> request.clusters("main").include(include))
                .clusters()
                .get(0);
    }
}
