package io.holdfast.web;

import static io.restassured.RestAssured.given;
import static java.util.Map.entry;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.holdfast.access.Role;
import io.holdfast.reconcile.Reconciler;
import io.holdfast.report.StatusBoard;
import io.holdfast.web.Endpoints.Endpoint;
import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.test.junit.TestProfile;
import io.restassured.response.Response;
import io.restassured.specification.RequestSpecification;
import io.vertx.ext.web.Route;
import io.vertx.ext.web.Router;
import jakarta.inject.Inject;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/**
 * Every endpoint the running application has, for everybody who may call it, in their own environment, in another and in
 * one that is not there. Requests that get past the guard end at the next door, a query parameter nobody knows, so that
 * nothing is done by trying.
 */
@QuarkusTest
@TestProfile(Locked.class)
class AccessMatrixIT {
    private static final Duration PATIENCE = Duration.ofSeconds(60);
    private static final String DOOR = "matrix";

    /** Who may do what, as decided; an endpoint that is missing here fails, and so does one that is here and nowhere else. */
    private static final Map<String, Optional<Role>> DECIDED = Map.ofEntries(
            entry("GET /", Optional.of(Role.VIEWER)),
            entry("GET /api/v1/status", Optional.of(Role.VIEWER)),
            entry("GET /api/v1/history", Optional.of(Role.VIEWER)),
            entry("GET /api/v1/environments", Optional.of(Role.VIEWER)),
            entry("GET /api/v1/environments/{environment}", Optional.of(Role.VIEWER)),
            entry("GET /api/v1/environments/{environment}/drift", Optional.of(Role.VIEWER)),
            entry("GET /api/v1/environments/{environment}/plan", Optional.of(Role.VIEWER)),
            entry("GET /api/v1/environments/{environment}/events", Optional.of(Role.VIEWER)),
            entry("GET /api/v1/environments/{environment}/resources", Optional.of(Role.VIEWER)),
            entry("GET /api/v1/environments/{environment}/resources/{kind}/{name}", Optional.of(Role.VIEWER)),
            entry("GET /api/v1/environments/{environment}/explain", Optional.of(Role.VIEWER)),
            entry("GET /api/v1/environments/{environment}/export", Optional.of(Role.ADMIN)),
            entry("GET /api/v1/environments/{environment}/history", Optional.of(Role.VIEWER)),
            entry("GET /api/v1/environments/{environment}/approvals", Optional.of(Role.VIEWER)),
            entry("POST /api/v1/environments/{environment}/reconcile", Optional.of(Role.OPERATOR)),
            entry("POST /api/v1/environments/{environment}/pause", Optional.of(Role.OPERATOR)),
            entry("POST /api/v1/environments/{environment}/resume", Optional.of(Role.OPERATOR)),
            entry("POST /api/v1/environments/{environment}/resume-field", Optional.of(Role.OPERATOR)),
            entry("POST /api/v1/environments/{environment}/approve", Optional.of(Role.APPROVER)),
            entry("POST /api/v1/environments/{environment}/reject", Optional.of(Role.APPROVER)),
            entry("POST /api/v1/environments/{environment}/accept-history", Optional.of(Role.APPROVER)),
            entry("POST /api/v1/stop-the-line", Optional.of(Role.ADMIN)),
            entry("POST /api/v1/stop-the-line/release", Optional.of(Role.ADMIN)),
            entry("GET /api/v1/doctor", Optional.of(Role.ADMIN)),
            entry("GET /api/v1/stop-the-line", Optional.of(Role.VIEWER)),
            entry("POST /hooks/git", Optional.empty()),
            entry("GET /schema/environment-v1.json", Optional.empty()),
            entry("GET /schema/environment-part-v1.json", Optional.empty()));

    /** Who calls: what they may do in staging, and what everywhere; -1 for nothing. */
    private record Caller(String name, boolean isKnown, int inStaging, int everywhere) {
        int in(String environment) {
            return environment.equals("staging") ? Math.max(inStaging, everywhere) : everywhere;
        }

