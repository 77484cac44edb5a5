package io.holdfast.web;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.empty;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.not;
import static org.hamcrest.Matchers.notNullValue;
import static org.hamcrest.Matchers.nullValue;

import io.holdfast.ledger.Ledger;
import io.holdfast.model.Condition;
import io.holdfast.model.Pause;
import io.holdfast.model.Sync;
import io.holdfast.model.Verdict;
import io.holdfast.reconcile.Reconciler;
import io.holdfast.report.EnvironmentStatus;
import io.holdfast.report.StatusBoard;
import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.test.junit.TestProfile;
import io.restassured.response.Response;
import io.restassured.response.ValidatableResponse;
import jakarta.inject.Inject;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.MethodOrderer;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestMethodOrder;

/**
 * People and production, which is only proposed, over real HTTP and on the sandbox. The test that approves it comes last,
 * because nothing asks afterwards.
 */
@QuarkusTest
@TestProfile(Locked.class)
@TestMethodOrder(MethodOrderer.OrderAnnotation.class)
class ConsentIT {
    private static final Duration PATIENCE = Duration.ofMinutes(2);
    private static final String PRODUCTION = "/api/v1/environments/production";
    private static final String LINE = "/api/v1/stop-the-line";
    private static final String APPROVER = "approver-everywhere";
    private static final String OPERATOR = "operator-everywhere";

    @Inject
    Reconciler reconciler;

    @Inject
    StatusBoard board;

    @Inject
    Ledger ledger;

    @Inject
    Clock clock;

    @BeforeEach
    void bothEnvironmentsAreThere() {
        await().atMost(PATIENCE).until(() -> {
            reconciler.tick();
            return board.all().size() == 2;
        });
    }

    @AfterEach
    void nothingIsHeld() {
        ledger.pauses().forEach(it -> ledger.resume(it.scope()));
    }

    private void awaited(Predicate<EnvironmentStatus> wanted) {
        await().atMost(PATIENCE).pollInterval(Duration.ofMillis(50)).until(() -> {
            reconciler.tick();
            return board.find("production").filter(wanted).isPresent();
        });
    }

    private static boolean isPaused(EnvironmentStatus status) {
        return status.conditions().stream()
                .anyMatch(it -> it.type() == Condition.Type.PAUSED && it.status() == Condition.Status.TRUE);
    }

    private static ValidatableResponse post(String caller, String path, Map<String, ?> body) {
        return Callers.acting(caller).body(body).post(path).then();
    }

    private static String planId() {
        return Callers.as(APPROVER).get(PRODUCTION + "/plan").path("planId");
    }

    private static ValidatableResponse events() {
        return Callers.as(APPROVER)
                .queryParam("limit", 500)
                .get(PRODUCTION + "/events")
                .then();
    }

    private static void isProblem(ValidatableResponse response, int status, String says) {
        response.statusCode(status)
                .contentType("application/problem+json")
                .body("status", equalTo(status))
                .body("detail", containsString(says));
    }

    @Test
    @Order(1)
    void whatCannotBeMeantIsRefusedAndSaysWhatCan() {
        String planId = planId();

        isProblem(post(APPROVER, PRODUCTION + "/approve", Map.of()), 400, "planId is missing");
        isProblem(Callers.acting(APPROVER).post(PRODUCTION + "/approve").then(), 400, "planId is missing");
        isProblem(post(APPROVER, PRODUCTION + "/approve", Map.of("planId", 7)), 400, "planId");
        isProblem(post(APPROVER, PRODUCTION + "/approve", Map.of("planId", "an-older-one")), 409, planId);
        isProblem(
                post(APPROVER, PRODUCTION + "/approve", Map.of("planId", planId, "resources", List.of())),
                400,
                "resources names");
        isProblem(
                post(APPROVER, PRODUCTION + "/reject", Map.of("planId", planId, "resources", List.of("service/x"))),
                422,
                "production/service/x");
        isProblem(
                post(APPROVER, PRODUCTION + "/approve", Map.of("planId", planId, "resource", "service/backend")),
                400,
                "no such field");
        isProblem(post(OPERATOR, PRODUCTION + "/pause", Map.of()), 400, "reason is missing");
        isProblem(post(Callers.ADMIN, LINE, Map.of()), 400, "reason is missing");
        isProblem(
                post(OPERATOR, PRODUCTION + "/pause", Map.of("reason", "r", "until", "2020-01-01T00:00:00Z")),
                400,
                "until is 2020-01-01T00:00:00Z");
        for (String strange : List.of("tomorrow", "2027-01-01", "+1000000000-12-31T23:59:59Z")) {
            isProblem(
                    post(OPERATOR, PRODUCTION + "/pause", Map.of("reason", "r", "until", strange)),
                    400,
                    "a time is written in UTC");
        }

        assertThat(ledger.pauses()).isEmpty();
        assertThat(ledger.standing("production").decisions()).isEmpty();
    }

