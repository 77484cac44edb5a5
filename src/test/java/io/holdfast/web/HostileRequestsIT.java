package io.holdfast.web;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.holdfast.ledger.EventQuery;
import io.holdfast.ledger.Ledger;
import io.holdfast.reconcile.Reconciler;
import io.holdfast.report.StatusBoard;
import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.test.junit.TestProfile;
import io.restassured.response.Response;
import jakarta.inject.Inject;
import java.io.IOException;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Requests nobody means honestly, and what each is answered. All of them come from somebody who may do everything. */
@QuarkusTest
@TestProfile(Locked.class)
class HostileRequestsIT {
    private static final Duration PATIENCE = Duration.ofSeconds(60);
    private static final String STAGING = "/api/v1/environments/staging";
    private static final String RECONCILE = STAGING + "/reconcile";
    private static final String KNOWN = "Authorization: Bearer " + Callers.token(Callers.ADMIN) + "\r\n";
    private static final String HOST = "Host: localhost\r\n";
    private static final String JSON = "Content-Type: application/json\r\n";
    private static final String POST = "POST " + RECONCILE + " HTTP/1.1\r\n" + HOST + KNOWN + JSON;

    @Inject
    Reconciler reconciler;

    @Inject
    StatusBoard board;

    @Inject
    Ledger ledger;

    @BeforeEach
    void bothEnvironmentsAreThere() {
        await().atMost(PATIENCE).until(() -> {
            reconciler.tick();
            return board.all().size() == 2;
        });
    }

    private long done() {
        return ledger.events(EventQuery.newest("staging", 500)).stream()
                .filter(it -> it.event().reason().equals("ReconcileRequested"))
                .count();
    }

    /** Byte by byte: a client that looks at what it sends runs out of stack before the server could. */
    private static Wire.Reply post(String body) throws IOException {
        byte[] bytes = body.getBytes(UTF_8);
        return Wire.all(POST + "Connection: close\r\nContent-Length: " + bytes.length + "\r\n\r\n"
                + new String(bytes, ISO_8859_1));
    }

    @Test
    void aBodyIsTakenAtItsWordOrNotAtAll() throws IOException {
        // Given
        long before = done();
        Map<String, String> bodies = new LinkedHashMap<>();
        bodies.put("{\"reasn\": \"a\"}", "at reasn (line 1, column ");
        bodies.put("{\"reason\": \"a\", \"reason\": \"b\"}", "Duplicate field 'reason'");
        bodies.put("{\"reason\": \"a\"} {}", "line 1, column ");
        bodies.put("{\"reason\": 1}", "at reason (line 1, column ");
        bodies.put("{\"reason\": true}", "at reason");
        bodies.put("{\"reason\": {\"a\": 1}}", "at reason");
        bodies.put("{\"reason\": [\"a\"]}", "at reason");
        bodies.put("{\"reason\": NaN}", "NaN");
        bodies.put("{\"reason\": \"\"}", "1 to 500 characters");
        bodies.put("{\"reason\": \"" + "a".repeat(501) + "\"}", "1 to 500 characters");
        bodies.put("{\"reason\": \"a\\nb\"}", "control characters");
        bodies.put("{\"reason\":\n", "line 2, column 1");
        bodies.put("{reason: \"a\"}", "line 1");
        bodies.put("{'reason': 'a'}", "line 1");
        bodies.put("/* a */ {}", "line 1");
        bodies.put("[]", "line 1");
        bodies.put("\"a\"", "line 1");
        bodies.put("nonsense", "nonsense");
        bodies.put("[".repeat(10_000), "line 1");
        bodies.put("{\"reason\": " + "[".repeat(10_000), "reason");
        bodies.put("{\"reason\":".repeat(5_000), "at reason");

        // When
        for (Map.Entry<String, String> body : bodies.entrySet()) {
            Wire.Reply reply = post(body.getKey());

            // Then
            String what = body.getKey().substring(0, Math.min(60, body.getKey().length()));
            assertThat(reply.status()).as(what).isEqualTo("400");
            assertThat(reply.text()).as(what).contains("application/problem+json");
            assertThat(reply.body())
                    .as(what)
                    .contains(body.getValue())
                    .contains("nothing was done")
                    .doesNotContain("io.holdfast")
                    .doesNotContain("java.");
        }
        assertThat(done()).isEqualTo(before);
        System.out.println("hostile bodies tried: " + bodies.size() + ", each refused with 400");
    }

