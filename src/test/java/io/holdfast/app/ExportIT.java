package io.holdfast.app;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static org.hamcrest.Matchers.containsInAnyOrder;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.hasItems;
import static org.hamcrest.Matchers.not;
import static org.hamcrest.Matchers.startsWith;

import io.holdfast.desired.DesiredSource;
import io.holdfast.desired.EnvironmentLoad;
import io.holdfast.desired.LastGood;
import io.holdfast.model.DesiredState;
import io.holdfast.model.Health;
import io.holdfast.model.Mode;
import io.holdfast.model.Sync;
import io.holdfast.sandbox.InProcessHttpClient;
import io.holdfast.sandbox.Sandbox;
import io.holdfast.sandbox.fault.Api;
import io.holdfast.sandbox.fault.Fault;
import io.holdfast.sandbox.fault.Selector;
import io.holdfast.web.Callers;
import io.holdfast.web.Locked;
import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.test.junit.TestProfile;
import io.restassured.response.Response;
import io.restassured.response.ValidatableResponse;
import jakarta.inject.Inject;
import java.io.IOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import software.amazon.awssdk.regions.Region;
import software.amazon.awssdk.services.ecs.EcsClient;
import software.amazon.awssdk.services.ecs.model.Tag;

/** Live as YAML over real HTTP: staging, which is enforced, beside production in the same account. */
@QuarkusTest
@TestProfile(Locked.class)
class ExportIT {
    private static final Duration PATIENCE = Duration.ofMinutes(2);
    private static final String STAGING = "/api/v1/environments/staging/export";
    private static final String CLUSTER = "rupaya-ecs-staging";
    private static final String DATABASE = "rupaya-staging";

    @TempDir
    private Path folder;

    @Inject
    Engine engine;

    @BeforeEach
    void stagingIsThere() {
        await().atMost(PATIENCE).pollInterval(Duration.ofMillis(50)).until(() -> {
            engine.tick();
            return engine.board()
                    .find("staging")
                    .filter(it -> it.sync() == Sync.SYNCED && it.health() == Health.Status.HEALTHY)
                    .isPresent();
        });
    }

    @AfterEach
    void awsIsWell() {
        sandbox().faults().clear();
        EcsClient elsewhere = elsewhere();
        if (elsewhere.listClusters().clusterArns().stream().anyMatch(it -> it.endsWith("/theirs"))) {
            elsewhere.deleteCluster(it -> it.cluster("theirs"));
        }
    }

    private EcsClient elsewhere() {
        return EcsClient.builder()
                .region(Region.US_EAST_1)
                .endpointOverride(URI.create("http://sandbox"))
                .httpClient(new InProcessHttpClient(sandbox()))
                .credentialsProvider(AwsAccount.PLAYED)
                .build();
    }

    private Sandbox sandbox() {
        return engine.sandbox().orElseThrow();
    }

    private static ValidatableResponse export(String caller, String query) {
        return Callers.as(caller).get(STAGING + query).then();
    }

    private DesiredState read(String yaml) throws IOException {
        Files.writeString(folder.resolve("staging.yaml"), yaml);
        EnvironmentLoad load = new DesiredSource(folder, Kinds.all(), LastGood.inMemory())
                .load()
                .of("staging")
                .orElseThrow();
        assertThat(load.findings()).isEmpty();
        return load.inForce().orElseThrow();
    }

    @Test
    void whatIsLiveIsTheYamlThatWouldHaveAskedForIt() throws IOException {
        // When
        String yaml = export(Callers.ADMIN, "?cluster=" + CLUSTER + "&database=" + DATABASE)
                .statusCode(200)
                .contentType("application/yaml")
                .header("Holdfast-Complete", "true")
                .header("ETag", startsWith("\""))
                .extract()
                .asString();

        // Then
        DesiredState exported = read(yaml);
        DesiredState declared = engine.board()
                .find("staging")
                .orElseThrow()
                .plan()
                .orElseThrow()
                .report()
                .desired();
        assertThat(exported.policy().mode()).isEqualTo(Mode.OBSERVE);
        assertThat(exported.aws().account()).isEqualTo(declared.aws().account());
        assertThat(exported.resources())
                .extracting(it -> it.id().toString())
                .containsExactlyInAnyOrderElementsOf(declared.resources().stream()
                        .map(it -> it.id().toString())
                        .toList());
    }