    @Test
    @Order(2)
    void aPauseIsShownIsToldAndIsTakenBackWhileTheLooksGoOn() {
        // When
        post(OPERATOR, PRODUCTION + "/pause", Map.of("reason", "a look at the queue", "until", "2999-01-01T00:00:00Z"))
                .statusCode(200)
                .body("paused.actor", equalTo(OPERATOR))
                .body("paused.reason", equalTo("a look at the queue"))
                .body("paused.until", equalTo("2999-01-01T00:00:00Z"))
                .body("lineStopped", nullValue());

        // Then
        awaited(ConsentIT::isPaused);
        var lookedAt = board.find("production")
                .orElseThrow()
                .plan()
                .orElseThrow()
                .report()
                .observedAt();
        reconciler.hurry("production");
        awaited(it -> it.plan().orElseThrow().report().observedAt().isAfter(lookedAt) && isPaused(it));
        Callers.as(OPERATOR)
                .get(PRODUCTION + "/plan")
                .then()
                .body("changes.verdict", not(hasItem("Proceed")))
                .body("changes.reason", hasItem("Paused"));
        post(OPERATOR, PRODUCTION + "/resume", Map.of("reason", "seen"))
                .statusCode(200)
                .body("paused", nullValue());
        post(OPERATOR, PRODUCTION + "/resume", Map.of()).statusCode(200);
        awaited(it -> !isPaused(it));
        events().body("items.findAll { it.reason == 'Paused' }.actor.name", contains(OPERATOR))
                .body(
                        "items.findAll { it.reason == 'Resumed' }.message",
                        contains("resumed by " + OPERATOR + ": seen"));
    }

    @Test
    @Order(3)
    void theLineHoldsEveryEnvironmentAndAPauseOutlivesItsRelease() {
        // Given
        post(OPERATOR, PRODUCTION + "/pause", Map.of("reason", "its own")).statusCode(200);

        // When
        post(Callers.ADMIN, LINE, Map.of("reason", "an outage at AWS"))
                .statusCode(200)
                .body("stopped.reason", equalTo("an outage at AWS"));

        // Then
        Callers.as("viewer-staging").get(LINE).then().body("stopped.actor", equalTo(Callers.ADMIN));
        await().atMost(PATIENCE).pollInterval(Duration.ofMillis(50)).until(() -> {
            reconciler.tick();
            return board.all().stream().allMatch(ConsentIT::isPaused);
        });
        post(OPERATOR, PRODUCTION + "/resume", Map.of())
                .statusCode(200)
                .body("paused", nullValue())
                .body("lineStopped.actor", equalTo(Callers.ADMIN));
        post(Callers.ADMIN, LINE + "/release", Map.of("reason", "over"))
                .statusCode(200)
                .body("stopped", nullValue());
        assertThat(ledger.pauses()).isEmpty();
        for (String environment : List.of("production", "staging")) {
            Callers.as(Callers.ADMIN)
                    .get("/api/v1/environments/" + environment + "/events?limit=500")
                    .then()
                    .body("items.reason", hasItem("LineStopped"))
                    .body("items.reason", hasItem("LineReleased"));
        }
    }

    @Test
    @Order(4)
    void aPauseThatHasRunOutHoldsNothingAndIsNotShown() {
        // Given
        Instant now = clock.instant();
        ledger.pause(new Pause("production", "short", "olga", now.minusSeconds(60), Optional.of(now.minusSeconds(1))));

        // When
        reconciler.hurry("production");
        awaited(it -> it.lastPassAt().isAfter(now));

        // Then
        EnvironmentStatus status = board.find("production").orElseThrow();
        assertThat(isPaused(status)).isFalse();
        assertThat(status.plan().orElseThrow().changes())
                .noneMatch(it -> it.verdict().reason().equals("Paused"))
                .anyMatch(it -> it.verdict() instanceof Verdict.NeedsApproval);
    }

    @Test
    @Order(5)
    void aNoIsKeptToldAndShownAndTakenBackByAYes() {
        // Given
        String planId = planId();

        // When
        post(APPROVER, PRODUCTION + "/reject", Map.of("planId", planId, "resources", List.of("cluster/main")))
                .statusCode(200)
                .body("declined", contains("production/cluster/main"))
                .body("about", contains("production/cluster/main"));

        // Then
        awaited(it -> it.plan().orElseThrow().changes().stream()
                .anyMatch(change -> change.verdict().reason().equals("Declined")));
        Callers.as(OPERATOR)
                .get(PRODUCTION + "/approvals")
                .then()
                .statusCode(200)
                .body("decisions[0].answer", equalTo("reject"))
                .body("decisions[0].counts", equalTo(true))
                .body("decisions[0].changes[0].voidBecause", nullValue())
                .body("questions.find { it.id == 'production/cluster/main' }.answer", equalTo("Declined"));
        post(APPROVER, PRODUCTION + "/approve", Map.of("planId", planId(), "resources", List.of("cluster/main")))
                .statusCode(200)
                .body("declined", empty());
        post(APPROVER, PRODUCTION + "/reject", Map.of("planId", planId(), "reason", "not today"))
                .statusCode(200);
        events().body("items.findAll { it.reason == 'PlanRejected' }[0].message", containsString("not today"));
    }

