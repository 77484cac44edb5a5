package io.holdfast.cli;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.security.SecureRandom;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** What people say from the command line, to a server that answers as it is told. */
class ConsentCommandsTest {
    private static final String ANSWERED = """
            {"schema": "holdfast.answered/v1", "environment": "production", "planId": "p1", "decision": "d1",
             "answer": "approve", "expiresAt": "2027-01-01T00:00:00Z", "about": ["production/cluster/main"],
             "approved": ["production/cluster/main"], "waiting": [%s], "mustBeNamed": [], "declined": []}
            """;
    private static final String STANDSTILL = """
            {"schema": "holdfast.standstill/v1", "environment": "production", "paused": null, "lineStopped": %s}
            """;
    private static final String EXPLAINED = """
            {"schema": "holdfast.explain/v1", "id": "production/service/backend", "name": "main/backend",
             "state": "Drifted", "why": "live differs", "next": "it is held", "declaredAt": null, "since": null,
             "fields": [{"path": "desiredCount", "state": "Drifted", "why": "somebody moved it", "desired": 3, "live": 5,
               "lastApplied": 3, "cause": "LiveDrift", "since": null,
               "declaredAt": {"file": "environments/production.yaml", "line": 41}}],
             "guardrails": [{"action": "update", "verdict": "%s",
               "objections": [{"guardrail": "Window", "verdict": "%1$s", "reason": "Frozen", "why": "it is a freeze", "until": null}]}],
             "lastEvent": null, "lastWord": null}
            """;
    private static final String PAUSE =
            "{\"reason\": \"an outage\", \"actor\": \"olga\", \"since\": \"2026-01-01T00:00:00Z\", \"until\": null}";

    private final StringWriter out = new StringWriter();
    private final StringWriter err = new StringWriter();
    private final List<String> asked = new ArrayList<>();
    private HttpServer server;
    private int status = 200;
    private String answer = "";

    @BeforeEach
    void serve() throws IOException {
        server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        server.createContext("/", exchange -> {
            String body = new String(exchange.getRequestBody().readAllBytes(), UTF_8).replaceAll("\\s", "");
            asked.add(exchange.getRequestMethod() + " " + exchange.getRequestURI() + " " + body);
            byte[] bytes = answer.getBytes(UTF_8);
            exchange.sendResponseHeaders(status, bytes.length);
            exchange.getResponseBody().write(bytes);
            exchange.close();
        });
        server.start();
    }

    @AfterEach
    void stop() {
        server.stop(0);
    }

    private int run(String... args) {
        List<String> all = new ArrayList<>(List.of(args));
        all.add(1, "--server");
        all.add(2, "http://127.0.0.1:" + server.getAddress().getPort());
        return Cli.of(
                        "1.0",
                        List::of,
                        viewpoint -> {
                            throw new IllegalStateException("nobody looks");
                        },
                        sandbox -> {},
                        new Surroundings(SecureRandom::new, name -> null, () -> false))
                .setOut(new PrintWriter(out, true))
                .setErr(new PrintWriter(err, true))
                .execute(all.toArray(String[]::new));
    }

    @Test
    void aYesNamesThePlanAndWhatItIsAbout() {
        answer = ANSWERED.formatted("");

        int code = run("approve", "production", "--plan", "p1", "--resource", "database/main", "--reason", "go");

        assertThat(code).isZero();
        assertThat(asked)
                .containsExactly("POST /api/v1/environments/production/approve"
                        + " {\"planId\":\"p1\",\"reason\":\"go\",\"resources\":[\"database/main\"]}");
        assertThat(out.toString()).contains("approved: production/cluster/main");
    }

    @Test
    void aYesThatIsNotEnoughIsBlocked() {
        answer = ANSWERED.formatted("{\"id\": \"x\", \"reason\": \"Proposed\", \"agreed\": 1, \"required\": 2}");

        assertThat(run("approve", "production", "--plan", "p1")).isEqualTo(4);
        assertThat(out.toString()).contains("still waits: x (Proposed, 1 of 2)");
    }

    @Test
    void aNoIsTaken() {
        answer = ANSWERED.formatted("");

        assertThat(run("reject", "production", "--plan", "p1")).isZero();
        assertThat(asked.get(0)).startsWith("POST /api/v1/environments/production/reject ");
    }

    @Test
    void whoeverHasNotReadAPlanCannotAnswerIt() {
        assertThat(run("approve", "production")).isEqualTo(64);
        assertThat(asked).isEmpty();
    }

    @Test
    void aRefusalIsToldInTheWordsOfTheServer() {
        status = 409;
        answer =
                "{\"type\": \"about:blank\", \"title\": \"Conflict\", \"status\": 409, \"detail\": \"the plan is p2 now\"}";

        assertThat(run("approve", "production", "--plan", "p1")).isEqualTo(1);
        assertThat(err.toString()).contains("409: the plan is p2 now");
    }

    @Test
    void aNameThatWouldBeAnotherPathIsRefused() {
        assertThat(run("pause", "../status", "--reason", "r")).isEqualTo(64);
        assertThat(asked).isEmpty();
    }

    @Test
    void aPauseTakesAReason() {
        answer = STANDSTILL.formatted("null");

        assertThat(run("pause", "production")).isEqualTo(64);
        assertThat(run("pause", "production", "--reason", "r", "--until", "2027-01-31T18:00:00Z"))
                .isZero();
        assertThat(asked)
                .containsExactly("POST /api/v1/environments/production/pause"
                        + " {\"reason\":\"r\",\"until\":\"2027-01-31T18:00:00Z\"}");
    }

