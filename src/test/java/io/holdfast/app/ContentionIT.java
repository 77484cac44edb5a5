package io.holdfast.app;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.equalTo;

import io.holdfast.model.Sync;
import io.holdfast.report.EnvironmentStatus;
import io.holdfast.sandbox.InProcessHttpClient;
import io.holdfast.web.Callers;
import io.holdfast.web.Locked;
import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.test.junit.TestProfile;
import io.restassured.response.Response;
import io.restassured.response.ValidatableResponse;
import jakarta.inject.Inject;
import java.net.URI;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.function.BooleanSupplier;
import java.util.function.Predicate;
import org.junit.jupiter.api.Test;
import software.amazon.awssdk.regions.Region;
import software.amazon.awssdk.services.ecs.EcsClient;

/** Somebody keeps changing a field of staging back until it is left alone, and a person resumes it, over real HTTP and on the sandbox. */
@QuarkusTest
@TestProfile(Locked.class)
class ContentionIT {
    private static final Duration PATIENCE = Duration.ofMinutes(2);
    private static final String STAGING = "/api/v1/environments/staging";
    private static final String FIELD = "deploymentConfiguration.maximumPercent";
    private static final String RESOURCE = "staging/service/backend";
    private static final int THEIRS = 150;

    @Inject
    Engine engine;

    @Inject
    Heart heart;

    private EcsClient rival;
    private int declared;

    private void awaited(BooleanSupplier wanted) {
        await().atMost(PATIENCE).pollInterval(Duration.ofMillis(20)).until(() -> {
            heart.beat();
            return wanted.getAsBoolean();
        });
    }

    private boolean is(Predicate<EnvironmentStatus> wanted) {
        return engine.board().find("staging").filter(wanted).isPresent();
    }

    private void begin() {
        awaited(() -> is(it -> it.sync() == Sync.SYNCED));
        rival = EcsClient.builder()
                .region(Region.US_EAST_1)
                .endpointOverride(URI.create("http://sandbox"))
                .httpClient(new InProcessHttpClient(engine.sandbox().orElseThrow()))
                .credentialsProvider(AwsAccount.PLAYED)
                .build();
        declared = maximum();
    }

    private int maximum() {
        return rival.describeServices(it -> it.cluster("rupaya-ecs-staging").services("rupaya-backend-staging"))
                .services()
                .get(0)
                .deploymentConfiguration()
                .maximumPercent();
    }

    /** With another value each time: the same one again could be an answer of AWS that lags behind, for a minute. */
    private void strike(int percent) {
        rival.updateService(it -> it.cluster("rupaya-ecs-staging")
                .service("rupaya-backend-staging")
                .deploymentConfiguration(config -> config.maximumPercent(percent)));
    }

    /** Strikes, and makes Holdfast look, until it has given up. */
    private void contend() {
        for (int times = 1; times <= 3; times++) {
            strike(THEIRS + times);
            engine.reconciler().hurry("staging");
            awaited(() -> maximum() == declared);
        }
        strike(THEIRS);
        engine.reconciler().hurry("staging");
        awaited(() -> fields(1));
    }

    /** So many contended fields, as the metric has it. */
    private boolean fields(int number) {
        return Callers.as(Callers.ADMIN)
                .get("/q/metrics")
                .asString()
                .contains("holdfast_contended_fields{environment=\"staging\"} " + number + ".0");
    }

    private static Response resume(String caller, Map<String, ?> body) {
        return Callers.acting(caller)
                .header("Idempotency-Key", "resume-" + body.hashCode())
                .body(body)
                .post(STAGING + "/resume-field");
    }

    private static void isRefused(ValidatableResponse answer, int status, String why) {
        answer.statusCode(status).contentType("application/problem+json").body("detail", containsString(why));
    }

    @Test
    void aContendedFieldIsSeenIsExplainedAndIsResumedByAPersonAlone() {
        // Given
        begin();
        Map<String, String> word =
                Map.of("resource", "service/backend", "field", FIELD, "reason", "the rival is switched off");
        isRefused(resume("operator-staging", word).then(), 422, "contended is nothing");
        contend();

        // When
        Callers.as("viewer-staging")
                .get(STAGING + "/explain?resource=service/backend&field=" + FIELD)
                .then()
                .statusCode(200)
                .body("fields.state", contains("Contended"))
                .body("fields[0].why", containsString("put back 3 times"))
                .body("fields[0].live", equalTo(THEIRS))
                .body("fields[0].declaredAt.line", org.hamcrest.Matchers.greaterThan(1));
        Callers.as("viewer-staging")
                .get(STAGING)
                .then()
                .body("conditions.find { it.type == 'Stalled' }.reason", equalTo("Contended"));
        isRefused(resume("viewer-staging", word).then(), 403, "operator");
        isRefused(
                resume("operator-staging", Map.of("resource", "service/backend"))
                        .then(),
                400,
                "reason is missing");
        isRefused(resume("operator-staging", Map.of("reason", "r")).then(), 400, "resource says");
        isRefused(
                resume("operator-staging", Map.of("resource", "cluster/main", "reason", "r"))
                        .then(),
                422,
                RESOURCE + " " + FIELD);
        assertThat(maximum()).isEqualTo(THEIRS);
        Response first = resume("operator-staging", word);
        Response again = resume("operator-staging", word);

        // Then
        first.then()
                .statusCode(200)
                .body("schema", equalTo("holdfast.resumed/v1"))
                .body("resource", equalTo(RESOURCE))
                .body("fields", contains(FIELD));
        assertThat(again.asString()).isEqualTo(first.asString());
        assertThat(again.header("Idempotent-Replayed")).isEqualTo("true");
        awaited(() -> maximum() == declared && fields(0));
        List<String> told = Callers.as("viewer-staging")
                .get(STAGING + "/history?limit=500")
                .path("items.findAll { it.reason == 'FieldResumed' }.message");
        assertThat(told)
                .containsExactly("enforced again: " + RESOURCE + " " + FIELD
                        + ", by operator-staging: the rival is switched off");
        strike(THEIRS + 1);
        engine.reconciler().hurry("staging");
        awaited(() -> maximum() == declared);
    }
}