        RequestSpecification request() {
            return switch (name) {
                case "anonymous" -> given();
                case "bad token" -> given().header("Authorization", "Bearer holdfast_nobodys");
                default -> Callers.as(name);
            };
        }
    }

    /** How far up a role is; written down here, so that the order of the enum is judged as well. */
    private static int rung(Role role) {
        return List.of(Role.VIEWER, Role.OPERATOR, Role.APPROVER, Role.ADMIN).indexOf(role);
    }

    private static List<Caller> callers() {
        List<Caller> callers = new ArrayList<>(List.of(
                new Caller("anonymous", false, -1, -1),
                new Caller("bad token", false, -1, -1),
                new Caller("expired", false, -1, -1),
                new Caller("elsewhere", true, -1, -1),
                new Caller("reader-and-approver", true, rung(Role.APPROVER), rung(Role.VIEWER))));
        for (Role role : Role.values()) {
            callers.add(new Caller(role.word() + "-staging", true, rung(role), -1));
            callers.add(new Caller(role.word() + "-everywhere", true, -1, rung(role)));
        }
        return callers;
    }

    @Inject
    Reconciler reconciler;

    @Inject
    StatusBoard board;

    @Inject
    Router router;

    private final Map<String, Integer> counts = new TreeMap<>();

    @BeforeEach
    void bothEnvironmentsAreThere() {
        await().atMost(PATIENCE).until(() -> {
            reconciler.tick();
            return board.all().size() == 2;
        });
    }

    @Test
    void everyEndpointIsDecidedAndKeepsToIt() {
        // Given
        List<Endpoint> endpoints = Endpoints.all().stream()
                .filter(it -> !it.path().equals(ForgottenApi.PATH))
                .toList();

        // When
        List<String> wrong = new ArrayList<>();
        for (Endpoint endpoint : endpoints) {
            for (Caller caller : callers()) {
                List<String> places = endpoint.isOfAnEnvironment()
                        ? List.of("staging", "production", "nowhere-at-all")
                        : List.of("fleet");
                places.forEach(place -> judge(endpoint, caller, place).ifPresent(wrong::add));
            }
        }

        // Then
        System.out.println("access matrix: " + endpoints.size() + " endpoints, "
                + callers().size() + " callers");
        counts.forEach((row, count) -> System.out.printf("  %-48s %4d%n", row, count));
        assertThat(wrong).isEmpty();
        Set<String> served = endpoints.stream().map(Endpoint::toString).collect(Collectors.toCollection(TreeSet::new));
        served.add("POST /hooks/git");
        assertThat(served).isEqualTo(new TreeSet<>(DECIDED.keySet()));
    }

    /** What is wrong with the answer; empty when it is right. */
    private Optional<String> judge(Endpoint endpoint, Caller caller, String place) {
        String expected = expected(endpoint, caller, place);
        String got = answer(endpoint, caller, place);
        counts.merge(kind(endpoint, caller, place) + " -> " + got, 1, Integer::sum);
        return got.equals(expected)
                ? Optional.empty()
                : Optional.of(endpoint + " by " + caller.name() + " in " + place + ": " + got + ", not " + expected);
    }

    private static String kind(Endpoint endpoint, Caller caller, String place) {
        String what = endpoint.method().equals("GET") ? "look" : "act ";
        String where = place.equals("fleet") ? "fleet      " : "environment";
        return what + " " + where + " " + (caller.isKnown() ? "known  " : "unknown");
    }

