package io.holdfast.web;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.holdfast.access.AccessSettings;
import io.holdfast.ledger.EventQuery;
import io.holdfast.ledger.Ledger;
import io.holdfast.reconcile.Reconciler;
import io.holdfast.report.StatusBoard;
import io.holdfast.web.Endpoints.Endpoint;
import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.test.junit.TestProfile;
import io.restassured.response.Response;
import jakarta.inject.Inject;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.logging.Handler;
import java.util.logging.Level;
import java.util.logging.LogRecord;
import java.util.logging.Logger;
import org.jboss.logmanager.ExtLogRecord;
import org.jboss.logmanager.formatters.PatternFormatter;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Tokens go in everywhere, good and bad ones; they must come out nowhere: answers, logs, the ledger, printed objects. */
@QuarkusTest
@TestProfile(Locked.class)
class CanaryIT {
    private static final Duration PATIENCE = Duration.ofSeconds(60);
    private static final Logger HOUSE = Logger.getLogger("io.holdfast");

    /** By what they are. The last is a token of another service that came here by mistake, and is good there. */
    private final Map<String, String> tokens = new LinkedHashMap<>();

    @Inject
    Reconciler reconciler;

    @Inject
    StatusBoard board;

    @Inject
    Ledger ledger;

    @Inject
    AccessSettings access;

    private final Queue<String> logged = new ConcurrentLinkedQueue<>();
    private final Handler listener = new Listener();
    private Level before;

    /** Whatever is logged, as it would be written. */
    private final class Listener extends Handler {
        private final PatternFormatter formatter = new PatternFormatter("%d %-5p [%c] %s %X%e%n");

        @Override
        public void publish(LogRecord line) {
            logged.add(formatter.format(ExtLogRecord.wrap(line)));
        }

        @Override
        public void flush() {}

        @Override
        public void close() {}
    }

    @BeforeEach
    void listen() {
        before = HOUSE.getLevel();
        HOUSE.setLevel(Level.FINE);
        Logger.getLogger("").addHandler(listener);
        tokens.put("ours", Callers.token(Callers.ADMIN));
        tokens.put("ours, of somebody who may little", Callers.token("viewer-staging"));
        tokens.put("ours, expired", Callers.token("expired"));
        tokens.put("nobody's", "holdfast_Y2FuYXJ5Y2FuYXJ5Y2FuYXJ5Y2FuYXJ5Y2FuYXJ5Y2E");
        tokens.put("opaque", "Y2FuYXJ5LWluLXRoZS1jb2FsLW1pbmU");
        tokens.put("somebody else's", "eyJhbGciOiJSUzI1NiIsImtpZCI6Im9uZSJ9.eyJhdWQiOiJvdGhlcnMifQ.Y2FuYXJ5Y2FuYXJ5");
        tokens.put("the webhook's", Locked.WEBHOOK_SECRET);
        await().atMost(PATIENCE).until(() -> {
            reconciler.tick();
            return board.all().size() == 2;
        });
    }

    @AfterEach
    void fallSilent() {
        Logger.getLogger("").removeHandler(listener);
        HOUSE.setLevel(before);
    }

    @Test
    void noTokenComesOutAnywhere() {
        // Given
        Map<String, String> outputs = new LinkedHashMap<>();

        // When
        for (Map.Entry<String, String> token : tokens.entrySet()) {
            for (Endpoint endpoint : Endpoints.all()) {
                String what = endpoint + " with a token that is " + token.getKey();
                outputs.put(what, text(send(endpoint.method(), endpoint.in("staging"), "Bearer " + token.getValue())));
            }
            for (String page : List.of("/q/openapi", "/q/metrics", "/q/health", "/nothing", "/api/v1/status?a=b")) {
                outputs.put(page + " with " + token.getKey(), text(send("GET", page, "Bearer " + token.getValue())));
            }
            String broken = "Bearer " + token.getValue() + " " + token.getValue();
            outputs.put(
                    "webhook with " + token.getKey(), text(send("POST", "/hooks/git", "Bearer " + token.getValue())));
            outputs.put("two of " + token.getKey(), text(send("GET", "/api/v1/status", broken)));
        }
        ledger.events(EventQuery.newest("staging", 500)).forEach(it -> outputs.put("event " + it.id(), it.toString()));
        outputs.put("settings", access.toString());
        outputs.put("the log", String.join("", logged));

        // Then
        System.out.println("canaries: " + tokens.size() + " tokens looked for in " + outputs.size() + " outputs, "
                + logged.size() + " lines of log among them");
        assertThat(logged).anyMatch(it -> it.contains("a token was refused"));
        outputs.forEach((where, output) -> tokens.forEach((what, token) -> assertThat(output.contains(secret(token)))
                .as("%s in %s", what, where)
                .isFalse()));
    }

    /** The part of a token that is not guessed. */
    private static String secret(String token) {
        return token.substring(token.lastIndexOf(token.contains(".") ? '.' : '_') + 1);
    }

    private static Response send(String method, String path, String authorization) {
        var request = given().header("Authorization", authorization);
        if (!method.equals("GET")) {
            request.contentType("application/json").header("Idempotency-Key", "canary");
        }
        return request.request(method, path);
    }

    private static String text(Response response) {
        return response.statusLine() + response.headers() + response.asString();
    }
}