    @Test
    void whatIsResumedWhileTheLineIsStoppedIsBlocked() {
        answer = STANDSTILL.formatted(PAUSE);

        assertThat(run("resume", "production")).isEqualTo(4);
        assertThat(out.toString()).contains("the line is stopped by olga").contains("an outage");
    }

    @Test
    void theLineIsStoppedAndReleased() {
        answer = "{\"schema\": \"holdfast.line/v1\", \"stopped\": null}";

        assertThat(run("stop-the-line")).isEqualTo(64);
        assertThat(run("stop-the-line", "--reason", "r")).isZero();
        assertThat(run("stop-the-line", "--release")).isZero();
        assertThat(asked)
                .containsExactly(
                        "POST /api/v1/stop-the-line {\"reason\":\"r\"}", "POST /api/v1/stop-the-line/release {}");
    }

    @Test
    void whatWaitsIsShownAndBlocks() {
        answer = """
                {"schema": "holdfast.approvals/v1", "environment": "production", "planId": "p1", "commit": "9f2c1e7",
                 "required": 2, "authorMayApprove": false, "validForSeconds": 86400,
                 "questions": [{"id": "production/cluster/main", "action": "create", "guardrail": "Mode",
                   "reason": "Proposed", "why": "a person decides", "byName": false, "answer": "Waiting",
                   "agreeing": ["ana"], "required": 2, "declinedBy": null, "verdict": "NeedsApproval", "held": "x"}],
                 "decisions": [{"id": "d1", "answer": "approve", "actor": "ana", "reason": null, "planId": "p0",
                   "commit": "9f2c1e7", "at": "2026-01-01T00:00:00Z", "expiresAt": "2026-01-02T00:00:00Z",
                   "counts": false, "changes": [{"id": "production/cluster/main", "name": "main", "action": "create",
                     "named": false, "voidBecause": "what is live has moved since"}]}]}
                """;

        assertThat(run("approvals", "production")).isEqualTo(4);
        assertThat(out.toString())
                .contains("1 wait for a person")
                .contains("1 of 2")
                .contains("void: what is live has moved since");
    }

    @Test
    void aContendedFieldIsResumedByNamingItAndAReason() {
        answer = """
                {"schema": "holdfast.resumed/v1", "resource": "production/service/backend",
                 "fields": ["deploymentConfiguration.maximumPercent"]}
                """;

        int code = run(
                "resume",
                "production",
                "--field",
                "service/backend/deploymentConfiguration.maximumPercent",
                "--reason",
                "rival");
        run("resume", "production", "--field", "service/backend", "--reason", "all");

        assertThat(code).isZero();
        assertThat(asked)
                .containsExactly(
                        "POST /api/v1/environments/production/resume-field {\"field\":"
                                + "\"deploymentConfiguration.maximumPercent\",\"reason\":\"rival\","
                                + "\"resource\":\"service/backend\"}",
                        "POST /api/v1/environments/production/resume-field"
                                + " {\"reason\":\"all\",\"resource\":\"service/backend\"}");
        assertThat(out.toString())
                .contains("production/service/backend/deploymentConfiguration.maximumPercent is enforced again");
        assertThat(run("resume", "production", "--field", "backend")).isEqualTo(64);
    }

    @Test
    void aFormThatThereIsNotIsRefusedBeforeAnythingIsAsked() {
        for (String[] command : List.of(
                new String[] {"status"},
                new String[] {"history"},
                new String[] {"approvals", "production"},
                new String[] {"explain", "production/service/backend"},
                new String[] {"doctor"})) {
            String[] words = Stream.concat(Stream.of(command), Stream.of("--format", "markdown"))
                    .toArray(String[]::new);

            assertThat(run(words)).as(command[0]).isEqualTo(64);
        }
        assertThat(asked).isEmpty();
    }

    @Test
    void theHistoryIsReadAcrossPagesUntilThereIsEnough() {
        answer = """
                {"items": [{"id": 7, "at": "2026-01-01T00:00:00Z", "environment": "*", "resource": null,
                  "reason": "LineStopped", "message": "an outage\\u001b[2J", "commit": "",
                  "actor": {"name": "olga", "means": "token"}}], "next": "7"}
                """;

        int code = run("history", "--limit", "2");

        assertThat(code).isZero();
        assertThat(asked).containsExactly("GET /api/v1/history?limit=2 ", "GET /api/v1/history?limit=1&cursor=7 ");
        assertThat(out.toString())
                .contains("olga  LineStopped  the fleet")
                .contains("an outage")
                .doesNotContain("\u001b");
        run("history", "production");
        assertThat(asked).contains("GET /api/v1/environments/production/history?limit=50 ");
        assertThat(run("history", "--limit", "0")).isEqualTo(64);
    }

    @Test
    void whatAFieldIsLikeIsToldWithTheLineThatAsksAndBlocksWhileItIsHeld() {
        answer = EXPLAINED.formatted("Hold");

        assertThat(run("explain", "production/service/backend/desiredCount")).isEqualTo(4);
        assertThat(asked)
                .containsExactly("GET /api/v1/environments/production/explain"
                        + "?resource=service%2Fbackend&field=desiredCount ");
        assertThat(out.toString())
                .contains(
                        "production/service/backend",
                        "somebody moved it",
                        "environments/production.yaml:41",
                        "it is a freeze");
    }

    @Test
    void whatGoesOnIsToldByWhoMoved() {
        answer = EXPLAINED.formatted("Proceed");

        assertThat(run("explain", "production/service/backend")).isEqualTo(3);
        assertThat(asked).containsExactly("GET /api/v1/environments/production/explain?resource=service%2Fbackend ");
        assertThat(run("explain", "backend")).isEqualTo(64);
    }
}
