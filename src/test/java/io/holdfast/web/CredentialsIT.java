package io.holdfast.web;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static org.hamcrest.Matchers.contains;

import io.holdfast.ledger.EventQuery;
import io.holdfast.ledger.Ledger;
import io.holdfast.model.Actor;
import io.holdfast.reconcile.Reconciler;
import io.holdfast.report.StatusBoard;
import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.test.junit.TestProfile;
import io.restassured.response.Response;
import jakarta.inject.Inject;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Duration;
import java.util.Base64;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Tokens, ours and an identity provider's, good and bad. */
@QuarkusTest
@TestProfile(Locked.class)
class CredentialsIT {
    private static final Duration PATIENCE = Duration.ofSeconds(60);
    private static final String HEADER = "{\"alg\": \"RS256\", \"typ\": \"JWT\", \"kid\": \"one\"}";
    private static final String STATUS = "/api/v1/status";

    @Inject
    Reconciler reconciler;

    @Inject
    StatusBoard board;

    @Inject
    Ledger ledger;

    @Inject
    Clock clock;

    @ConfigProperty(name = "quarkus.oidc.auth-server-url")
    String provider;

    @BeforeEach
    void bothEnvironmentsAreThere() {
        await().atMost(PATIENCE).until(() -> {
            reconciler.tick();
            return board.all().size() == 2;
        });
    }

    private long inSeconds(long seconds) {
        return clock.instant().plusSeconds(seconds).getEpochSecond();
    }

    /** Claims of a good token, one of them replaced. */
    private String claims(String replaced, String by) {
        Map<String, String> claims = new LinkedHashMap<>();
        claims.put("iss", "\"" + provider + "\"");
        claims.put("aud", "\"holdfast\"");
        claims.put("sub", "\"1234\"");
        claims.put("upn", "\"zoë@example.org\"");
        claims.put("groups", "[\"sre\"]");
        claims.put("iat", String.valueOf(inSeconds(-10)));
        claims.put("exp", String.valueOf(inSeconds(600)));
        claims.put(replaced, by);
        StringBuilder json = new StringBuilder("{");
        claims.forEach((name, value) -> {
            if (!value.isEmpty()) {
                json.append(json.length() > 1 ? ", " : "")
                        .append("\"")
                        .append(name)
                        .append("\": ")
                        .append(value);
            }
        });
        return json.append("}").toString();
    }

    private String signed(String header, String claims) {
        return given().body((header + "\n" + claims).getBytes(StandardCharsets.UTF_8))
                .post(provider + "/sign")
                .asString();
    }

    private String good() {
        return signed(HEADER, claims("groups", "[\"sre\"]"));
    }

    private static Response with(String authorization) {
        return given().header("Authorization", authorization).get(STATUS);
    }

    private static String base64(String text) {
        return Base64.getUrlEncoder().withoutPadding().encodeToString(text.getBytes(StandardCharsets.UTF_8));
    }

    @Test
    void whomAnIdentityProviderVouchesForMayDoWhatTheirRolesAreWorth() {
        with("Bearer " + good()).then().statusCode(200).body("environments.environment", contains("staging"));
        with("Bearer " + signed(HEADER, claims("groups", "[\"dev\", \"unheard-of\"]")))
                .then()
                .statusCode(200)
                .body("environments.environment", contains("production", "staging"));
        with("Bearer " + signed(HEADER, claims("groups", "[\"unheard-of\"]")))
                .then()
                .statusCode(403);
    }