    private static String expected(Endpoint endpoint, Caller caller, String place) {
        if (!DECIDED.containsKey(endpoint.toString())) {
            return "a line in this test that says who may do this";
        }
        Optional<Role> needed = DECIDED.get(endpoint.toString());
        if (needed.isEmpty()) {
            return "let in";
        }
        int least = rung(needed.get());
        if (!caller.isKnown()) {
            return "401";
        }
        if (place.equals("fleet")) {
            boolean isLook = endpoint.method().equals("GET") && least == 0;
            boolean may = isLook
                    ? Math.max(caller.inStaging(), caller.everywhere()) >= 0
                            || caller.name().equals("elsewhere")
                    : caller.everywhere() >= least;
            return may ? "let in" : "403";
        }
        if (place.equals("nowhere-at-all") || caller.in(place) < 0) {
            return "404";
        }
        return caller.in(place) >= least ? "let in" : "403";
    }

    private static String answer(Endpoint endpoint, Caller caller, String place) {
        Response response = send(endpoint, caller, place);
        String detail = response.statusCode() == 400 ? response.jsonPath().getString("detail") : "";
        return detail.contains("query parameter " + DOOR) ? "let in" : String.valueOf(response.statusCode());
    }

    private static Response send(Endpoint endpoint, Caller caller, String place) {
        RequestSpecification request = caller.request().queryParam(DOOR, "1");
        if (!endpoint.consumes().isEmpty()) {
            request.contentType(endpoint.consumes()).body("{}");
        }
        return request.request(endpoint.method(), endpoint.in(place));
    }

    /** What is served beside the resource methods and the framework's own pages is decided here too. */
    @Test
    void theWebhookBelievesSignaturesWhoeverCalls() {
        // Given
        assertThat(router.getRoutes())
                .map(Route::getPath)
                .filteredOn(it -> it != null && !it.equals("/") && !it.startsWith("/q"))
                .map(it -> "POST " + it)
                .containsExactly("POST /hooks/git")
                .allMatch(DECIDED::containsKey);
        String signature = "sha256=60fc5e59bc5e4ac34dd15c3c8ef5c6e3a7a5ef9b5f8cbf0d2b8d49a5bbd0b0d0";

        for (Caller caller : callers().subList(0, 6)) {
            // When
            RequestSpecification plain =
                    caller.request().contentType("application/json").body("{}");
            RequestSpecification forged = caller.request()
                    .contentType("application/json")
                    .body("{}")
                    .header("X-Hub-Signature-256", signature);
            RequestSpecification proved = caller.request()
                    .contentType("application/json")
                    .body("{}")
                    .header("X-Gitlab-Token", Locked.WEBHOOK_SECRET);

            // Then
            assertThat(plain.post("/hooks/git").statusCode()).as(caller.name()).isEqualTo(401);
            assertThat(forged.post("/hooks/git").statusCode()).as(caller.name()).isEqualTo(401);
            assertThat(proved.post("/hooks/git").statusCode()).as(caller.name()).isEqualTo(202);
        }
    }

    @Test
    void whatNobodyDecidedIsClosedToEverybody() {
        List<Endpoint> forgotten = Endpoints.all().stream()
                .filter(it -> it.path().equals(ForgottenApi.PATH))
                .toList();

        assertThat(forgotten).hasSize(2);
        for (Endpoint endpoint : forgotten) {
            for (Caller caller : callers()) {
                assertThat(answer(endpoint, caller, "fleet"))
                        .as(endpoint + " by " + caller.name())
                        .isEqualTo("403");
                assertThat(judge(endpoint, caller, "fleet"))
                        .as("the matrix finds it")
                        .isPresent();
            }
        }
    }

    @Test
    void whatMayNotBeSeenAnswersToTheLetterLikeWhatIsNotThere() {
        int compared = 0;
        for (Endpoint endpoint : Endpoints.all()) {
            for (String caller : List.of("viewer-staging", "admin-staging", "elsewhere")) {
                if (endpoint.isOfAnEnvironment()) {
                    Caller who = new Caller(caller, true, 0, -1);
                    Response hidden = send(endpoint, who, "production");
                    Response missing = send(endpoint, who, "nowhere-at-all");

                    assertThat(hidden.statusCode())
                            .as(endpoint + " by " + caller)
                            .isEqualTo(404);
                    assertThat(hidden.asString()).isEqualTo(missing.asString()).doesNotContain("production");
                    assertThat(hidden.headers().toString())
                            .isEqualTo(missing.headers().toString());
                    compared++;
                }
            }
        }

        assertThat(compared).isGreaterThanOrEqualTo(21);
    }