    @Test
    void aBodyThatIsMeantHonestlyIsTaken() throws IOException {
        for (String body : List.of("", "{}", "{\"reason\": null}", " {\"reason\": \"ünïcode ✓\"} \n")) {
            assertThat(post(body).status()).as(body).isEqualTo("202");
        }
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "text/plain",
                "text/xml",
                "application/x-www-form-urlencoded",
                "nonsense",
                "application/json; charset=utf-16",
                "application/json; charset=latin1"
            })
    void aBodyOfAnotherTypeIsRefused(String type) throws IOException {
        String request = "POST " + RECONCILE + " HTTP/1.1\r\n" + HOST + KNOWN + "Connection: close\r\nContent-Type: "
                + type + "\r\nContent-Length: 2\r\n\r\n{}";

        assertThat(Wire.status(request)).isEqualTo("415");
    }

    @Test
    void aBodyInACoatIsRefused() throws IOException {
        for (String coat : List.of("gzip", "deflate", "br", "gzip, identity")) {
            String request =
                    POST + "Connection: close\r\nContent-Encoding: " + coat + "\r\nContent-Length: 2\r\n\r\n{}";

            assertThat(Wire.status(request)).as(coat).isEqualTo("415");
        }
    }

    @Test
    void aBodyBeyondAllMeasureIsRefusedBeforeItIsRead() throws IOException {
        String announced = POST + "Content-Length: 1073741824\r\n\r\n";
        String endless =
                POST + "Transfer-Encoding: chunked\r\n\r\n" + ("400\r\n" + " ".repeat(1024) + "\r\n").repeat(80);

        assertThat(Wire.status(announced)).isEqualTo("413");
        // Whoever is still sending when the connection is closed may not get to read why.
        Wire.Reply reply = Wire.all(endless);
        assertThat(reply.isClosed()).isTrue();
        assertThat(reply.status()).isIn("413", "");
    }

    @Test
    void nobodyUnknownMakesUsWaitForABody() throws IOException {
        String unknown = "POST " + RECONCILE + " HTTP/1.1\r\n" + HOST + JSON + "Content-Length: 10\r\n\r\n";

        assertThat(Wire.status(unknown)).isEqualTo("401");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                STAGING + "/..%2fproduction",
                STAGING + "/%2e%2e/production",
                STAGING + "/../production",
                STAGING + "/./drift",
                "/api/v1/environments//drift",
                "//api/v1/status",
                STAGING + ";a=b",
                STAGING + "/..;/production",
                STAGING + "%3ba=b",
                "/api/v1/environments/%00",
                "/api/v1/environments/a%0d%0aSet-Cookie:%20a=b",
                "/api/v1/environments/a%5cb",
                "/api/v1/environments/a%7f",
                "/api/v1/environments/%",
                "/api/v1/environments/%zz",
                STAGING + "/resources/service/%2e%2e%2f",
                "http://evil.example/api/v1/..;/status"
            })
    void aPathWithADetourIsRefused(String path) throws IOException {
        String request = "GET " + path + " HTTP/1.1\r\n" + HOST + KNOWN + "Connection: close\r\n\r\n";

        assertThat(Wire.status(request)).isEqualTo("400");
    }

    @ParameterizedTest
    @CsvSource({
        "/api/v1/environments/STAGING,         404",
        "/api/v1/environments/staging%20,      404",
        "/api/v1/environments/%ff,             404",
        "/api/v1/environments/st%C3%A4ging,    404",
        "/api/v1/status#fragment,              404",
        "/api/v1/statuss,                      404",
        "/api/v1/environments/stag%69ng,       200",
        "/api/v1/environments?limit=-1,        400",
        "/api/v1/environments?limit=1000000000,400",
        "/api/v1/environments?limit=%00,       400",
        "/api/v1/environments?cursor=%00,      400",
        "/api/v1/environments?cursor=%0d%0a,   400",
        "/api/v1/environments/staging/events?cursor=-1,                   400",
        "/api/v1/environments/staging/events?cursor=99999999999999999999, 400",
        "/api/v1/environments/staging/events?cursor=1%20or%201,           400",
        "/api/v1/status?%00=1,                 400",
        "/api/v1/status?a;b,                   400",
    })
    void aNameOrAQueryIsWhatItSaysAndNothingElse(String target, String status) throws IOException {
        String request = "GET " + target + " HTTP/1.1\r\n" + HOST + KNOWN + "Connection: close\r\n\r\n";

        assertThat(Wire.status(request)).isEqualTo(status);
    }

    @Test
    void whatIsTooLongIsSaidToBe() throws IOException {
        String longPath = "GET /api/v1/environments/" + "a".repeat(8192) + " HTTP/1.1\r\n" + HOST + KNOWN + "\r\n";
        String longHeader = "GET /api/v1/status HTTP/1.1\r\n" + HOST + KNOWN + "X: " + "a".repeat(70_000) + "\r\n\r\n";
        String manyHeaders =
                "GET /api/v1/status HTTP/1.1\r\n" + HOST + KNOWN + "X-Many: 0123456789abcdef\r\n".repeat(1000) + "\r\n";
        String hugeToken =
                "GET /api/v1/status HTTP/1.1\r\n" + HOST + "Authorization: Bearer " + "a".repeat(30_000) + "\r\n\r\n";

        assertThat(Wire.status(longPath)).isEqualTo("414");
        assertThat(Wire.status(longHeader)).isEqualTo("431");
        assertThat(Wire.status(manyHeaders)).isEqualTo("431");
        assertThat(Wire.status(hugeToken)).isEqualTo("431");
    }

    /** Whoever sends these wants a proxy to see one request and us to see two. */
    @Test
    void noRequestHidesInAnother() throws IOException {
        String hidden = "GET /api/v1/status HTTP/1.1\r\n" + HOST + KNOWN + "\r\n";
        Map<String, String> pairs = new LinkedHashMap<>();
        pairs.put("both lengths", POST + "Content-Length: 5\r\nTransfer-Encoding: chunked\r\n\r\n0\r\n\r\n" + hidden);
        pairs.put("two lengths", POST + "Content-Length: 2\r\nContent-Length: 3\r\n\r\n{} " + hidden);
        pairs.put("a length below nothing", POST + "Content-Length: -1\r\n\r\n" + hidden);
        pairs.put("an unknown coding", POST + "Transfer-Encoding: xchunked\r\n\r\n0\r\n\r\n" + hidden);
        pairs.put("a coding in disguise", POST + "Transfer-Encoding: chunked, identity\r\n\r\n0\r\n\r\n" + hidden);
        pairs.put("two codings", POST + "Transfer-Encoding: chunked\r\nTransfer-Encoding: x\r\n\r\n0\r\n\r\n" + hidden);
        pairs.put("a bad chunk", POST + "Transfer-Encoding: chunked\r\n\r\nzz\r\n{}\r\n0\r\n\r\n" + hidden);

        for (Map.Entry<String, String> pair : pairs.entrySet()) {
            Wire.Reply reply = Wire.all(pair.getValue());

            assertThat(reply.answers()).as(pair.getKey() + ": " + reply.text()).isLessThanOrEqualTo(1);
            assertThat(reply.isClosed()).as(pair.getKey()).isTrue();
            assertThat(reply.text()).as(pair.getKey()).doesNotContain("holdfast.status/v1");
        }
    }

    @Test
    void aRequestWithoutAHostIsRefusedAndIsNoErrorOfOurs() throws IOException {
        Wire.Reply reply = Wire.all("GET /api/v1/status HTTP/1.1\r\nConnection: close\r\n\r\n");

        assertThat(reply.status()).isEqualTo("400");
        assertThat(reply.text()).contains("application/problem+json");
    }

    @ParameterizedTest
    @ValueSource(strings = {"PUT", "PATCH", "DELETE", "POST", "TRACE", "FOO"})
    void whatCannotBeDoneIsSaidWithWhatCan(String method) throws IOException {
        Wire.Reply reply =
                Wire.all(method + " " + STAGING + " HTTP/1.1\r\n" + HOST + KNOWN + "Connection: close\r\n\r\n");

        assertThat(reply.status()).isEqualTo("405");
        assertThat(reply.text()).containsIgnoringCase("\r\nAllow: GET, HEAD, OPTIONS\r\n");
    }

    @Test
    void anotherMethodCannotBeAskedForByAHeader() {
        assertThat(Callers.as(Callers.ADMIN)
                        .header("X-HTTP-Method-Override", "POST")
                        .get(RECONCILE)
                        .statusCode())
                .isEqualTo(405);
    }

    @Test
    void headIsGetWithoutItsBody() {
        Response get = Callers.as(Callers.ADMIN).get(STAGING + "/resources");
        Response head = Callers.as(Callers.ADMIN).head(STAGING + "/resources");
        Response unknown = io.restassured.RestAssured.given().head(STAGING + "/resources");

        assertThat(head.statusCode()).isEqualTo(200);
        assertThat(head.asString()).isEmpty();
        assertThat(head.getHeader("ETag")).isEqualTo(get.getHeader("ETag"));
        assertThat(head.contentType()).isEqualTo(get.contentType());
        assertThat(unknown.statusCode()).isEqualTo(401);
    }

    @Test
    void optionsTellNothingOfEnvironments() {
        Response there = Callers.as("elsewhere").options(STAGING);
        Response missing = Callers.as("elsewhere").options("/api/v1/environments/nowhere-at-all");

        assertThat(there.statusCode()).isEqualTo(missing.statusCode());
        assertThat(there.headers().toString()).isEqualTo(missing.headers().toString());
        assertThat(there.asString()).isEqualTo(missing.asString());
    }

    @Test
    void aConditionThatDoesNotHoldStopsARequest() {
        long before = done();
        String tag = Callers.as(Callers.ADMIN).get(STAGING + "/resources").getHeader("ETag");

        Response stale =
                Callers.as(Callers.ADMIN).header("If-Match", "\"stale\"").get(STAGING + "/resources");
        Response fresh = Callers.as(Callers.ADMIN).header("If-Match", tag).get(STAGING + "/resources");
        Response action = Callers.acting(Callers.ADMIN).header("If-Match", tag).post(RECONCILE);

        assertThat(stale.statusCode()).isEqualTo(412);
        assertThat(stale.contentType()).startsWith("application/problem+json");
        assertThat(fresh.statusCode()).isEqualTo(200);
        assertThat(action.statusCode()).isEqualTo(412);
        assertThat(done()).isEqualTo(before);
    }
}