    @Test
    void everythingThatIsWrongWithATokenHasOneAnswer() {
        // Given
        String good = good();
        String[] parts = good.split("\\.", 3);
        Map<String, String> headers = new LinkedHashMap<>();
        headers.put("none of ours", "Bearer holdfast_0123456789012345678901234567890123456789012");
        headers.put("expired", "Bearer " + Callers.token("expired"));
        headers.put("of another scheme", "Basic " + Callers.token(Callers.ADMIN));
        headers.put("without a scheme", Callers.token(Callers.ADMIN));
        headers.put("empty", "Bearer ");
        headers.put("nothing", "");
        headers.put("two in one", "Bearer " + Callers.token(Callers.ADMIN) + " " + good);
        headers.put("huge", "Bearer holdfast_" + "a".repeat(12_000));
        headers.put("a huge JWT", "Bearer " + parts[0] + "." + "a".repeat(12_000) + "." + parts[2]);
        headers.put("its own hash", "Bearer sha256:" + "0".repeat(64));
        headers.put("JWT expired", "Bearer " + signed(HEADER, claims("exp", String.valueOf(inSeconds(-120)))));
        headers.put("JWT that never ends", "Bearer " + signed(HEADER, claims("exp", "")));
        headers.put("JWT of yesterday", "Bearer " + signed(HEADER, claims("iat", String.valueOf(inSeconds(-7200)))));
        headers.put("JWT not yet", "Bearer " + signed(HEADER, claims("nbf", String.valueOf(inSeconds(600)))));
        headers.put("JWT for others", "Bearer " + signed(HEADER, claims("aud", "\"others\"")));
        headers.put("JWT for nobody", "Bearer " + signed(HEADER, claims("aud", "")));
        headers.put("JWT of another issuer", "Bearer " + signed(HEADER, claims("iss", "\"https://evil.example\"")));
        headers.put("JWT of nobody", "Bearer " + signed(HEADER, claims("iss", "")));
        headers.put("JWT alg none", "Bearer " + base64("{\"alg\": \"none\"}") + "." + parts[1] + ".");
        headers.put("JWT alg None signed", "Bearer " + base64("{\"alg\": \"None\"}") + "." + parts[1] + "." + parts[2]);
        headers.put(
                "JWT alg HS256",
                "Bearer " + base64("{\"alg\": \"HS256\", \"kid\": \"one\"}") + "." + parts[1] + "." + parts[2]);
        headers.put("JWT unsigned", "Bearer " + parts[0] + "." + parts[1] + ".");
        headers.put("JWT changed", "Bearer " + parts[0] + "." + base64(claims("sub", "\"root\"")) + "." + parts[2]);
        headers.put(
                "JWT of another key",
                "Bearer "
                        + given().body(HEADER + "\n" + claims("sub", "\"1\""))
                                .post(provider + "/forge")
                                .asString());
        headers.put("JWT of an unknown key", "Bearer " + signed(HEADER.replace("one", "two"), claims("sub", "\"1\"")));
        headers.put("JWT of a name to steer terminals", "Bearer " + signed(HEADER, claims("upn", "\"\\u001b[2J\"")));
        headers.put("not quite a JWT", "Bearer a.b.c");
        headers.put("opaque", "Bearer 0123456789");

        // When
        Set<String> answers = new LinkedHashSet<>();
        headers.forEach((what, header) -> {
            Response response = with(header);
            assertThat(response.statusCode()).as(what).isEqualTo(401);
            answers.add(response.asString() + response.getHeader("WWW-Authenticate") + response.contentType());
        });
        answers.add(twice(good));
        Response missing = given().get(STATUS);
        answers.add(missing.asString() + missing.getHeader("WWW-Authenticate") + missing.contentType());
        Response metrics = given().get("/q/metrics");
        answers.add(metrics.asString() + metrics.getHeader("WWW-Authenticate") + metrics.contentType());

        // Then
        with("Bearer " + good).then().statusCode(200);
        assertThat(answers).hasSize(1);
        assertThat(answers.iterator().next()).contains("\"status\":401").contains("Bearer");
    }

    /** Two headers, each of them good. */
    private static String twice(String good) {
        Response response = given().header("Authorization", "Bearer " + good, "Bearer " + good)
                .get(STATUS);
        assertThat(response.statusCode()).as("twice").isEqualTo(401);
        return response.asString() + response.getHeader("WWW-Authenticate") + response.contentType();
    }

    @Test
    void theWordBearerMayBeWrittenInAnyCase() {
        with("bearer " + Callers.token(Callers.ADMIN)).then().statusCode(200);
        with("BEARER  " + Callers.token(Callers.ADMIN)).then().statusCode(200);
    }

    @Test
    void whoeverAskedStandsInTheAuditTrail() {
        // When
        given().header("Authorization", "Bearer " + good())
                .contentType("application/json")
                .body("{\"reason\": \"after the migration\"}")
                .post("/api/v1/environments/staging/reconcile")
                .then()
                .statusCode(202);

        // Then
        var event = ledger.events(EventQuery.newest("staging", 50)).stream()
                .map(it -> it.event())
                .filter(it -> it.reason().equals("ReconcileRequested"))
                .findFirst()
                .orElseThrow();
        assertThat(event.actor()).contains(Actor.byOidc("zoë@example.org"));
        assertThat(event.message()).contains("after the migration");
        var shown = Callers.as("viewer-staging")
                .get("/api/v1/environments/staging/events")
                .jsonPath();
        assertThat(shown.getString("items.find { it.reason == 'ReconcileRequested' }.actor.name"))
                .isEqualTo("zoë@example.org");
        assertThat(shown.getString("items.find { it.reason == 'ReconcileRequested' }.actor.means"))
                .isEqualTo("oidc");
    }

