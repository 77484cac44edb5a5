package io.holdfast.estate;

import static org.assertj.core.api.Assertions.assertThat;

import io.holdfast.export.Exported;
import io.holdfast.model.AwsTarget;
import io.holdfast.model.DriftReport;
import io.holdfast.model.Scope;
import io.holdfast.model.Sync;
import io.holdfast.sandbox.InProcessHttpClient;
import io.holdfast.sandbox.fault.Api;
import io.holdfast.sandbox.fault.Fault;
import io.holdfast.sandbox.fault.Selector;
import java.net.URI;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import software.amazon.awssdk.auth.credentials.AwsBasicCredentials;
import software.amazon.awssdk.auth.credentials.StaticCredentialsProvider;
import software.amazon.awssdk.regions.Region;
import software.amazon.awssdk.services.ecs.EcsClient;

/** An estate that Holdfast did not make becomes the YAML that would have asked for it. */
class ExportTest {
    private static final String OLD = "old";
    private static final String OTHER_ACCOUNT = "210987654321";

    @TempDir
    Path folder;

    private Estate estate;
    private Console console;

    @BeforeEach
    void makeTheSeedByHand() {
        estate = new Estate(folder);
        console = new Console(estate.sandbox());
        new HandMade(console).seed();
        estate.clock().advance(Duration.ofHours(2));
        estate.sandbox().settle();
        estate.sandbox().log().clear();
    }

    private static Scope chosen(Set<String> names, Map<String, String> tags) {
        return Scope.chosen(Set.of(), Set.of(), Set.of(), names, tags);
    }

    private static Scope cluster(String name) {
        return Scope.chosen(Set.of(name), Set.of(), Set.of(), Set.of(), Map.of());
    }

    /** The ids of what is exported, less the environment's name; that live differs from it in nothing is seen before. */
    private List<String> differsInNothing(Exported exported) {
        estate.declare("old.yaml", exported.yaml());
        DriftReport drift = estate.drift(OLD);
        assertThat(drift.resources()).allSatisfy(it -> assertThat(it.fields()).isEmpty());
        assertThat(drift.isComplete()).isTrue();
        assertThat(drift.sync()).isEqualTo(Sync.SYNCED);
        assertThat(estate.writes()).isEmpty();
        return drift.resources().stream()
                .map(it -> it.id().toString().substring(OLD.length() + 1))
                .sorted()
                .toList();
    }

    private void refuse(String operation, int status, String code) {
        estate.sandbox().faults().inject(Fault.refuse(status, code), Api.of("*", operation), Selector.always());
    }

    private void tagged(String arn, String owner) {
        console.ecs.tagResource(it -> it.resourceArn(arn)
                .tags(
                        tag("holdfast:owner", owner),
                        tag("holdfast:environment", "theirs"),
                        tag("holdfast:resource", "service/x")));
    }

    private static software.amazon.awssdk.services.ecs.model.Tag tag(String key, String value) {
        return software.amazon.awssdk.services.ecs.model.Tag.builder()
                .key(key)
                .value(value)
                .build();
    }

    @Test
    void theSeedMadeByHandIsExportedWholeAndDiffersInNothing() {
        // When
        Exported exported = estate.export(OLD, Scope.everything());

        // Then
        assertThat(exported.missing()).isEmpty();
        assertThat(exported.notSeen()).isEmpty();
        assertThat(differsInNothing(exported)).hasSize(18);
    }

    @Test
    void oneClusterComesWithAllThatStandsInItAndNothingElse() {
        // When
        Exported exported = estate.export(OLD, cluster("rupaya-ecs-staging"));

        // Then
        assertThat(exported.yaml()).contains("rupaya-backend-staging").doesNotContain("-prod", "databases:", "caches:");
        assertThat(differsInNothing(exported)).hasSize(8);
    }

    @Test
    void aTagChoosesAmongAllThereIs() {
        // Given
        console.rds.addTagsToResource(it -> it.resourceName("arn:aws:rds:us-east-1:123456789012:db:rupaya-staging")
                .tags(software.amazon.awssdk.services.rds.model.Tag.builder()
                        .key("stage")
                        .value("staging")
                        .build()));
        estate.sandbox().log().clear();

        // When
        Exported exported = estate.export(OLD, chosen(Set.of(), Map.of("stage", "staging")));

        // Then
        List<String> ids = differsInNothing(exported);
        assertThat(ids).anyMatch(it -> it.startsWith("service/")).anyMatch(it -> it.startsWith("database/"));
        assertThat(ids).noneMatch(it -> it.startsWith("cluster/") || it.startsWith("cache/"));
        assertThat(exported.yaml())
                .contains("cluster: rupaya-ecs-staging", "stage: staging")
                .doesNotContain("rupaya-backend-prod", "db.r6g.large");
        assertThat(estate.export(OLD, chosen(Set.of(), Map.of("stage", "staging", "team", "nobody")))
                        .yaml())
                .isEmpty();
    }

