package io.holdfast.web;

import static io.restassured.RestAssured.get;
import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.empty;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.hasItems;
import static org.hamcrest.Matchers.hasKey;
import static org.hamcrest.Matchers.hasSize;
import static org.hamcrest.Matchers.notNullValue;

import io.holdfast.reconcile.Reconciler;
import io.holdfast.report.StatusBoard;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.Response;
import jakarta.inject.Inject;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** The HTTP interface over this repository's own environments. Production is only proposed, so that it stays as it is. */
@QuarkusTest
class HttpIT {
    private static final Duration PATIENCE = Duration.ofSeconds(60);
    private static final String PRODUCTION = "/api/v1/environments/production";

    @Inject
    Reconciler reconciler;

    @Inject
    StatusBoard board;

    @BeforeEach
    void everyEnvironmentHasBeenLookedAt() {
        await().atMost(PATIENCE).until(() -> {
            reconciler.tick();
            return board.all().size() == 2;
        });
    }

    private static void isProblem(Response response, int status) {
        response.then()
                .statusCode(status)
                .contentType("application/problem+json")
                .body("type", equalTo("about:blank"))
                .body("status", equalTo(status))
                .body("title", notNullValue())
                .body("detail", notNullValue());
    }

    @Test
    void theFleetIsShownByName() {
        get("/api/v1/status")
                .then()
                .statusCode(200)
                .body("schema", equalTo("holdfast.status/v1"))
                .body("trouble", empty())
                .body("environments.environment", contains("production", "staging"))
                .body("environments[0].sync", equalTo("OutOfSync"))
                .body("environments[0].mode", equalTo("propose"))
                .body("environments[0].operation", equalTo("AwaitingApproval"));
    }

    @Test
    void anEnvironmentHasItsSixConditionsInOrder() {
        get(PRODUCTION)
                .then()
                .statusCode(200)
                .body("conditions.type", contains("Valid", "Observed", "InSync", "Healthy", "Paused", "Stalled"))
                .body("problems", empty());
    }

    @Test
    void theDriftReportIsJsonUnlessAskedOtherwise() {
        get(PRODUCTION + "/drift")
                .then()
                .statusCode(200)
                .contentType("application/json")
                .header("Vary", containsString("Accept"))
                .body("schema", equalTo("holdfast.drift/v1"))
                .body("complete", equalTo(true))
                .body("source.path", equalTo("environments/production.yaml"))
                .body("resources.id", hasItem("production/service/backend"))
                .body("resources[0].cause", equalTo("Missing"))
                .body("resources[0].plan.verdict", equalTo("NeedsApproval"))
                .body("nextPassAt", notNullValue());
    }

    @Test
    void aReportComesInTheFormAskedForByQueryOrHeader() {
        given().queryParam("format", "text")
                .get(PRODUCTION + "/drift")
                .then()
                .contentType("text/plain")
                .body(containsString("production: "));
        given().accept("text/markdown")
                .get(PRODUCTION + "/drift")
                .then()
                .contentType("text/markdown")
                .body(containsString("# `production`"));
        given().accept("text/plain").get(PRODUCTION + "/plan").then().body(containsString("none may proceed"));
        given().queryParam("format", "json")
                .accept("text/plain")
                .get(PRODUCTION + "/plan")
                .then()
                .contentType("application/json")
                .body("schema", equalTo("holdfast.plan/v1"));
    }

    @Test
    void aFormNobodyKnowsIsRefused() {
        isProblem(given().queryParam("format", "xml").get(PRODUCTION + "/drift"), 400);
        isProblem(given().accept("image/png").get(PRODUCTION + "/drift"), 406);
    }

    @Test
    void whatIsNotThereIsAProblemOfOneShape() {
        for (String path : List.of(
                "/api/v1/nothing",
                "/nothing",
                "/api/v1/environments/nobody",
                "/api/v1/environments/nobody/drift",
                "/api/v1/environments/nobody/events",
                PRODUCTION + "/resources/service/nobody")) {
            isProblem(get(path), 404);
        }
        isProblem(Callers.acting(Callers.ADMIN).post("/api/v1/environments/nobody/reconcile"), 404);
        isProblem(given().delete(PRODUCTION), 405);
    }

    @Test
    void aQueryThatWouldBeIgnoredIsRefused() {
        for (String query : List.of("?limits=1", "?limit=0", "?limit=501", "?limit=x", "?limit=1&limit=2")) {
            isProblem(get("/api/v1/environments" + query), 400);
        }
        isProblem(get("/api/v1/status?verbose=true"), 400);
        isProblem(get(PRODUCTION + "/events?cursor=yesterday"), 400);
    }