    @Test
    void programsAreToldWhatThereIsToSayOfIt() {
        for (ValidatableResponse answer : List.of(
                export(Callers.ADMIN, "?format=json"),
                Callers.as(Callers.ADMIN)
                        .accept("application/json")
                        .get(STAGING)
                        .then())) {
            answer.statusCode(200)
                    .contentType("application/json")
                    .body("schema", equalTo("holdfast.export/v1"))
                    .body("environment", equalTo("staging"))
                    .body("complete", equalTo(true))
                    .body("notSeen.size()", equalTo(0))
                    .body("yaml", containsString("name: " + CLUSTER))
                    .body("yaml", not(containsString("databases:")));
        }
        export(Callers.ADMIN, "?format=xml").statusCode(400).body("detail", containsString("yaml or json"));
        Callers.as(Callers.ADMIN).accept("image/png").get(STAGING).then().statusCode(406);
    }

    @Test
    void whatCouldNotBeLookedAtIsToldInEveryForm() {
        // Given
        sandbox()
                .faults()
                .inject(Fault.refuse(400, "AccessDeniedException"), Api.of("*", "ListServices"), Selector.always());

        // When
        ValidatableResponse yaml = export(Callers.ADMIN, "?cluster=" + CLUSTER);
        ValidatableResponse json = export(Callers.ADMIN, "?cluster=" + CLUSTER + "&format=json");

        // Then
        yaml.statusCode(200)
                .header("Holdfast-Complete", "false")
                .body(containsString("# NOT COMPLETE, could not look at the services of cluster " + CLUSTER))
                .body(containsString("ecs:ListServices"));
        json.statusCode(200)
                .body("complete", equalTo(false))
                .body("notSeen", hasItem(containsString("ecs:ListServices")))
                .body("yaml", containsString("NOT COMPLETE"));
    }

    @Test
    void whereNothingCouldBeLookedAtThereIsNoFile() {
        sandbox().faults().inject(Fault.refuse(400, "AccessDeniedException"), Api.of("*", "*"), Selector.always());

        export(Callers.ADMIN, "")
                .statusCode(502)
                .contentType("application/problem+json")
                .body("detail", containsString("nothing could be looked at"))
                .body("detail", containsString("ecs:ListClusters"));
    }

    /** While AWS is held, none that has its turn comes to an end: the first answer can only be that of the one too many. */
    @Test
    void whoComesWhileTwoAreBeingMadeIsToldWhenToComeAgain() {
        // Given
        ExecutorService callers = Executors.newFixedThreadPool(3);

        // When
        List<CompletableFuture<Response>> answers;
        Response first;
        synchronized (sandbox()) {
            answers = Stream.generate(() -> CompletableFuture.supplyAsync(
                            () -> Callers.as(Callers.ADMIN).get(STAGING + "?cluster=" + CLUSTER), callers))
                    .limit(3)
                    .toList();
            first = (Response) CompletableFuture.anyOf(answers.toArray(CompletableFuture[]::new))
                    .orTimeout(PATIENCE.toSeconds(), TimeUnit.SECONDS)
                    .join();
        }
        List<Integer> codes =
                answers.stream().map(it -> it.join().statusCode()).sorted().toList();
        callers.shutdown();

        // Then
        first.then()
                .statusCode(429)
                .contentType("application/problem+json")
                .header("Retry-After", "10")
                .body("detail", containsString("2 exports are being made already"));
        assertThat(codes).containsExactly(200, 200, 429);
        export(Callers.ADMIN, "?cluster=" + CLUSTER).statusCode(200);
    }