    @Test
    void namesChooseAmongAllThereIsAndOneOfNothingIsTold() {
        // When
        Exported exported = estate.export(OLD, chosen(Set.of("rupaya-ecs-prod", "rupaya-staging", "nobody"), Map.of()));

        // Then
        assertThat(exported.missing()).containsExactly("there is no resource named nobody");
        assertThat(differsInNothing(exported)).hasSize(2).anyMatch(it -> it.startsWith("cluster/"));
    }

    @Test
    void whatIsSomebodyElsesIsLeftOutAndTold() {
        // Given
        tagged("arn:aws:ecs:us-east-1:123456789012:service/rupaya-ecs-prod/rupaya-backend-prod", "others");
        tagged("arn:aws:ecs:us-east-1:123456789012:cluster/rupaya-ecs-staging", "test");
        estate.sandbox().log().clear();

        // When
        Exported exported = estate.export(OLD, Scope.everything());

        // Then
        assertThat(exported.notSeen()).isEmpty();
        assertThat(exported.left())
                .contains(
                        "service rupaya-ecs-prod/rupaya-backend-prod belongs to somebody else: others, theirs/service/x",
                        "cluster rupaya-ecs-staging belongs to somebody else: test, theirs/service/x");
        assertThat(differsInNothing(exported))
                .as("what scales it goes with it, and what runs in it does not")
                .hasSize(18 - 7);
        assertThat(exported.yaml()).contains("rupaya-ecs-prod", "rupaya-backend-staging");
    }

    @Test
    void aListingThatIsDeniedMakesNoFileThatLooksWhole() {
        // Given
        refuse("ListServices", 400, "AccessDeniedException");
        refuse("DescribeDBInstances", 400, "AccessDenied");

        // When
        Exported exported = estate.export(OLD, Scope.everything());

        // Then
        assertThat(exported.notSeen())
                .anyMatch(it -> it.startsWith("the services of cluster rupaya-ecs-prod: ecs:ListServices"))
                .anyMatch(it -> it.startsWith("the databases of the account: rds:DescribeDBInstances"));
        assertThat(exported.yaml())
                .contains("# NOT COMPLETE, could not look at the services of cluster rupaya-ecs-prod: ecs:ListServices")
                .contains("caches:");
    }

    @Test
    void whatCannotBeDescribedIsNotTakenForGone() {
        // Given
        refuse("DescribeServices", 400, "ThrottlingException");

        // When
        Exported exported = estate.export(OLD, Scope.everything());

        // Then
        assertThat(exported.left()).noneMatch(it -> it.contains("vanished"));
        assertThat(exported.notSeen()).anyMatch(it -> it.contains("ecs:DescribeServices"));
        assertThat(exported.yaml()).contains("# NOT COMPLETE").doesNotContain("rupaya-backend-prod:\n");
    }

    @Test
    void whereTagsCannotBeReadNobodyKnowsWhoseItIsAndThatIsTold() {
        // Given
        refuse("ListTagsForResource", 400, "AccessDenied");

        // When
        Exported exported = estate.export(OLD, Scope.everything());

        // Then
        assertThat(exported.notSeen()).isNotEmpty();
        assertThat(exported.yaml()).contains("# NOT COMPLETE");
    }

    @Test
    void anotherAccountAndRegionAreReachedByTheirRoleAndNothingOfThisOneIsTaken() {
        // Given
        EcsClient elsewhere = EcsClient.builder()
                .region(Region.EU_WEST_1)
                .endpointOverride(URI.create("http://sandbox"))
                .httpClient(new InProcessHttpClient(estate.sandbox()))
                .credentialsProvider(
                        StaticCredentialsProvider.create(AwsBasicCredentials.create(OTHER_ACCOUNT, "secret")))
                .build();
        elsewhere.createCluster(it -> it.clusterName("abroad"));
        estate.sandbox().log().clear();
        AwsTarget there = new AwsTarget(
                OTHER_ACCOUNT, "eu-west-1", Optional.of("arn:aws:iam::" + OTHER_ACCOUNT + ":role/looker"));

        // When
        Exported exported = estate.export(OLD, there, Scope.everything());

        // Then
        assertThat(differsInNothing(exported)).containsExactly("cluster/abroad");
        assertThat(exported.yaml())
                .contains(OTHER_ACCOUNT, "eu-west-1", "role/looker")
                .doesNotContain("rupaya");
    }

    @Test
    void credentialsOfAnotherAccountExportNothing() {
        // When
        Exported exported =
                estate.export(OLD, new AwsTarget(OTHER_ACCOUNT, "us-east-1", Optional.empty()), Scope.everything());

        // Then
        assertThat(exported.yaml()).isEmpty();
        assertThat(exported.missing())
                .containsExactly("these credentials belong to account 123456789012, not " + OTHER_ACCOUNT);
    }
}