    @Test
    @Order(6)
    void manyAnswersAtOnceAreAllKept() {
        // Given
        String planId = planId();
        int before = ledger.standing("production").decisions().size();

        // When
        Set<Integer> statuses = Stream.of("approve", "reject", "reject", "approve")
                .map(it -> CompletableFuture.supplyAsync(() -> Callers.acting(APPROVER)
                        .body(Map.of("planId", planId))
                        .post(PRODUCTION + "/" + it)
                        .statusCode()))
                .toList()
                .stream()
                .map(CompletableFuture::join)
                .collect(Collectors.toSet());

        // Then
        assertThat(statuses).containsExactly(200);
        assertThat(ledger.standing("production").decisions()).hasSize(before + 4);
    }

    @Test
    @Order(7)
    void anAnswerThatIsSentAgainIsTakenOnce() {
        // Given
        Map<String, String> body = Map.of("planId", planId());
        int before = ledger.standing("production").decisions().size();

        // When
        Response first = reject(body);
        Response again = reject(body);

        // Then
        assertThat(first.statusCode()).isEqualTo(200);
        assertThat(again.asString()).isEqualTo(first.asString());
        assertThat(ledger.standing("production").decisions()).hasSize(before + 1);
    }

    private static Response reject(Map<String, String> body) {
        return Callers.acting(APPROVER)
                .header("Idempotency-Key", "once")
                .body(body)
                .post(PRODUCTION + "/reject");
    }

    @Test
    @Order(8)
    void productionIsApprovedAndComesToBe() {
        // When
        post(APPROVER, PRODUCTION + "/approve", Map.of("planId", planId(), "reason", "go"))
                .statusCode(200)
                .body("approved", hasItem("production/service/backend"))
                .body("waiting", empty())
                .body("declined", empty())
                .body("expiresAt", notNullValue());

        // Then
        awaited(it -> it.sync() == Sync.SYNCED);
        events().body("items.findAll { it.reason == 'PlanApproved' }[0].actor.name", equalTo(APPROVER))
                .body("items.findAll { it.reason == 'PlanApproved' }[0].message", containsString(": go"))
                .body("items.findAll { it.reason == 'Created' }.resource", hasItem("production/service/backend"));
        history();
        fleetHistory();
        Callers.as(OPERATOR)
                .get(PRODUCTION + "/explain?resource=service/backend&field=desiredCount")
                .then()
                .statusCode(200)
                .body("state", equalTo("InSync"))
                .body("fields.state", contains("Delegated"))
                .body("fields[0].declaredAt.file", containsString("environments/production.yaml"))
                .body("lastEvent.reason", equalTo("Created"))
                .body("lastWord.actor.name", equalTo(APPROVER))
                .body("lastWord.reason", equalTo("PlanApproved"));
        Callers.as(OPERATOR)
                .get(PRODUCTION + "/approvals")
                .then()
                .body("questions", empty())
                .body("decisions[0].counts", equalTo(false))
                .body("decisions[0].changes[0].voidBecause", containsString("it is done"));
    }

    /** Read page by page, it has what was done and said, and nothing that was only seen. */
    private static void history() {
        List<String> reasons = new ArrayList<>();
        String next = "";
        while (next != null) {
            var page = Callers.as(OPERATOR)
                    .queryParam("limit", 3)
                    .queryParam("cursor", next)
                    .get(PRODUCTION + "/history")
                    .jsonPath();
            reasons.addAll(page.getList("items.reason"));
            next = page.getString("next");
        }
        assertThat(reasons)
                .contains("PlanApproved", "PlanRejected", "Paused", "LineStopped", "Created")
                .doesNotContain("Missing", "InSyncTrue");
        assertThat(reasons.stream().filter("LineStopped"::equals)).hasSize(1);
    }

    /** Once for who sees all; who sees one environment is told of that alone, by its own trail. */
    private static void fleetHistory() {
        var all = Callers.as(OPERATOR).get("/api/v1/history?limit=500").then();
        all.body("items.findAll { it.reason == 'LineStopped' }.environment", contains("*"))
                .body("items.findAll { it.reason == 'PlanApproved' }.environment", hasItem("production"))
                .body("items.findAll { it.reason == 'Created' }.environment", hasItem("staging"))
                .body("items.reason", not(hasItem("Missing")));
        Callers.as("viewer-staging")
                .get("/api/v1/history?limit=500")
                .then()
                .body("items.environment.unique()", contains("staging"))
                .body("items.reason", hasItem("LineStopped"));
        Callers.as("elsewhere").get("/api/v1/history").then().statusCode(200).body("items", empty());
    }
}