    @Test
    void programsCanReadWhatAnExportAnswers() {
        ValidatableResponse description =
                Callers.as(Callers.ADMIN).get("/q/openapi?format=json").then().statusCode(200);
        String export = "paths.'/api/v1/environments/{environment}/export'.get.";

        description
                .body(export + "responses.keySet()", hasItems("200", "422", "429", "502"))
                .body(
                        export + "responses.'200'.content.keySet()",
                        containsInAnyOrder("application/yaml", "application/json"))
                .body(export + "responses.'200'.content.'application/yaml'.schema.type", equalTo("string"))
                .body(
                        export + "responses.'200'.content.'application/json'.schema.'$ref'",
                        equalTo("#/components/schemas/ExportDocument"))
                .body(
                        export + "parameters.findAll { it.in == 'query' }.name",
                        containsInAnyOrder("cluster", "database", "cache", "name", "tag", "format"))
                .body(
                        "components.schemas.ExportDocument.properties.keySet()",
                        hasItems("schema", "environment", "complete", "notSeen", "yaml"));
    }

    @Test
    void whatIsNamedAndNotThereIsNoSmallerFile() {
        export(Callers.ADMIN, "?cluster=" + CLUSTER + "&cluster=nowhere&database=none")
                .statusCode(422)
                .contentType("application/problem+json")
                .body("detail", containsString("there is no cluster nowhere"))
                .body("detail", containsString("there is no database none"));
        export(Callers.ADMIN, "?tag=team=nobodys")
                .statusCode(422)
                .body("detail", containsString("nothing of what was asked for is there"));
    }

    @Test
    void aQueryThatCannotBeMeantIsRefused() {
        export(Callers.ADMIN, "?tag=platform").statusCode(400).body("detail", containsString("KEY=VALUE"));
        export(Callers.ADMIN, "?tag=a=1&tag=a=2").statusCode(400).body("detail", containsString("two values"));
        export(Callers.ADMIN, "?cluster=").statusCode(400).body("detail", containsString("cluster is empty"));
        export(Callers.ADMIN, "?format=json&clu%73ter=").statusCode(400);
        export(Callers.ADMIN, "?clusters=a").statusCode(400).body("detail", containsString("there is cache, cluster"));
        export(Callers.ADMIN, "?format=json&format=yaml").statusCode(400);
        export(Callers.ADMIN, "?name=a".repeat(101).replace("a?", "a&")).statusCode(400);
    }

    @Test
    void whoSeesOneEnvironmentLearnsNothingOfAnother() {
        // Given
        String all = "?cluster=*";
        elsewhere()
                .createCluster(it -> it.clusterName("theirs")
                        .tags(tag("owner", "others"), tag("environment", "hidden"), tag("resource", "cluster/theirs")));
        sandbox()
                .faults()
                .inject(
                        Fault.stayIn("status", "PROVISIONING", PATIENCE),
                        Api.of("*", "DescribeClusters"),
                        Selector.always());

        // When
        String forAdmin = export(Callers.ADMIN, all).statusCode(200).extract().asString();
        String forStaging =
                export("admin-staging", all).statusCode(200).extract().asString();

        // Then
        assertThat(forAdmin)
                .contains("name: " + CLUSTER)
                .contains("# Note: cluster theirs belongs to somebody else: others, hidden/cluster/theirs");
        assertThat(forStaging)
                .contains("name: " + CLUSTER)
                .contains("# Note: cluster " + CLUSTER + " is changing")
                .contains("# Note: 1 resource belongs to somebody else")
                .doesNotContain("theirs", "hidden");
        export("approver-staging", all).statusCode(403);
        Callers.as("admin-staging")
                .get("/api/v1/environments/production/export")
                .then()
                .statusCode(404);
    }

    private static Tag tag(String name, String value) {
        return Tag.builder().key("holdfast:" + name).value(value).build();
    }
}