    /** Printed and not judged: how long an answer takes is noise on a busy machine. Both go the same way through the code. */
    @Test
    void whatMayNotBeSeenTakesAsLongAsWhatIsNotThere() {
        Map<String, List<Long>> nanos = new TreeMap<>();
        for (int i = 0; i < 200; i++) {
            for (String place : List.of("production", "nowhere-at-all")) {
                long begun = System.nanoTime();
                Response response = Callers.as("viewer-staging").get("/api/v1/environments/" + place + "/drift");
                nanos.computeIfAbsent(place, it -> new ArrayList<>()).add(System.nanoTime() - begun);
                assertThat(response.statusCode()).isEqualTo(404);
            }
        }

        nanos.forEach((place, times) -> System.out.printf(
                "404 for %-15s median of %d: %d us%n",
                place,
                times.size(),
                times.stream().sorted().skip(times.size() / 2).findFirst().orElseThrow() / 1000));
    }

    @Test
    void listsShowOnlyWhatTheCallerMaySee() {
        assertThat(names("viewer-staging", "/api/v1/environments", "items.environment"))
                .containsExactly("staging");
        assertThat(names("viewer-staging", "/api/v1/status", "environments.environment"))
                .containsExactly("staging");
        assertThat(names("elsewhere", "/api/v1/environments", "items.environment"))
                .isEmpty();
        assertThat(names("viewer-everywhere", "/api/v1/environments", "items.environment"))
                .containsExactly("production", "staging");
        assertThat(Callers.as("viewer-staging").get("/").asString())
                .contains("staging")
                .doesNotContain("production");
    }

    private static List<String> names(String caller, String path, String at) {
        return Callers.as(caller).get(path).path(at);
    }

    @Test
    void whatTheFrameworkServesIsGuardedAsWell() {
        for (String health : List.of("/q/health", "/q/health/live", "/q/health/ready", "/q/health/started")) {
            assertThat(given().get(health).statusCode()).as(health).isIn(200, 503);
        }
        for (String page :
                List.of("/q/metrics", "/q/openapi", "/q/", "/q/dev", "/q/arc", "/q/swagger-ui", "/q/anything")) {
            assertThat(given().get(page).statusCode()).as(page).isEqualTo(401);
        }
        assertThat(Callers.as("viewer-staging").get("/q/metrics").statusCode()).isEqualTo(403);
        assertThat(Callers.as("viewer-everywhere").get("/q/metrics").statusCode())
                .isEqualTo(200);
        assertThat(Callers.as("viewer-staging").get("/q/openapi").statusCode()).isEqualTo(200);
    }

    @Test
    void noDetourLeadsPastTheGuard() {
        for (String path : List.of(
                "//q/metrics",
                "/q//metrics",
                "/q/health/../metrics",
                "/q/health/%2e%2e/metrics",
                "/q/health/..%2fmetrics",
                "/q/./metrics",
                "/x/../q/metrics",
                "/%71/metrics",
                "/q/%6detrics",
                "/q/metrics/",
                "/q/metrics;a=b",
                "/q;a=b/metrics",
                "/Q/metrics",
                "//api/v1/status",
                "/api//v1/status",
                "/api/v1/../v1/status",
                "/api/v1/status/",
                "/api/v1/status;a=b",
                "/api/v1/%73tatus",
                "/x/..;/api/v1/status")) {
            Response response = given().urlEncodingEnabled(false).get(path);

            assertThat(response.statusCode()).as(path).isIn(400, 401, 404);
            assertThat(response.asString()).as(path).doesNotContain("staging").doesNotContain("jvm_");
        }
    }
}
