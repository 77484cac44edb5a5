package io.holdfast.app;

import static io.restassured.RestAssured.get;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.equalTo;

import io.holdfast.model.Health;
import io.holdfast.model.Sync;
import io.holdfast.report.StatusBoard;
import io.holdfast.sandbox.fault.Api;
import io.holdfast.sandbox.fault.Fault;
import io.holdfast.sandbox.fault.Selector;
import io.holdfast.sandbox.iam.Iam;
import io.holdfast.web.Callers;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Test;

/** What somebody sees who has just cloned this repository. */
@QuarkusTest
class FirstRunIT {
    private static final Duration A_MINUTE = Duration.ofMinutes(1);

    @Inject
    Heart heart;

    @Inject
    StatusBoard board;

    @Inject
    Engine engine;

    @Test
    void stagingComesUpAndProductionWaitsForAPerson() {
        // When
        await().atMost(A_MINUTE).pollInterval(Duration.ofMillis(100)).until(() -> {
            heart.beat();
            return board.find("staging")
                    .filter(it -> it.sync() == Sync.SYNCED)
                    .filter(it -> it.health() == Health.Status.HEALTHY)
                    .isPresent();
        });

        // Then
        get("/api/v1/environments/staging/plan").then().body("changes.size()", equalTo(0));
        get("/api/v1/environments/production/plan")
                .then()
                .body("mode", equalTo("propose"))
                .body("changes.verdict.unique()", equalTo(List.of("NeedsApproval")));
        int waiting = get("/api/v1/environments/production/plan").path("changes.size()");
        heart.beat();
        get("/q/metrics")
                .then()
                .body(containsString("holdfast_approvals_pending{environment=\"production\"} " + waiting + ".0"))
                .body(containsString("holdfast_approvals_pending{environment=\"staging\"} 0.0"))
                .body(containsString("holdfast_environment_sync{environment=\"staging\",sync=\"Synced\"} 1.0"))
                .body(containsString("holdfast_aws_requests_total{"))
                .body(containsString("holdfast_pass_duration_seconds"));
        theDoctorTellsWhatMayBeWritten();
    }

    private void theDoctorTellsWhatMayBeWritten() {
        List<String> allowed = written("OK");
        engine.sandbox()
                .orElseThrow()
                .faults()
                .inject(Fault.refuse(403, "AccessDenied"), Api.service(Iam.NAME), Selector.always());
        List<String> unknown = written("SKIP");
        engine.sandbox().orElseThrow().faults().clear();

        assertThat(allowed)
                .hasSize(2)
                .allSatisfy(it ->
                        assertThat(it).startsWith("to write: IAM allows all ").contains("may be taken here"));
        assertThat(unknown)
                .hasSize(2)
                .allSatisfy(it ->
                        assertThat(it).startsWith("to write: not checked").contains("iam:SimulatePrincipalPolicy"));
    }

    private static List<String> written(String level) {
        return Callers.as(Callers.ADMIN)
                .get("/api/v1/doctor")
                .then()
                .statusCode(200)
                .extract()
                .path("findings.findAll { it.level == '" + level + "' && it.found.startsWith('to write') }.found");
    }
}
