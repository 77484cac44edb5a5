package io.holdfast.app;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasItem;

import io.holdfast.desired.git.Upstream;
import io.holdfast.reconcile.Reconciler;
import io.holdfast.report.EnvironmentStatus;
import io.holdfast.report.StatusBoard;
import io.holdfast.web.Callers;
import io.holdfast.web.hook.Wakeable;
import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.test.junit.TestProfile;
import io.restassured.response.ValidatableResponse;
import jakarta.inject.Inject;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.util.Map;
import java.util.Optional;
import java.util.function.Predicate;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.h2.jdbcx.JdbcDataSource;
import org.junit.jupiter.api.Test;

/** A person lets an environment follow a rewritten branch, over real HTTP. */
@QuarkusTest
@TestProfile(WebhookIT.Hooked.class)
class RewriteIT {
    private static final Duration PATIENCE = Duration.ofSeconds(60);
    private static final String ENVIRONMENT = "/api/v1/environments/hooked";
    private static final String STRANGE = "0123456789".repeat(4);

    @Inject
    Reconciler reconciler;

    @Inject
    StatusBoard board;

    @Inject
    Wakeable source;

    @ConfigProperty(name = "holdfast.source.url")
    String upstream;

    @ConfigProperty(name = "holdfast.ledger.url")
    String ledgerUrl;

    private void awaited(Predicate<EnvironmentStatus> wanted) {
        await().atMost(PATIENCE).pollInterval(Duration.ofMillis(20)).until(() -> {
            reconciler.tick();
            return board.find("hooked").filter(wanted).isPresent();
        });
    }

    private Optional<String> followed() {
        return board.find("hooked")
                .flatMap(EnvironmentStatus::plan)
                .map(it -> it.report().desired().revision().commit());
    }

    private static ValidatableResponse accept(String caller, String body) {
        return Callers.acting(caller)
                .body(body)
                .post(ENVIRONMENT + "/accept-history")
                .then();
    }

    private static String wish(String commit) {
        return "{\"commit\": \"" + commit + "\", \"reason\": \"the old history held a password\"}";
    }

    /** Behind the back of the server, in its own database. */
    private void ledger(String statement) throws SQLException {
        JdbcDataSource database = new JdbcDataSource();
        database.setURL(ledgerUrl);
        try (Connection connection = database.getConnection("sa", "");
                Statement said = connection.createStatement()) {
            said.execute(statement);
        }
    }

    @Test
    void aRewrittenBranchIsFollowedWhenAnApproverNamesItsHead() throws SQLException {
        // Given
        awaited(it -> it.plan().isPresent());
        String before = followed().orElseThrow();
        accept(Callers.ADMIN, wish(STRANGE))
                .statusCode(409)
                .body("detail", containsString("not held back by a rewritten history"));
        String rewritten;
        try (Upstream repository = new Upstream(Path.of(upstream))) {
            String yaml = Yaml.ENVIRONMENT.formatted("hooked").replace("web:1", "web:rewritten");
            rewritten = repository
                    .rewrite("main", Map.of("environments/hooked.yaml", yaml))
                    .name();
        }
        source.wake();
        awaited(it -> it.problems().stream().anyMatch(problem -> problem.contains("GIT_HISTORY")));

        // When it is said by somebody who may not, of another head, of none, and for no reason
        accept("operator-everywhere", wish(rewritten)).statusCode(403);
        accept(Callers.ADMIN, wish(STRANGE)).statusCode(409).body("detail", containsString("another head by now"));
        accept(Callers.ADMIN, wish("main")).statusCode(400);
        accept(Callers.ADMIN, "{\"commit\": \"" + rewritten + "\"}").statusCode(400);
        // Or as it should be, and it cannot be written down
        ledger("alter table approved_head rename to gone");
        accept(Callers.ADMIN, wish(rewritten))
                .statusCode(503)
                .contentType("application/problem+json")
                .body("detail", equalTo("the ledger takes no write, so that nothing was changed"));
        ledger("alter table gone rename to approved_head");
        source.wake();
        awaited(it -> !it.problems().isEmpty());

        // Then nothing moves
        assertThat(followed()).contains(before);

        // And when it is said as it should be
        accept("approver-everywhere", wish(rewritten)).statusCode(202);

        // Then
        awaited(it ->
                it.problems().isEmpty() && followed().filter(rewritten::equals).isPresent());
        Callers.as("viewer-everywhere")
                .get(ENVIRONMENT + "/history")
                .then()
                .statusCode(200)
                .body("items.message", hasItem(containsString(rewritten + ": the old history held a password")));
    }
}