    @Test
    void noHeaderThatAnybodyCanThinkOfIsAnError() throws IOException {
        // Given
        long seed = clock.millis();
        Random chance = new Random(seed);
        String good = good();

        // When
        Map<String, Integer> statuses = new java.util.TreeMap<>();
        for (int i = 0; i < 1500; i++) {
            byte[] header = RandomHeader.of(chance, good);
            String status = raw(header);
            statuses.merge(status, 1, Integer::sum);

            // Then
            assertThat(status)
                    .as(
                            "seed %d, round %d, header %s",
                            seed, i, Base64.getEncoder().encodeToString(header))
                    .isIn("400", "401", "431");
        }
        System.out.println("random Authorization headers, seed " + seed + ": " + statuses);
        assertThat(statuses).containsKey("401");
    }

    /** Sent as it is: clients refuse to send most of them. */
    private static String raw(byte[] authorization) throws IOException {
        ByteArrayOutputStream request = new ByteArrayOutputStream();
        request.writeBytes(("GET " + STATUS + " HTTP/1.1\r\nHost: localhost\r\nConnection: close\r\nAuthorization: ")
                .getBytes(StandardCharsets.ISO_8859_1));
        request.writeBytes(authorization);
        request.writeBytes("\r\n\r\n".getBytes(StandardCharsets.ISO_8859_1));
        return Wire.status(request.toByteArray());
    }

    /** Headers from quite right to nonsense. */
    private static final class RandomHeader {
        static byte[] of(Random chance, String good) {
            StringBuilder text = new StringBuilder();
            String[] starts = {"Bearer ", "bearer ", "Basic ", "Digest ", "DPoP ", "", "Bearer\t", "Negotiate "};
            text.append(starts[chance.nextInt(starts.length)]);
            switch (chance.nextInt(5)) {
                case 0 -> {
                    // Several ways of writing one signature are no forgery, so that only what is signed is changed.
                    int signature = good.lastIndexOf('.');
                    text.append(mutated(chance, good.substring(0, signature))).append(good.substring(signature));
                }
                case 1 -> text.append(mutated(chance, Callers.token(Callers.ADMIN)));
                case 2 ->
                    text.append(base64("{\"alg\": \"" + noise(chance, 8) + "\"}"))
                            .append('.')
                            .append(base64("{" + noise(chance, 30) + "}"))
                            .append('.')
                            .append(base64(noise(chance, 40)));
                case 3 -> text.append("holdfast_").append(noise(chance, 60));
                default -> text.append(noise(chance, 200));
            }
            byte[] bytes = text.toString().getBytes(StandardCharsets.ISO_8859_1);
            for (int i = 0; i < bytes.length; i++) {
                // What ends a header is not part of one.
                bytes[i] = bytes[i] == '\r' || bytes[i] == '\n' ? (byte) ' ' : bytes[i];
            }
            return bytes;
        }

        private static String mutated(Random chance, String text) {
            StringBuilder mutated = new StringBuilder(text);
            int changes = 1 + chance.nextInt(4);
            for (int i = 0; i < changes; i++) {
                int at = chance.nextInt(mutated.length());
                switch (chance.nextInt(3)) {
                    case 0 -> mutated.setCharAt(at, different(chance, mutated.charAt(at)));
                    case 1 -> mutated.deleteCharAt(at);
                    default -> mutated.insert(at, (char) (33 + chance.nextInt(94)));
                }
            }
            return mutated.toString().equals(text) ? text + "x" : mutated.toString();
        }

        private static char different(Random chance, char other) {
            char next = (char) (33 + chance.nextInt(94));
            return next == other ? '~' : next;
        }

        private static String noise(Random chance, int most) {
            StringBuilder noise = new StringBuilder();
            int length = chance.nextInt(most + 1);
            for (int i = 0; i < length; i++) {
                noise.append((char) chance.nextInt(256));
            }
            return noise.toString();
        }
    }
}