    @Test
    void whoHasTheContentAlreadyIsToldSo() {
        // Given
        String tag = get(PRODUCTION + "/resources/cluster/main").getHeader("ETag");

        // When
        Response again = given().header("If-None-Match", tag).get(PRODUCTION + "/resources/cluster/main");
        Response other = given().header("If-None-Match", "\"other\"").get(PRODUCTION + "/resources/cluster/main");

        // Then
        assertThat(tag).startsWith("\"");
        again.then().statusCode(304).body(equalTo(""));
        other.then().statusCode(200);
    }

    @Test
    void listsArePagedWithoutGapOrRepetition() {
        // Given
        List<String> all = get(PRODUCTION + "/resources").path("items.id");
        List<String> paged = new ArrayList<>();

        // When
        String next = "";
        while (next != null) {
            var page = given().queryParam("limit", 2)
                    .queryParam("cursor", next)
                    .get(PRODUCTION + "/resources")
                    .jsonPath();
            paged.addAll(page.getList("items.id"));
            next = page.getString("next");
        }

        // Then
        assertThat(paged).hasSizeGreaterThan(2).containsExactlyElementsOf(all).isSorted();
    }

    @Test
    void oneResourceIsFoundByTheEndOfItsId() {
        get(PRODUCTION + "/resources/service/backend")
                .then()
                .statusCode(200)
                .body("id", equalTo("production/service/backend"))
                .body("name", containsString("rupaya-backend-prod"))
                .body("declaredAt.file", containsString("environments/"));
    }

    @Test
    void eventsAreToldNewestFirst() {
        // When
        var page = given().queryParam("limit", 2)
                .get(PRODUCTION + "/events")
                .then()
                .statusCode(200)
                .body("items", hasSize(2))
                .body("next", notNullValue());

        // Then
        List<Integer> ids = page.extract().path("items.id");
        assertThat(ids.get(0)).isGreaterThan(ids.get(1));
    }

    @Test
    void aPassCanBeAskedForAndComes() {
        // Given
        var before = board.find("production").orElseThrow().lastPassAt();

        // When
        Callers.acting(Callers.ADMIN)
                .post(PRODUCTION + "/reconcile")
                .then()
                .statusCode(202)
                .body("environment", equalTo("production"));

        // Then
        await().atMost(PATIENCE).until(() -> {
            reconciler.tick();
            return board.find("production").orElseThrow().lastPassAt().isAfter(before);
        });
    }

    @Test
    void aPageOfAnotherSiteCannotAskForAPass() {
        isProblem(
                Callers.acting(Callers.ADMIN)
                        .header("Origin", "https://evil.example")
                        .post(PRODUCTION + "/reconcile"),
                403);
    }

    @Test
    void aDriftedEnvironmentNeverMakesTheProcessUnready() {
        get("/q/health/ready").then().statusCode(200).body("checks.name", hasItems("source", "ledger", "aws"));
        get("/q/health/live").then().statusCode(200);
    }

    @Test
    void theInterfaceIsPublished() {
        given().accept("application/json")
                .get("/q/openapi")
                .then()
                .statusCode(200)
                .body("paths.'/api/v1/environments/{environment}/drift'.get.summary", containsString("drift report"))
                .body("paths.'/hooks/git'.post.responses", hasKey("202"))
                .body("components.schemas.Limit.type", equalTo("integer"))
                .body("components.schemas.Cursor.type", equalTo("string"))
                .body("components.securitySchemes.token.scheme", equalTo("bearer"));
    }

    @Test
    void withoutASecretThereIsNoWebhook() {
        isProblem(given().contentType("application/json").body("{}").post("/hooks/git"), 404);
        isProblem(get("/hooks/git"), 404);
    }

    @Test
    void theFirstPageListsTheEnvironmentsAndLoadsNothing() {
        get("/").then()
                .statusCode(200)
                .contentType("text/html")
                .header("Content-Security-Policy", containsString("default-src 'none'"))
                .body(containsString("/api/v1/environments/production/drift?format=text"));
    }

    @Test
    void editorsGetTheSchemaAsItIsCheckedInAndNotTwice() throws IOException {
        for (String name : List.of("environment-v1.json", "environment-part-v1.json")) {
            // Given
            String checkedIn = Files.readString(Path.of("src/main/resources/schema", name));

            // When
            Response first = get("/schema/" + name);
            Response second =
                    given().header("If-None-Match", first.header("ETag")).get("/schema/" + name);

            // Then
            first.then().statusCode(200).contentType("application/schema+json").header("Cache-Control", "no-cache");
            assertThat(first.asString()).isEqualTo(checkedIn);
            second.then().statusCode(304);
            assertThat(second.asByteArray()).isEmpty();
            isProblem(get("/schema/" + name + "?draft=7"), 400);
        }
    }
}
