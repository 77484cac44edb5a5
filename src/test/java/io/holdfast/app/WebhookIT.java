package io.holdfast.app;

import static io.restassured.RestAssured.given;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.not;

import io.holdfast.desired.git.Upstream;
import io.holdfast.ledger.LedgerSettings;
import io.holdfast.reconcile.Reconciler;
import io.holdfast.report.EnvironmentStatus;
import io.holdfast.report.StatusBoard;
import io.quarkus.test.common.QuarkusTestResourceLifecycleManager;
import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.test.junit.QuarkusTestProfile;
import io.quarkus.test.junit.TestProfile;
import io.restassured.response.Response;
import jakarta.inject.Inject;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.junit.jupiter.api.Test;

/** From a push to a pass, in a server that would look by itself once a day and lets nobody in without a token. */
@QuarkusTest
@TestProfile(WebhookIT.Hooked.class)
class WebhookIT {
    private static final String SECRET = "the secret of the webhook";
    private static final Duration PATIENCE = Duration.ofSeconds(60);

    @Inject
    Reconciler reconciler;

    @Inject
    StatusBoard board;

    @ConfigProperty(name = "holdfast.source.url")
    String upstream;

    /** A server with a webhook. */
    public static final class Hooked implements QuarkusTestProfile {
        @Override
        public Map<String, String> getConfigOverrides() {
            return Map.of(
                    "quarkus.http.proxy.proxy-address-forwarding", "true",
                    "quarkus.http.proxy.trusted-proxies", "127.0.0.1",
                    "holdfast.auth.anonymous-reads", "false",
                    "holdfast.source.webhook.secret", SECRET,
                    "holdfast.source.poll-interval", "24h");
        }

        @Override
        public List<TestResourceEntry> testResources() {
            return List.of(new TestResourceEntry(Repository.class));
        }
    }

    /** Somebody's repository. */
    public static final class Repository implements QuarkusTestResourceLifecycleManager {
        @Override
        public Map<String, String> start() {
            try {
                Path folder = Files.createTempDirectory("webhook");
                push(folder.resolve("estate.git"), "1");
                Path state = folder.resolve("state");
                return Map.of(
                        "holdfast.source.url", folder.resolve("estate.git").toString(),
                        "holdfast.ledger.url", LedgerSettings.embedded(state).url(),
                        "holdfast.state-dir", state.toString());
            } catch (IOException full) {
                throw new UncheckedIOException(full);
            }
        }

        @Override
        public void stop() {}
    }

    private static String push(Path repository, String tag) {
        try (Upstream upstream = new Upstream(repository)) {
            String yaml = Yaml.ENVIRONMENT.formatted("hooked").replace("web:1", "web:" + tag);
            return upstream.push("main", Map.of("environments/hooked.yaml", yaml))
                    .name();
        }
    }

    private Optional<String> planned() {
        return board.all().stream()
                .map(EnvironmentStatus::plan)
                .flatMap(Optional::stream)
                .map(it -> it.report().desired().revision().commit())
                .findFirst();
    }

    private static String signature(String body) throws Exception {
        Mac mac = Mac.getInstance("HmacSHA256");
        mac.init(new SecretKeySpec(SECRET.getBytes(UTF_8), "HmacSHA256"));
        return "sha256=" + HexFormat.of().formatHex(mac.doFinal(body.getBytes(UTF_8)));
    }

    @Test
    void aPushThatIsSaidByWebhookIsPlannedAtOnce() throws Exception {
        // Given
        await().atMost(PATIENCE).until(() -> {
            reconciler.tick();
            return planned().isPresent();
        });
        String body = "{\"ref\": \"refs/heads/main\"}";
        given().header("X-Hub-Signature-256", signature(body + " "))
                .contentType("application/json")
                .body(body)
                .post("/hooks/git")
                .then()
                .statusCode(401)
                .body("detail", not(containsString(SECRET)));

        // When
        long start = System.nanoTime();
        String commit = push(Path.of(upstream), "2");
        given().header("X-Hub-Signature-256", signature(body))
                .contentType("application/json")
                .body(body)
                .post("/hooks/git")
                .then()
                .statusCode(202)
                .body("outcome", equalTo("fetch"));
        long answered = System.nanoTime();
        await().atMost(PATIENCE).pollInterval(Duration.ofMillis(20)).until(() -> {
            reconciler.tick();
            return planned().filter(commit::equals).isPresent();
        });
        long planned = System.nanoTime();

        // Then
        System.out.printf(
                "webhook: pushed and answered after %d ms, first pass of the new commit done after %d ms%n",
                TimeUnit.NANOSECONDS.toMillis(answered - start), TimeUnit.NANOSECONDS.toMillis(planned - start));
        assertThat(given().get("/api/v1/status").statusCode()).isEqualTo(401);
    }

    /** As docs/webhook.md says: what an address may do is counted by the address the proxy names. */
    @Test
    void behindAProxyEachSenderHasALimitOfItsOwn() {
        // Given somebody who comes too often
        for (int i = 0; i < 30; i++) {
            unproved("192.0.2.1").then().statusCode(401);
        }

        // When
        int again = unproved("192.0.2.1").statusCode();
        int another = unproved("192.0.2.2").statusCode();

        // Then
        assertThat(again).isEqualTo(429);
        assertThat(another).isEqualTo(401);
    }

    private static Response unproved(String sender) {
        return given().header("X-Forwarded-For", sender)
                .contentType("application/json")
                .body("{}")
                .post("/hooks/git");
    }

    @Test
    void aGiganticBodyIsRefusedWhereverItIsNoticed() {
        given().contentType("application/json")
                .body("a".repeat(65_537))
                .post("/hooks/git")
                .then()
                .statusCode(413);
    }
}
